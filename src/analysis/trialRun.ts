/** Runs a virtual trial block by block: blocks can be computed anywhere, and are counted in order in one place. */
import { createRandom, nextUnit } from '../math/random.ts';
import type { CohortKernel } from './cohortKernel.ts';
import type { MortalityMap } from './mortality.ts';
import { drawPatient } from './population.ts';
import { plausible } from './populationPlausible.ts';
import { followArms } from './trialArms.ts';
import { summarize, type TrialResult } from './trialEffects.ts';
import { enterTrial } from './trialEntry.ts';
import { addPatient, createTally, type Tally } from './trialTally.ts';
import type { Trial } from './trialTypes.ts';

export interface TrialOptions {
  /** Patients who enter. */
  readonly patients: number;
  readonly seed: number;
}

/** Draws `from` to `to` (left out) of the population. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Someone who entered, as plain data. */
interface BlockEntrant {
  readonly index: number;
  readonly stratum: number;
  /** The draw that decides about events, the same in all arms. */
  readonly unit: number;
  /** For each arm the numbers of each endpoint. */
  readonly values: Float64Array;
}

/** What became of a block. Plain data: it may cross threads. */
export interface BlockResult extends Block {
  /** Draws that could be people, in rising order. */
  readonly plausible: readonly number[];
  readonly entrants: readonly BlockEntrant[];
}

/** Draws in a block: large enough for a kernel, small enough to spread over threads. */
const BLOCK = 32;
/** A trial is given up when it has looked at so many draws for each patient it wants, and a few to begin with. */
const DRAWS_FOR_EACH = 40;
const FIRST_DRAWS = 320;

/** The blocks that a trial may need at most, in order, one by one: there are many, and few are needed. */
export function* eachBlock({ patients }: TrialOptions): Generator<Block> {
  const most = FIRST_DRAWS + DRAWS_FOR_EACH * patients;
  for (let from = 0; from < most; from += BLOCK) yield { from, to: from + BLOCK };
}

/** The blocks of eachBlock in a list, for trials that are not large. */
export function blocksOf(options: TrialOptions): Block[] {
  return [...eachBlock(options)];
}

/**
 * Draws, screens and follows one block. The result depends on the trial, the seed, the block and the map, on nothing else.
 *
 * @param map from a course to the risk of death; the committed one unless another is to be tried
 * @throws InvariantError when a patient leaves the domain of the model
 */
export function runBlock(
  trial: Trial,
  seed: number,
  block: Block,
  kernel: CohortKernel,
  map?: MortalityMap,
): BlockResult {
  const { from, to } = block;
  const drawn = Array.from({ length: to - from }, (_, at) =>
    drawPatient(trial.trigger, seed, from + at, trial.population),
  );
  const passed = plausible(trial.trigger, drawn, kernel);
  const patients = drawn.filter((_, at) => passed[at]);
  const entrants = enterTrial(trial, seed, patients, kernel);
  const values = followArms(trial, seed, entrants, kernel, map);
  return {
    from,
    to,
    plausible: patients.map(({ index }) => index),
    entrants: entrants.map(({ patient: { index }, stratum }, at) => ({
      index,
      stratum,
      unit: nextUnit(createRandom(seed, `outcome ${index}`)),
      values: values[at] as Float64Array,
    })),
  };
}

/** A trial that counts its blocks. */
export interface TrialCount {
  readonly trial: Trial;
  readonly options: TrialOptions;
  readonly tally: Tally;
  /** Draws looked at, those of them that could be people, and those who entered. */
  drawn: number;
  screened: number;
  entered: number;
}

export function createCount(trial: Trial, options: TrialOptions): TrialCount {
  return { trial, options, tally: createTally(trial), drawn: 0, screened: 0, entered: 0 };
}

/** Counts one block; blocks must come in their order. Returns true when the trial is full. */
export function countBlock(count: TrialCount, block: BlockResult): boolean {
  const { tally, options } = count;
  for (const entrant of block.entrants) {
    if (count.entered === options.patients) break;
    addPatient(tally, options.seed, entrant);
    count.entered += 1;
  }
  const full = count.entered === options.patients;
  // Of the last block only those up to the last who entered were looked at.
  const last = full ? lastOf(block, count) : block.to - 1;
  count.drawn = last + 1;
  count.screened += block.plausible.filter((index) => index <= last).length;
  return full;
}

function lastOf(block: BlockResult, { tally }: TrialCount): number {
  return Math.max(block.from, tally.lastIndex);
}

/** The result of what has been counted. */
export function resultOf(count: TrialCount): TrialResult {
  return summarize(count);
}

/** Runs a whole trial in this thread. */
export function runTrial(trial: Trial, options: TrialOptions, kernel: CohortKernel): TrialResult {
  const count = createCount(trial, options);
  for (const block of eachBlock(options)) {
    if (countBlock(count, runBlock(trial, options.seed, block, kernel))) break;
  }
  return resultOf(count);
}
