/** Virtual patients of a level: people like the one who was played, up to the moment the player takes over. */
import { ticksOf } from '../../engine/time.ts';
import type { Level } from '../../engine/types.ts';
import { normalQuantile } from '../../math/normal.ts';
import { createRandom, nextUnit } from '../../math/random.ts';
import { TICK_HOURS } from '../../model/course.ts';
import { Q } from '../../model/generated/system.ts';
import { quantitiesOf } from '../../model/quantities.ts';
import type { Patient } from '../../model/triggers.ts';
import { patientOf } from '../population.ts';
import { type BatchProgram, createWasmKernel } from '../wasmKernel.ts';
import { type CourseState, firstCourseState } from './courses.ts';

/** A virtual patient of a level at tick 0. */
export interface LevelPatient {
  /** Number of the draw, from 0. */
  readonly index: number;
  /** Parameters, in the order of PARAMETERS. */
  readonly parameters: Float64Array;
  readonly state: CourseState;
}

/** Hours of a step in the untreated course before play. */
const STEP_HOURS = 0.5;

/**
 * A patient of the level's population at the start of the illness: from the population of its trigger, with the level's
 * patient as the median of everything in which people differ.
 *
 * @param seed integer, 0 to 2^32 - 1
 * @param index from 0; the first n of a seed are spread evenly over the population for every n
 */
export function levelPatient(level: Level, seed: number, index: number): Patient {
  let dimension = 0;
  const { parameters, initial } = patientOf(level.trigger, level.patient, () => {
    dimension += 1;
    return normalQuantile(evenShare(seed, index, dimension - 1));
  });
  const air = level.oxygen[0];
  if (air === undefined) throw new RangeError(`The level ${level.id} has no step of oxygen.`);
  initial[Q.fio2] = air.fio2;
  initial[Q.vent] = air.ventilated ? 1 : 0;
  return { parameters, initial };
}

/** Square roots of the first primes, one for each thing in which people differ. */
const PRIMES = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
  107, 109, 113,
] as const;
/** Keeps a share away from 0 and 1. */
const SMALLEST_SHARE = 1 / 4294967296;

/**
 * Share `index` of a dimension, 0 to 1 without either: a shift that the seed draws plus a multiple of the square root
 * of a prime, modulo 1 (Richtmyer's sequence, randomly shifted; Cranley and Patterson 1976, SIAM J Numer Anal 13:904).
 * Unlike independent draws it leaves no gaps and no heaps, so fewer patients tell as much.
 */
function evenShare(seed: number, index: number, dimension: number): number {
  const prime = PRIMES[dimension];
  if (prime === undefined) throw new RangeError(`Patients differ in more than ${PRIMES.length} things.`);
  const shifted = nextUnit(createRandom(seed, `debrief dimension ${dimension}`)) + index * Math.sqrt(prime);
  return Math.max(shifted - Math.floor(shifted), SMALLEST_SHARE);
}

/** Draws patients of a level and brings each through its untreated hours; `steps` counts patients x steps. */
export function drawLevelPatients(
  program: BatchProgram,
  level: Level,
  seed: number,
  indices: readonly number[],
): { readonly patients: readonly LevelPatient[]; readonly steps: number } {
  const patients = indices.map((index) => levelPatient(level, seed, index));
  const states: Float64Array[] = patients.map(({ initial }) => initial);
  // Whole steps, the last of them no longer than the others.
  const steps = -Math.floor((-ticksOf(level.patient.hoursBefore) * TICK_HOURS) / STEP_HOURS);
  if (steps > 0) {
    const stepHours = level.patient.hoursBefore / steps;
    createWasmKernel(program, { stepHours }).run(patients, steps, (place, step, y) => {
      if (step > 0) states[place] = y.slice();
      return step === 0;
    });
  }
  return {
    patients: patients.map(({ parameters }, place) => {
      const y = states[place] as Float64Array;
      const state = firstCourseState(level, y, quantitiesOf(y, parameters));
      return { index: indices[place] as number, parameters, state };
    }),
    steps: steps * patients.length,
  };
}
