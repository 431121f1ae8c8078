/** The course on which all solvers are measured, in the JavaScript of the game and with steps of any length. */
import { createJavascriptKernel } from '../../src/analysis/cohortKernel.ts';
import { TICK_HOURS } from '../../src/model/course.ts';
import { SPECIES } from '../../src/model/generated/system.ts';
import { type Patient, triggerSetup, withChanges } from '../../src/model/triggers.ts';

/** Hours of 28 days. */
export const COURSE_HOURS = 28 * 24;
/** Hours at which a solver gives the state, and at which its error is taken. */
export const MARKS: readonly number[] = [1, 2, 3, 4].map((week) => (week * COURSE_HOURS) / 4);
/** The reference is computed with so many steps to a tick. */
const STEPS_OF_REFERENCE = 16;

/** Severe COVID-19 from the first virus on, without treatment. */
export function coursePatient(): Patient {
  return withChanges(triggerSetup('covid19'), { parameters: { wI: 16 } });
}

/** What a solver found: the states at MARKS, and the seconds of processor time that it took. */
export interface Solution {
  readonly states: readonly ArrayLike<number>[];
  readonly seconds: number;
}

/** A solver's solutions by tolerance. */
export type Runs = readonly (Solution & { readonly tolerance: number })[];

/** Runs the course by RK4 as the game does, with the check of every state, in steps of so many hours. */
export function solveByRk4(patient: Patient, stepHours: number = TICK_HOURS): Solution {
  const states: Float64Array[] = [];
  const stride = Math.round(COURSE_HOURS / MARKS.length / stepHours);
  const start = processorSeconds();
  createJavascriptKernel({ stepHours }).run([patient], stride, (_, tick, y) => {
    if (tick > 0) states.push(y.slice());
    return states.length < MARKS.length;
  });
  return { states, seconds: processorSeconds() - start };
}

/** Seconds that this thread has had a processor: what else runs on the machine counts for little in them. */
export function processorSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** The course to beyond what is asked of any solver, and the largest value that each species has in it. */
export interface Reference {
  readonly states: readonly Float64Array[];
  readonly scale: readonly number[];
}

/** RK4 at a sixteenth of the tick; its own error is some 16^4 times smaller than the game's. */
export function referenceOf(patient: Patient): Reference {
  const { states } = solveByRk4(patient, TICK_HOURS / STEPS_OF_REFERENCE);
  const scale = SPECIES.map((_, i) => Math.max(...states.map((y) => Math.abs(y[i] as number))));
  return { states: states as Float64Array[], scale };
}

/** Largest deviation from the reference over species and marks, relative to the species' largest value; 1 or more is worthless. */
export function errorOf({ states }: Pick<Solution, 'states'>, reference: Reference): number {
  let worst = states.length === reference.states.length ? 0 : Infinity;
  states.forEach((y, mark) => {
    reference.scale.forEach((largest, i) => {
      if (largest === 0) return;
      const deviation = Math.abs((y[i] as number) - (reference.states[mark]?.[i] as number)) / largest;
      if (!(deviation <= worst)) worst = Number.isNaN(deviation) ? Infinity : deviation;
    });
  });
  return worst;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
