/** Virtual patients of a level: people like the one who was played, up to the moment the player takes over. */
import { ticksOf } from '../../engine/time.ts';
import type { Level } from '../../engine/types.ts';
import { TICK_HOURS } from '../../model/course.ts';
import { Q } from '../../model/generated/system.ts';
import { quantitiesOf } from '../../model/quantities.ts';
import type { Patient } from '../../model/triggers.ts';
import { drawPatient } from '../population.ts';
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
 * A patient of the level's population at the start of the illness: drawn from the population of its trigger, with the
 * level's patient as the median of everything in which people differ.
 *
 * @param seed integer, 0 to 2^32 - 1
 */
export function levelPatient(level: Level, seed: number, index: number): Patient {
  const { parameters, initial } = drawPatient(level.trigger, seed, index, level.patient);
  const air = level.oxygen[0];
  if (air === undefined) throw new RangeError(`The level ${level.id} has no step of oxygen.`);
  initial[Q.fio2] = air.fio2;
  initial[Q.vent] = air.ventilated ? 1 : 0;
  return { parameters, initial };
}

/** Draws patients of a level and brings each through its untreated hours. */
export function drawLevelPatients(
  program: BatchProgram,
  level: Level,
  seed: number,
  indices: readonly number[],
): readonly LevelPatient[] {
  const patients = indices.map((index) => levelPatient(level, seed, index));
  const states: Float64Array[] = patients.map(({ initial }) => initial);
  // Whole steps, the last of them no longer than the others.
  const steps = Math.ceil((ticksOf(level.patient.hoursBefore) * TICK_HOURS) / STEP_HOURS);
  if (steps > 0) {
    const stepHours = level.patient.hoursBefore / steps;
    createWasmKernel(program, { stepHours }).run(patients, steps, (place, step, y) => {
      if (step > 0) states[place] = y.slice();
      return step === 0;
    });
  }
  return patients.map(({ parameters }, place) => {
    const y = states[place] as Float64Array;
    const state = firstCourseState(level, y, quantitiesOf(y, parameters));
    return { index: indices[place] as number, parameters, state };
  });
}
