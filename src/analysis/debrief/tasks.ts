/**
 * What a worker of the debrief does. It holds the patients whose numbers leave its own number when divided by how many
 * workers there are; what it answers does not depend on the others.
 */
import { createGame } from '../../engine/createGame.ts';
import { fromCommands } from '../../engine/simulate.ts';
import { cloneState, type EngineState } from '../../engine/state.ts';
import { step } from '../../engine/step.ts';
import { ticksOf } from '../../engine/time.ts';
import type { DecisionLog, Level, TimedCommand, TreatmentId } from '../../engine/types.ts';
import { TICKS_PER_HOUR } from '../../model/course.ts';
import { guideline } from '../guideline.ts';
import { decideHourly } from '../policy.ts';
import type { BatchProgram } from '../wasmKernel.ts';
import {
  type Course,
  type CourseRunner,
  type CourseState,
  copyCourseState,
  createCourseRunner,
} from './courses.ts';
import { keptChance } from './kept.ts';
import { logLikelihoodOf, samplesKnownAt } from './likeness.ts';
import { type Observed, observe, type Sample } from './observed.ts';
import { drawLevelPatients, type LevelPatient } from './patients.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** The part of a log that tells what happened. */
export type PlayedLog = Pick<DecisionLog, 'commands' | 'endTick' | 'mode' | 'seed'>;

/** Draw patients and follow what was played; those drawn before stay when the first number is not 0. */
export interface BeginTask {
  readonly type: 'begin';
  readonly level: Level;
  readonly log: PlayedLog;
  /** Decides which patients are drawn. */
  readonly seed: number;
  /** Numbers of the patients drawn by all workers together: `from` is among them, `to` is not. */
  readonly from: number;
  readonly to: number;
  readonly worker: number;
  readonly workers: number;
  /** Ticks at which decisions are weighed, ascending. */
  readonly moments: readonly number[];
}

/** Of the patients whom this task drew, in the order of their numbers. */
export interface BeginAnswer {
  /** Chance of having kept life, organs and guard as played, 0 to 1. */
  readonly kept: Float64Array;
  /** Worst PaO2/FiO2 as played, mmHg: puts likes together. */
  readonly worst: Float64Array;
  /** Of each moment the treatments that had nothing to act on in the real patient, as the score judges doses. */
  readonly idle: readonly (readonly TreatmentId[])[];
  /** Log10 likelihood at each moment; -Infinity for who was not under treatment then. */
  readonly logLikelihoods: readonly Float64Array[];
  readonly steps: number;
}

/** Follow patients along other commands. */
export interface ArmsTask {
  readonly type: 'arms';
  /** Tick up to which the commands are those of the log. */
  readonly tick: number;
  /** Numbers of patients, all of them this worker's. */
  readonly patients: readonly number[];
  readonly arms: readonly { readonly commands: readonly TimedCommand[]; readonly added: number }[];
}

export interface ArmsAnswer {
  /** Of each arm the chance of each patient; null where what was added is not legal. */
  readonly kept: readonly (Float64Array | null)[];
  readonly steps: number;
}

/** Follow patients along commands and write down a quantity. */
export interface SeriesTask {
  readonly type: 'series';
  readonly patients: readonly number[];
  readonly commands: readonly TimedCommand[];
  /** Index into QUANTITIES. */
  readonly quantity: number;
}

/** Hours between two values of a series: virtual patients are looked at every even hour. */
export const SERIES_HOURS = 2;

export interface SeriesAnswer {
  /** Of each patient the value of every full even hour from 0 on, as far as the course goes; NaN after it. */
  readonly series: readonly Float64Array[];
  readonly kept: Float64Array;
}

/** What the guideline would have ordered for the real patient, taking over at ticks. Needs no 'begin'. */
export interface GuidelineTask {
  readonly type: 'guideline';
  readonly level: Level;
  readonly log: PlayedLog;
  /** Ascending, before the end of the game. */
  readonly ticks: readonly number[];
}

export interface GuidelineAnswer {
  /** From each tick on, to the end that the game would have had. */
  readonly orders: readonly (readonly TimedCommand[])[];
}

