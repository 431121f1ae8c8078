/** The figures of the bench: ratios against something real, never a pass or a fail by the clock. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Chunk, chunksOf, sumOf } from './chunks.ts';
import { compileC, javascriptRate, patientRate, stormPatient } from './kernel.ts';
import { type FrameMilliseconds, measurePage } from './page.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const ROUNDS = 7;

export interface BenchFigures {
  readonly units: Readonly<Record<string, string>>;
  readonly ratios: {
    /** Right-hand sides a second, JavaScript over C at -O3, median of rounds run in turn; null without a C compiler. */
    readonly jsOverC: number | null;
    /** Packed size over its budget; at most 1 is within. Null without a built game and a browser. */
    readonly entryOverBudget: number | null;
    readonly levelOverBudget: number | null;
    /** Scene milliseconds in full storm over those at rest. */
    readonly stormOverRest: number | null;
  };
  readonly rightHandSidesPerSecond: { readonly javascript: number; readonly c: number | null };
  readonly patientsPerSecond: number;
  readonly sceneMilliseconds: { readonly rest: FrameMilliseconds; readonly storm: FrameMilliseconds } | null;
  readonly gzip: { readonly entry: number; readonly level: number } | null;
  readonly chunks: readonly Chunk[];
}

/** kB gzip: the entry without Phaser, and all of the first level without music. */
const BUDGETS = { entry: 120, level: 900 } as const;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

async function kernelFigures() {
  const patient = stormPatient();
  const program = await compileC(patient);
  // The first call is compiled by the engine while it runs.
  javascriptRate(patient);
  const javascript: number[] = [];
  const c: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    javascript.push(javascriptRate(patient));
    if (program) c.push(program.run());
  }
  program?.dispose();
  const ratios = c.map((rate, round) => (javascript[round] as number) / rate);
  return {
    jsOverC: program ? median(ratios) : null,
    javascript: median(javascript),
    c: program ? median(c) : null,
    patients: patientRate(patient),
  };
}

/** Measures everything that can be measured here; what cannot is null. `page` false leaves the browser out. */
export async function bench({ page }: { page: boolean }): Promise<BenchFigures> {
  const kernel = await kernelFigures();
  const chunks = existsSync(DIST) ? chunksOf(DIST) : [];
  const figures = page && chunks.length > 0 ? await measurePage(DIST) : null;
  const gzip = figures && {
    entry: sumOf(chunks, figures.entryFiles),
    level: sumOf(chunks, figures.levelFiles),
  };
  const cost = ({ update, render }: FrameMilliseconds): number => update + render;
  return {
    units: {
      rightHandSidesPerSecond: '1/s',
      patientsPerSecond: '28-day patients/s on one core',
      sceneMilliseconds: 'ms of JavaScript a frame',
      gzip: 'kB',
    },
    ratios: {
      jsOverC: kernel.jsOverC,
      entryOverBudget: gzip && gzip.entry / BUDGETS.entry,
      levelOverBudget: gzip && gzip.level / BUDGETS.level,
      stormOverRest: figures && cost(figures.storm) / cost(figures.rest),
    },
    rightHandSidesPerSecond: { javascript: kernel.javascript, c: kernel.c },
    patientsPerSecond: kernel.patients,
    sceneMilliseconds: figures && { rest: figures.rest, storm: figures.storm },
    gzip,
    chunks,
  };
}
