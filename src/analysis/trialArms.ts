/** Every entrant in every arm: the course after entry, and what the endpoints read from it. */
import { createRandom } from '../math/random.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import { giveDose } from '../model/dosing.ts';
import type { Patient } from '../model/triggers.ts';
import type { CohortKernel } from './cohortKernel.ts';
import {
  addToAreas,
  createAreas,
  isVentilated,
  MORTALITY,
  type MortalityMap,
  riskOfDeath,
} from './mortality.ts';
import { populationOf } from './population.ts';
import { createReadings, hourOf, read } from './trialConditions.ts';
import { type Course, copyCourse, createCourse, drawUnits, giveDue } from './trialDosing.ts';
import { createSeen, look, type Reader, readersOf, type Seen, writeOutcome } from './trialEndpoints.ts';
import { type Entrant, originsOf } from './trialEntry.ts';
import type { Trial } from './trialTypes.ts';
import { applyCare, careOf } from './trialUsualCare.ts';

/** Numbers that one patient gives in one arm. */
export function armWidthOf(readers: readonly Reader[]): number {
  return readers.reduce((sum, { width }) => sum + width, 0);
}

/** One entrant in one arm. */
interface Run {
  readonly courses: readonly Course[];
  readonly seen: readonly Seen[];
  readonly areas: ReturnType<typeof createAreas>;
  /** Hours after the trigger at which everyone's pulse is due; Infinity: none. */
  readonly pulseHour: number;
}

/** Runs all arms of all entrants from their entry to the horizon. Returns the numbers of each, in the same order. */
export function followArms(
  trial: Trial,
  seed: number,
  entrants: readonly Entrant[],
  kernel: CohortKernel,
  map: MortalityMap = MORTALITY,
): Float64Array[] {
  const arms = trial.arms.length;
  const readers = readersOf(trial);
  const armWidth = armWidthOf(readers);
  const outcomes = entrants.map(() => new Float64Array(arms * armWidth));
  const runs: (Run | undefined)[] = [];
  const readings = createReadings();
  const care = careOf(trial);
  const symptoms = populationOf(trial.trigger).symptomHours;
  const lastHour = trial.horizonDays * 24;
  kernel.run(startsOf(entrants, arms), TICKS_PER_HOUR, (index, tick, y, p) => {
    const place = Math.floor(index / arms);
    const arm = index % arms;
    const entrant = entrants[place] as Entrant;
    const sinceEntry = hourOf(tick);
    const hour = entrant.hour + sinceEntry;
    const run = runs[index] ?? createRun(trial, seed, entrant, arm, readers);
    runs[index] = run;
    read(readings, y, p, (hour - symptoms) / 24);
    for (let at = 0; at < readers.length; at += 1) {
      look(readers[at] as Reader, run.seen[at] as Seen, readings, sinceEntry);
    }
    if (sinceEntry >= lastHour) {
      const out = outcomes[place] as Float64Array;
      finish(run, readers, entrant, map, out, arm * armWidth);
      runs[index] = undefined;
      return false;
    }
    if (sinceEntry < map.days * 24) addToAreas(run.areas, y, 1, map);
    if (trial.pulse && hour === run.pulseHour) giveDose(y, trial.pulse.treatment, trial.pulse.amount);
    for (const course of run.courses) giveDue(course, hour, readings, y);
    applyCare(care, entrant.patient, readings, y);
    return true;
  });
  return outcomes;
}

function* startsOf(entrants: readonly Entrant[], arms: number): Generator<Patient> {
  for (const { patient, state } of entrants) {
    for (let arm = 0; arm < arms; arm += 1) yield { parameters: patient.parameters, initial: state };
  }
}

function createRun(
  trial: Trial,
  seed: number,
  entrant: Entrant,
  place: number,
  readers: readonly Reader[],
): Run {
  const { patient, hour, background } = entrant;
  const arm = trial.arms[place] as Trial['arms'][number];
  const origins = originsOf(trial, hour);
  // Named by the arm, so that the order of the arms draws nothing else.
  const units = drawUnits(arm.doses, createRandom(seed, `arm ${arm.id} ${patient.index}`));
  const own = arm.doses.map((rule, at) => createCourse(rule, origins, patient.weightKg, units[at] as number));
  return {
    courses: [...background.map(copyCourse), ...own],
    seen: readers.map(createSeen),
    areas: createAreas(),
    pulseHour: trial.pulse ? origins.pulse : Infinity,
  };
}

function finish(
  run: Run,
  readers: readonly Reader[],
  entrant: Entrant,
  map: MortalityMap,
  out: Float64Array,
  at: number,
): void {
  const { patient, state } = entrant;
  const ventilated = isVentilated(state, patient.parameters);
  const risk = riskOfDeath(run.areas, { frailty: patient.frailty, ventilated }, map);
  let place = at;
  for (const [index, reader] of readers.entries()) {
    writeOutcome(reader, run.seen[index] as Seen, risk, out, place);
    place += reader.width;
  }
}
