/**
 * Plays many virtual patients of the cases of coverageCases.ts tick by tick by the rules of the game, along what was
 * done and along everything that could have been done instead, and writes what came of it:
 * tests/analysis/debrief/reference.json, which the intervals of the debrief are held against. Hours of computing.
 *
 *   npm run debrief:reference -- [patients of each case; 20000] [worker threads] [id of one level: keeps the others]
 */
import { argv } from 'node:process';
import { observedSamples } from '../src/analysis/debrief/observed.ts';
import { temperedWeights } from '../src/analysis/debrief/selection.ts';
import { chunksOf, streamParallel } from '../src/cli/parallel.ts';
import { MODEL_VERSION } from '../src/model/version.ts';
import { COVERAGE_CASES, type CoverageCase } from './debrief/coverageCases.ts';
import type { ReferencePatient } from './debrief/reference.ts';
import {
  existsReference,
  type ReferenceCase,
  type ReferenceChance,
  readReference,
  writeReference,
} from './debrief/referenceFile.ts';
import type { ReferenceInput } from './debrief/referenceJob.ts';

const JOB = new URL('./debrief/referenceJob.ts', import.meta.url);
/** Of the draws: no seed of a debrief that is held against them. */
const SEED = 20_000;
const CHUNK = 100;

const [patients = 20_000, workers] = argv.slice(2, 4).map(Number);
const [only] = argv.slice(4);

async function play({ level, log, arms, hours }: CoverageCase): Promise<readonly ReferencePatient[]> {
  const question = {
    level,
    seed: SEED,
    played: log.commands,
    arms,
    samples: observedSamples(level, log),
    ticks: hours.map((hour) => hour * 20),
  };
  const inputs = chunksOf(patients, CHUNK).map((chunk): ReferenceInput => ({ question, ...chunk }));
  const all: ReferencePatient[] = [];
  for await (const some of streamParallel<ReferenceInput, readonly ReferencePatient[]>(
    JOB,
    inputs,
    workers,
  )) {
    all.push(...some);
    if (all.length % (CHUNK * 10) === 0) console.log(`${level.id}: ${all.length} of ${patients}`);
  }
  return all;
}

/** Weighted mean and its standard error. */
function meanOf(values: readonly number[], weights: Float64Array): ReferenceChance {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = values.reduce((total, value, at) => total + (weights[at] as number) * value, 0) / sum;
  const squares = values.reduce(
    (total, value, at) => total + ((weights[at] as number) * (value - mean)) ** 2,
    0,
  );
  return { value: mean, se: Math.sqrt(squares) / sum };
}

function summarize(one: CoverageCase, all: readonly ReferencePatient[]): ReferenceCase {
  const moments = one.hours.map((hour, at) => {
    const likelihoods = Float64Array.from(all, ({ logLikelihoods }) => logLikelihoods[at] as number);
    const weights = temperedWeights(likelihoods);
    const better = one.arms.map((_, arm) => all.map(({ arms, played }) => (arms[arm] as number) - played));
    return {
      hour,
      played: meanOf(
        all.map(({ played }) => played),
        weights,
      ),
      better: better.map((values) => meanOf(values, weights)),
    };
  });
  return { level: one.level.id, patients: all.length, moments };
}

for (const one of COVERAGE_CASES) {
  if (only !== undefined && one.level.id !== only) continue;
  const found = summarize(one, await play(one));
  const kept = existsReference() ? readReference() : null;
  const isFirst = kept === null || kept.model !== MODEL_VERSION;
  const others = isFirst ? [] : kept.cases.filter(({ level }) => level !== one.level.id);
  writeReference({ command: 'npm run debrief:reference', model: MODEL_VERSION, cases: [...others, found] });
  console.log(JSON.stringify(found));
}