export type DebriefTask = BeginTask | ArmsTask | SeriesTask | GuidelineTask;
export type DebriefAnswer = BeginAnswer | ArmsAnswer | SeriesAnswer | GuidelineAnswer;

export interface DebriefWorker {
  /** @throws what the engine throws on commands or levels that a host did not check */
  answer(task: DebriefTask): DebriefAnswer;
}

/** Ticks between two values of a series. */
const SERIES_TICKS = SERIES_HOURS * TICKS_PER_HOUR;

/** Ticks between two kept states of a patient. */
const KEYFRAME_TICKS = 12 * TICKS_PER_HOUR;

interface Follow {
  readonly patient: LevelPatient;
  /** States every KEYFRAME_TICKS of the course as played, the first at tick 0. */
  readonly keyframes: CourseState[];
}

interface Cohort {
  readonly level: Level;
  readonly base: EngineState;
  readonly runner: CourseRunner;
  readonly lastTick: number;
  readonly played: Timeline;
  readonly observed: Observed;
  readonly follows: Follow[];
  readonly workers: number;
}

/** A worker without patients. Only 'begin' gives it some; the next 'begin' takes others. */
export function createDebriefWorker(program: BatchProgram): DebriefWorker {
  let cohort: Cohort | null = null;
  return {
    answer(task) {
      if (task.type === 'begin') {
        cohort = task.from > 0 && cohort !== null ? cohort : emptyCohort(program, task);
        return draw(program, cohort, task);
      }
      if (task.type === 'guideline') return guidelineFrom(task);
      if (cohort === null) throw new Error('A debrief begins with its patients.');
      return task.type === 'arms' ? followArms(cohort, task) : followSeries(cohort, task);
    },
  };
}

function emptyCohort(program: BatchProgram, { level, log, workers, moments }: BeginTask): Cohort {
  const base = createGame(level, { seed: log.seed, mode: log.mode });
  const lastTick = ticksOf(level.horizonHours);
  return {
    level,
    base,
    runner: createCourseRunner(program, level),
    lastTick,
    played: timelineOf(base, level, log.commands, lastTick),
    observed: observe(level, log, moments),
    follows: [],
    workers,
  };
}

/** Adds patients to the cohort. */
function draw(program: BatchProgram, cohort: Cohort, task: BeginTask): BeginAnswer {
  const indices: number[] = [];
  for (let index = task.from; index < task.to; index += 1)
    if (index % task.workers === task.worker) indices.push(index);
  const { patients, steps: untreated } = drawLevelPatients(program, cohort.level, task.seed, indices);
  const drawn = patients.map((patient): Follow => ({ patient, keyframes: [copyCourseState(patient.state)] }));
  const seen = drawn.map(() => new Float64Array(cohort.observed.samples.length));
  const steps = untreated + followPlayed(cohort, drawn, seen);
  cohort.follows.push(...drawn);
  return { ...judged(cohort, drawn, seen, task.moments), idle: cohort.observed.idle, steps };
}

