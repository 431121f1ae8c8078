/** From drawn patients to those who enter a trial, and the state in which each enters. */
import { createRandom, nextUnit } from '../math/random.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import type { CohortKernel } from './cohortKernel.ts';
import { populationOf, type VirtualPatient } from './population.ts';
import { type Bounds, boundsOf, createReadings, hold, hourOf, read } from './trialConditions.ts';
import { type Course, copyCourse, createCourse, drawUnits, giveDue, type Origins } from './trialDosing.ts';
import type { DosingRule, Stratum, Trial } from './trialTypes.ts';
import { applyCare, type CareRule, careOf } from './trialUsualCare.ts';

/** A patient at the door of the trial. */
export interface Entrant {
  readonly patient: VirtualPatient;
  /** Place in the trial's list of strata. */
  readonly stratum: number;
  /** Hours after the trigger. */
  readonly hour: number;
  /** The state at entry, before anything is given in this hour. */
  readonly state: Float64Array;
  /** Treatment that goes on in all arms. */
  readonly background: readonly Course[];
}

/** Where a patient is looked at: all hours of all strata, or one hour of one. */
interface Gate {
  readonly stratum: number;
  readonly from: number;
  readonly to: number;
  readonly bounds: Bounds;
}

interface Candidate {
  readonly patient: VirtualPatient;
  readonly gates: readonly Gate[];
  readonly lastHour: number;
  /** Background that is counted from the illness and so begins before entry. */
  readonly courses: readonly Course[];
  /** Background that is counted from entry. */
  readonly later: readonly { readonly rule: DosingRule; readonly unit: number }[];
}

/**
 * Runs each patient to his entry, with the background treatment that begins before it, and returns those who enter.
 *
 * @param seed of the trial; entry and background are drawn from streams of their own for each patient
 */
export function enterTrial(
  trial: Trial,
  seed: number,
  patients: readonly VirtualPatient[],
  kernel: CohortKernel,
): Entrant[] {
  const candidates = patients.map((patient) => createCandidate(trial, seed, patient));
  const entrants: (Entrant | null)[] = candidates.map(() => null);
  const readings = createReadings();
  const symptoms = populationOf(trial.trigger).symptomHours;
  const care = careOf(trial);
  kernel.run(patients, TICKS_PER_HOUR, (index, tick, y, p) => {
    const candidate = candidates[index] as Candidate;
    const hour = hourOf(tick);
    if (hour > candidate.lastHour) return false;
    if (!isWatched(candidate, care, hour)) return true;
    read(readings, y, p, (hour - symptoms) / 24);
    const gate = candidate.gates.find(
      ({ from, to, bounds }) => hour >= from && hour <= to && hold(bounds, readings),
    );
    if (gate) {
      entrants[index] = enter(trial, candidate, gate.stratum, hour, y);
      return false;
    }
    for (const course of candidate.courses) giveDue(course, hour, readings, y);
    applyCare(care, candidate.patient, readings, y);
    return true;
  });
  return entrants.filter((entrant) => entrant !== null);
}

/** True when something may happen at this hour; reading all quantities costs more than an hour of the model. */
function isWatched(candidate: Candidate, care: readonly CareRule[], hour: number): boolean {
  return (
    care.length > 0 ||
    candidate.gates.some(({ from, to }) => hour >= from && hour <= to) ||
    candidate.courses.some(({ left, next }) => left > 0 && hour >= next)
  );
}

function createCandidate(trial: Trial, seed: number, patient: VirtualPatient): Candidate {
  const gates = gatesOf(trial, seed, patient.index);
  const symptoms = populationOf(trial.trigger).symptomHours;
  const origins: Origins = { entry: 0, pulse: 0, symptoms, illness: 0 };
  const courses: Course[] = [];
  const later: { rule: DosingRule; unit: number }[] = [];
  for (const { rule, unit } of drawBackground(trial, seed, patient.index)) {
    const early = rule.start.from === 'illness' || rule.start.from === 'symptoms';
    if (early) courses.push(createCourse(rule, origins, patient.weightKg, unit));
    else later.push({ rule, unit });
  }
  return { patient, gates, lastHour: Math.max(...gates.map(({ to }) => to)), courses, later };
}

/** The background rules that apply to this patient, each with its draw. */
function drawBackground(
  trial: Trial,
  seed: number,
  index: number,
): { readonly rule: DosingRule; readonly unit: number }[] {
  return trial.background.flatMap(({ probability, doses }, place) => {
    const stream = createRandom(seed, `background ${place} ${index}`);
    const given = nextUnit(stream) < probability;
    const units = drawUnits(doses, stream);
    return given ? doses.map((rule, at) => ({ rule, unit: units[at] as number })) : [];
  });
}

function gatesOf(trial: Trial, seed: number, index: number): Gate[] {
  const { timing, strata } = trial.entry;
  const symptoms = populationOf(trial.trigger).symptomHours;
  const hourOfDay = (day: number): number => symptoms + Math.floor(day * 24 + 0.5);
  const gates = strata.map(
    ({ day, when }, stratum): Gate => ({
      stratum,
      from: hourOfDay(day[0]),
      to: hourOfDay(day[1]),
      bounds: boundsOf([...when, ...trial.eligibility]),
    }),
  );
  if (timing === 'first') return gates;
  const stream = createRandom(seed, `entry ${index}`);
  const gate = gates[drawStratum(strata, nextUnit(stream))] as Gate;
  const hour = Math.floor(gate.from + (gate.to - gate.from) * nextUnit(stream) + 0.5);
  return [{ ...gate, from: hour, to: hour }];
}

/** The stratum in whose part of 0 to 1 `unit` lies, parts being as long as chances are large. */
function drawStratum(strata: readonly Stratum[], unit: number): number {
  let rest = unit * strata.reduce((sum, { chance = 1 }) => sum + chance, 0);
  const found = strata.findIndex(({ chance = 1 }) => {
    rest -= chance;
    return rest < 0;
  });
  return found < 0 ? strata.length - 1 : found;
}

function enter(trial: Trial, candidate: Candidate, stratum: number, hour: number, y: Float64Array): Entrant {
  const { patient, courses, later } = candidate;
  const origins = originsOf(trial, hour);
  const atEntry = later.map(({ rule, unit }) => createCourse(rule, origins, patient.weightKg, unit));
  return { patient, stratum, hour, state: y.slice(), background: [...courses.map(copyCourse), ...atEntry] };
}

/** Hours after the trigger from which starts are counted in a patient who enters at `hour`. */
export function originsOf(trial: Trial, hour: number): Origins {
  return {
    entry: hour,
    pulse: hour + (trial.pulse?.hours ?? 0),
    symptoms: populationOf(trial.trigger).symptomHours,
    illness: 0,
  };
}
