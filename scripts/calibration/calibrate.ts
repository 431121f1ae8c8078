/**
 * Finds the calibrated parameters again: `npm run calibrate [-- <seed> [<generations>]]`, about half an hour on two cores.
 * Free parameters and their starting values stand in parameters.json, the objective in python/objective.py. Writes
 * evidence/calibration/fit.json and says how far each committed value is from what was found.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MORTALITY } from '../../src/analysis/mortality.ts';
import { PARAMETERS, SPECIES } from '../../src/model/generated/system.ts';
import { installWithApt } from '../../tests/support/apt.ts';
import { CALIBRATION_TOLERANCE, compareFit, compareMap, type Fit } from './compareFit.ts';
import { drawTable } from './draws.ts';
import { vectorKernel } from './vectorKernel.ts';

const FOLDER = fileURLToPath(new URL('../../.cache/calibration/', import.meta.url));
const RESULT = fileURLToPath(new URL('../../evidence/calibration/fit.json', import.meta.url));
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Debian's Python: what its packages bring is not seen by another Python on the path. */
const PYTHON = '/usr/bin/python3';
const PACKAGES = ['python3-numpy', 'python3-scipy', 'python3-cmaes', 'gcc', 'libc6-dev'];
/** Draws of each cohort; seed and number belong to the objective. */
const COHORTS = [
  { trigger: 'covid19', count: 2160 },
  { trigger: 'carT', count: 600 },
] as const;
const DRAW_SEED = 1;
function prepare(): void {
  mkdirSync(FOLDER, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(`${FOLDER}${name}`, text);
  write('model.json', JSON.stringify({ species: SPECIES, parameters: PARAMETERS, mortality: MORTALITY }));
  for (const { trigger, count } of COHORTS)
    write(`${trigger}.json`, JSON.stringify(drawTable(trigger, DRAW_SEED, count)));
  write('kernel.c', vectorKernel());
  const flags = ['-O3', '-march=native', '-ffast-math', '-shared', '-fPIC'];
  execFileSync('cc', [...flags, '-o', `${FOLDER}kernel.so`, `${FOLDER}kernel.c`]);
}

function havePackages(): boolean {
  return spawnSync(PYTHON, ['-c', 'import numpy, scipy, cmaes']).status === 0;
}

/** Prints found beside committed values; true when all are within the tolerance. */
function report(fit: Fit): boolean {
  const compared = [...compareFit(fit), ...compareMap(fit)];
  for (const { id, found, committed, distance } of compared) {
    const far = distance > CALIBRATION_TOLERANCE ? ' TOO FAR' : '';
    const percent = (100 * distance).toFixed(1);
    console.log(`${id.padEnd(10)} found ${found.toPrecision(4)} committed ${committed} ${percent} %${far}`);
  }
  return compared.every(({ distance }) => distance <= CALIBRATION_TOLERANCE);
}

if (!havePackages()) installWithApt(PACKAGES, (line) => console.log(line));
if (!havePackages()) throw new Error(`the calibration needs Debian's ${PACKAGES.join(', ')}`);
prepare();
const [seed = '1', generations = '20'] = process.argv.slice(2);
const threads = String(availableParallelism());
const script = [here('python/main.py'), FOLDER, here('parameters.json'), RESULT, seed, generations, threads];
mkdirSync(fileURLToPath(new URL('.', `file://${RESULT}`)), { recursive: true });
execFileSync(PYTHON, script, { stdio: 'inherit' });
if (!report(JSON.parse(readFileSync(RESULT, 'utf8')) as Fit)) process.exitCode = 1;
