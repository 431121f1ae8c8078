/**
 * Patients of the model without the rules of play, as cohorts and trials run them: every kernel, in every engine,
 * gives the bits that are kept. Each patient meets every dose of the model, a pulse of endotoxin too, and support.
 */
import type { CohortKernel } from '../../src/analysis/cohortKernel.ts';
import { createHash, hashDigits, hashNumbers } from '../../src/math/hash.ts';
import { TICKS_PER_HOUR } from '../../src/model/course.ts';
import { DOSE_DEFINITIONS } from '../../src/model/definition/doses.ts';
import { giveDose } from '../../src/model/dosing.ts';
import { Q } from '../../src/model/generated/system.ts';
import { type Patient, triggerSetup, withChanges } from '../../src/model/triggers.ts';
import { TEST_LEVELS } from './testLevels.ts';

/** Hashes of the state of each patient, one a day, by the name of the patient. */
export type GoldenCohort = Readonly<Record<string, readonly string[]>>;

const HOURS = 24 * 8;
const HOURS_BETWEEN_HASHES = 24;

/** One dose of each treatment, in its unit, for somebody of 70 kg. */
const AMOUNTS: Readonly<Record<string, number>> = {
  antiviral: 200,
  nirmatrelvir: 300,
  antibiotic: 1,
  dexamethasone: 6,
  tocilizumab: 560,
  hydrocortisone: 50,
  siltuximab: 770,
  anakinra: 100,
  baricitinib: 4,
  tnfBlocker: 350,
  endotoxin: 1,
  fluids: 500,
};
const HOURS_BETWEEN_DOSES = 9;

function treat(index: number, hour: number, y: Float64Array): void {
  const turn = hour / HOURS_BETWEEN_DOSES;
  const dose = DOSE_DEFINITIONS[(turn + index) % DOSE_DEFINITIONS.length];
  if (dose !== undefined) giveDose(y, dose.treatment, AMOUNTS[dose.treatment] ?? 1);
  if (hour === 45) y[Q.ne] = 0.1;
  if (hour === 90) y[Q.vent] = 1;
  if (hour === 135) y[Q.rrt] = 1;
}

/**
 * Runs the patients of all test levels.
 *
 * @throws InvariantError when one leaves the domain of the model
 */
export function runGoldenCohort(kernel: CohortKernel): GoldenCohort {
  const hashes = TEST_LEVELS.map((): string[] => []);
  kernel.run(TEST_LEVELS.map(patientOf), TICKS_PER_HOUR, (index, tick, y) => {
    const hour = tick / TICKS_PER_HOUR;
    if (hour % HOURS_BETWEEN_HASHES === 0) hashes[index]?.push(hashOf(y));
    if (hour % HOURS_BETWEEN_DOSES === 0) treat(index, hour, y);
    return hour < HOURS;
  });
  return Object.fromEntries(TEST_LEVELS.map(({ id }, index) => [id, hashes[index] ?? []]));
}

function patientOf({ trigger, patient }: (typeof TEST_LEVELS)[number]): Patient {
  return withChanges(triggerSetup(trigger), patient);
}

function hashOf(y: Float64Array): string {
  const hash = createHash();
  hashNumbers(hash, y);
  return hashDigits(hash);
}

/** `patient: sentence` for each patient whose course is another than the one that was kept. */
export function compareCohorts(kept: GoldenCohort, found: GoldenCohort): readonly string[] {
  const names = [...new Set([...Object.keys(kept), ...Object.keys(found)])];
  return names.flatMap((name) => {
    const [before = [], now = []] = [kept[name], found[name]];
    const days = Math.max(before.length, now.length);
    const day = Array.from({ length: days }, (_, at) => at).find((at) => before[at] !== now[at]);
    return day === undefined ? [] : [`${name}: the state differs on day ${day}`];
  });
}
