/**
 * Sums over patients, and the same sums for each repeat of a bootstrap. Instead of drawing patients with replacement,
 * each patient counts in each repeat as often as a Poisson number with mean 1 says, which he draws from a stream of his
 * own: so memory does not grow with the number of patients, and no order matters but that of the sums.
 */
import { createRandom, nextUnit } from '../math/random.ts';
import { armWidthOf } from './trialArms.ts';
import { chanceOf, type Reader, readersOf } from './trialEndpoints.ts';
import type { Trial } from './trialTypes.ts';

/** Repeats of the bootstrap. */
export const REPEATS = 1000;

/** Chance that a Poisson number with mean 1 is at most 0, 1, ...; the rest is 7. */
const POISSON = [
  0.36787944117144233, 0.7357588823428847, 0.9196986029286058, 0.9810118431238462, 0.9963401531726563,
  0.9994058151824183, 0.9999167588507119,
] as const;

/** Sums of one stratum. Row 0 counts every patient once, rows 1 to REPEATS are the bootstrap. */
export interface StratumSums {
  readonly counts: Float64Array;
  /** Row after row, in each arm after arm, endpoint after endpoint. */
  readonly sums: Float64Array;
  /** Patients of arm and endpoint for whom the event happened, decided by each patient's own draw. */
  readonly events: Float64Array;
}

export interface Tally {
  readonly readers: readonly Reader[];
  readonly arms: number;
  /** Numbers of one patient in one arm. */
  readonly armWidth: number;
  readonly strata: readonly StratumSums[];
  /** Draw of the last patient who was added; -1: none. */
  lastIndex: number;
}

export function createTally(trial: Trial): Tally {
  const readers = readersOf(trial);
  const armWidth = armWidthOf(readers);
  const arms = trial.arms.length;
  const strata = trial.entry.strata.map(() => ({
    counts: new Float64Array(REPEATS + 1),
    sums: new Float64Array((REPEATS + 1) * arms * armWidth),
    events: new Float64Array(arms * readers.length),
  }));
  return { readers, arms, armWidth, strata, lastIndex: -1 };
}

/** Adds a patient. Patients must come in the order of their index for the sums to have the same bits. */
export function addPatient(
  tally: Tally,
  seed: number,
  patient: {
    readonly index: number;
    readonly stratum: number;
    readonly unit: number;
    readonly values: Float64Array;
  },
): void {
  const { counts, sums } = tally.strata[patient.stratum] as StratumSums;
  const { values, index } = patient;
  const stream = createRandom(seed, `bootstrap ${index}`);
  for (let row = 0; row <= REPEATS; row += 1) {
    const weight = row === 0 ? 1 : poissonOf(nextUnit(stream));
    if (weight === 0) continue;
    counts[row] = (counts[row] as number) + weight;
    const base = row * values.length;
    for (let at = 0; at < values.length; at += 1) {
      sums[base + at] = (sums[base + at] as number) + weight * (values[at] as number);
    }
  }
  addEvents(tally, patient);
  tally.lastIndex = index;
}

function poissonOf(unit: number): number {
  let number = 0;
  while (number < POISSON.length && unit >= (POISSON[number] as number)) number += 1;
  return number;
}

function addEvents(
  tally: Tally,
  {
    stratum,
    unit,
    values,
  }: { readonly stratum: number; readonly unit: number; readonly values: Float64Array },
): void {
  const { events } = tally.strata[stratum] as StratumSums;
  for (let arm = 0; arm < tally.arms; arm += 1) {
    let at = arm * tally.armWidth;
    for (const [place, reader] of tally.readers.entries()) {
      const cell = arm * tally.readers.length + place;
      if (unit < chanceOf(reader, values, at)) events[cell] = (events[cell] as number) + 1;
      at += reader.width;
    }
  }
}