/** Places of the samples taken at each full hour. */
function byHour(samples: readonly Sample[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  samples.forEach(({ hour }, place) => {
    const here = places.get(hour);
    if (here === undefined) places.set(hour, [place]);
    else here.push(place);
  });
  return places;
}

/** Follows everybody along the log; fills in keyframes and what would have been seen of each. */
function followPlayed(
  { runner, lastTick, played, observed: { samples } }: Cohort,
  follows: readonly Follow[],
  seen: readonly Float64Array[],
): number {
  const places = byHour(samples);
  const courses = follows.map(({ patient: { parameters, state }, keyframes }, at): Course => {
    const own = seen[at] as Float64Array;
    const write = ({ tick }: CourseState, values: Float64Array): void => {
      for (const place of places.get(tick / TICKS_PER_HOUR) ?? [])
        own[place] = values[(samples[place] as Sample).quantity] as number;
    };
    const onLook = (now: CourseState, values: Float64Array): void => {
      write(now, values);
      if (now.tick % KEYFRAME_TICKS === 0 && now.outcome === null) keyframes.push(copyCourseState(now));
    };
    return { parameters, state, timeline: played, lastTick, onLook, onStart: write };
  });
  return runner.run(courses, () => undefined);
}

function judged(
  { level, observed: { samples } }: Cohort,
  follows: readonly Follow[],
  seen: readonly Float64Array[],
  moments: readonly number[],
): Omit<BeginAnswer, 'steps' | 'idle'> {
  const logLikelihoods = moments.map((tick) => {
    const known = samplesKnownAt(samples, tick);
    return Float64Array.from(follows, ({ patient: { state } }, at) =>
      state.outcome !== null && state.outcome.tick <= tick
        ? Number.NEGATIVE_INFINITY
        : logLikelihoodOf(samples, seen[at] as Float64Array, known),
    );
  });
  return {
    kept: Float64Array.from(follows, ({ patient }) => keptChance(patient.state, level)),
    worst: Float64Array.from(follows, ({ patient }) => patient.state.kept.leastPF),
    logLikelihoods,
  };
}

/** The patient's course from the last keyframe before `tick` along other commands. */
function courseFrom(cohort: Cohort, number: number, tick: number, timeline: Timeline): Course {
  const follow = cohort.follows[Math.floor(number / cohort.workers)];
  if (follow === undefined) throw new RangeError(`Patient ${number} is not here.`);
  const { keyframes, patient } = follow;
  const keyframe = keyframes[Math.min(Math.floor(tick / KEYFRAME_TICKS), keyframes.length - 1)];
  const state = copyCourseState(keyframe as CourseState);
  return { parameters: patient.parameters, state, timeline, lastTick: cohort.lastTick };
}

function followArms(cohort: Cohort, { tick, patients, arms }: ArmsTask): ArmsAnswer {
  const timelines = arms.map(({ commands, added }) => {
    const timeline = timelineOf(cohort.base, cohort.level, commands, cohort.lastTick);
    return timeline.refused.some(({ index }) => index === added) ? null : timeline;
  });
  const kept = timelines.map((timeline) => (timeline === null ? null : new Float64Array(patients.length)));
  // One after the other through all arms, so that no lane stands still between two of them.
  function* courses(): Generator<Course> {
    for (const [arm, timeline] of timelines.entries()) {
      if (timeline === null) continue;
      for (const [place, number] of patients.entries())
        yield { ...courseFrom(cohort, number, tick, timeline), place: [arm, place] };
    }
  }
  const steps = cohort.runner.run(courses(), ({ state, place: [arm, at] = [0, 0] }) => {
    const values = kept[arm];
    if (values) values[at] = keptChance(state, cohort.level);
  });
  return { kept, steps };
}

function followSeries(cohort: Cohort, { patients, commands, quantity }: SeriesTask): SeriesAnswer {
  const timeline = timelineOf(cohort.base, cohort.level, commands, cohort.lastTick);
  const series: Float64Array[] = [];
  const courses = patients.map((number): Course => {
    const own = new Float64Array(Math.floor(cohort.lastTick / SERIES_TICKS) + 1).fill(Number.NaN);
    series.push(own);
    const write = ({ tick }: CourseState, values: Float64Array): void => {
      if (tick % SERIES_TICKS === 0) own[tick / SERIES_TICKS] = values[quantity] as number;
    };
    return { ...courseFrom(cohort, number, 0, timeline), onLook: write, onStart: write };
  });
  cohort.runner.run(courses, () => undefined);
  return { series, kept: Float64Array.from(courses, ({ state }) => keptChance(state, cohort.level)) };
}

function guidelineFrom({ level, log, ticks }: GuidelineTask): GuidelineAnswer {
  const commandsAt = fromCommands(log.commands);
  const decide = decideHourly(level, guideline);
  const state = createGame(level, { seed: log.seed, mode: log.mode });
  const orders = ticks.map((tick) => {
    while (state.tick < tick && state.outcome === null) step(state, level, commandsAt(state));
    const taken = cloneState(state);
    const given: TimedCommand[] = [];
    while (taken.outcome === null) {
      const commands = decide(taken);
      for (const command of commands) given.push({ tick: taken.tick, command });
      step(taken, level, commands);
    }
    return given;
  });
  return { orders };
}
