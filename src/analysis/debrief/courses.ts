/**
 * Courses of virtual patients under the rules of play: what the game does tick by tick, in steps of half an hour with a
 * look once an hour, or twice as long in quiet hours. Two courses run at once, one in each lane of the batch kernel, each at its own time.
 */
import { titratedRate } from '../../engine/doses.ts';
import { checkEnding, createEndingCounters } from '../../engine/endings.ts';
import { checkObjectives, closeObjectives, firstStatus } from '../../engine/objectives.ts';
import type { EndingCounters } from '../../engine/state.ts';
import type { EngineEvent, Level, ObjectiveStatus, Outcome } from '../../engine/types.ts';
import { checkState, ROUNDING, TICK_HOURS, TICKS_PER_HOUR } from '../../model/course.ts';
import { BATCH_LAYOUT } from '../../model/generated/batchKernel.ts';
import { OBSERVABLES, observe, Q, SPECIES } from '../../model/generated/system.ts';
import type { BatchProgram } from '../wasmKernel.ts';
import { addToKept, createKeptTallies, type KeptTallies } from './kept.ts';
import type { Action, Timeline } from './timeline.ts';

/** One virtual patient at one moment. Plain data. */
export interface CourseState {
  tick: number;
  /** Species, in the order of SPECIES. */
  readonly y: Float64Array;
  /** Index into level.oxygen. */
  oxygenStep: number;
  /** Tick from which norepinephrine is titrated, or -1, and its ceiling in µg/kg/min. */
  pressorTick: number;
  pressorCeiling: number;
  readonly endings: EndingCounters;
  readonly objectives: ObjectiveStatus[];
  readonly kept: KeptTallies;
  outcome: Outcome | null;
}

/** What is to be run: a patient from a state on, along a timeline. */
export interface Course {
  /** Parameters, in the order of PARAMETERS. */
  readonly parameters: Float64Array;
  /** Where it stands; changed in place. Actions of the timeline before its tick are over. */
  readonly state: CourseState;
  readonly timeline: Timeline;
  /** It ends here if it has not ended before. */
  readonly lastTick: number;
  /** Arm and place of the patient, for whoever takes the result. */
  readonly place?: readonly [number, number];
  /** Called at every stop, full even hours among them, with the values of QUANTITIES; it must copy what it keeps. */
  readonly onLook?: (state: CourseState, values: Float64Array) => void;
  /** Called the same way where the course begins, before anything happens. */
  readonly onStart?: (state: CourseState, values: Float64Array) => void;
}

/** Steps of the integrator between two looks, which are an hour apart at most, in quiet hours two. */
const STEPS = 2;
const QUIET_TICKS = 2 * TICKS_PER_HOUR;
/** Ticks after a dose or another action after which its first, fast part is over. */
const SETTLED_TICKS = 6 * TICKS_PER_HOUR;
const LANES = 2;

/** A virtual patient at tick 0 of a level, with the state after the untreated hours before. */
export function firstCourseState(level: Level, y: Float64Array, values: Float64Array): CourseState {
  return {
    tick: 0,
    y,
    oxygenStep: 0,
    pressorTick: -1,
    pressorCeiling: 0,
    endings: createEndingCounters(),
    objectives: level.objectives.map((objective) => firstStatus(objective, values)),
    kept: { ...createKeptTallies(), bacteria: values[Q.B] as number },
    outcome: null,
  };
}

/** A copy that shares nothing that either may change. */
export function copyCourseState(state: CourseState): CourseState {
  return {
    ...state,
    y: state.y.slice(),
    endings: { ...state.endings },
    objectives: state.objectives.slice(),
    kept: { ...state.kept },
  };
}

interface Lane {
  readonly course: Course;
  /** The next action of the timeline, and the tick of the last one. */
  action: number;
  actionTick: number;
  /** Ticks until the next stop. */
  ticks: number;
  /** True when the actions of this tick changed the state after the last look. */
  changed: boolean;
}

/** Runs courses of one level two at a time. */
export interface CourseRunner {
  /** Runs all of them to their ends. `onEnd` comes in the order of ending; patients x steps are returned. */
  run(courses: Iterable<Course>, onEnd: (course: Course) => void): number;
}

/** A runner on a batch kernel of its own. */
export function createCourseRunner(program: BatchProgram, level: Level): CourseRunner {
  const values = new Float64Array(SPECIES.length + OBSERVABLES.length);
  const rules: Rules = {
    program,
    level,
    values,
    readouts: values.subarray(SPECIES.length),
    events: [],
    hasVerdicts: level.objectives.some(
      ({ rule, shareIfLost }) => shareIfLost !== undefined || rule === 'reachAbove' || rule === 'reachBelow',
    ),
  };
  return {
    run(courses, onEnd) {
      const queue = courses[Symbol.iterator]();
      const lanes = [take(rules, queue, onEnd), take(rules, queue, onEnd)];
      lanes.forEach((_, lane) => {
        load(program, lanes, lane);
      });
      let steps = 0;
      while (lanes[0] || lanes[1]) {
        advance(program, lanes);
        for (let at = 0; at < LANES; at += 1) {
          const lane = lanes[at];
          if (!lane) continue;
          steps += STEPS;
          read(program, lane.course.state.y, at);
          if (pass(rules, lane)) {
            if (lane.changed) write(program, lane.course.state.y, at);
            continue;
          }
          onEnd(lane.course);
          lanes[at] = take(rules, queue, onEnd);
          load(program, lanes, at);
        }
      }
      return steps;
    },
  };
}

interface Rules {
  readonly program: BatchProgram;
  readonly level: Level;
  /** Values of QUANTITIES at the last look, for whoever looks now. */
  readonly values: Float64Array;
  readonly readouts: Float64Array;
  readonly events: EngineEvent[];
  /** True when an objective decides on the ending, or on what is kept; others are a matter of the score. */
  readonly hasVerdicts: boolean;
}

/** The next course that does not end where it begins. */
function take(rules: Rules, queue: Iterator<Course>, onEnd: (course: Course) => void): Lane | null {
  for (let next = queue.next(); next.done !== true; next = queue.next()) {
    const course = next.value;
    const { state, timeline } = course;
    if (state.outcome !== null || state.tick >= course.lastTick) {
      onEnd(course);
      continue;
    }
    if (course.onStart) {
      look(rules, course);
      course.onStart(state, rules.values);
    }
    const lane: Lane = { course, action: 0, actionTick: Number.NEGATIVE_INFINITY, ticks: 0, changed: false };
    for (; (timeline.actions[lane.action]?.tick ?? Infinity) < state.tick; lane.action += 1)
      lane.actionTick = timeline.actions[lane.action]?.tick ?? 0;
    act(rules, lane);
    plan(lane);
    return lane;
  }
  return null;
}

function load(program: BatchProgram, lanes: readonly (Lane | null)[], at: number): void {
  // An empty lane computes the other patient again, for no time at all.
  const lane = lanes[at] ?? lanes[1 - at] ?? null;
  if (lane === null) return;
  put(program, BATCH_LAYOUT.parameters, lane.course.parameters, at);
  program.prepare();
  write(program, lane.course.state.y, at);
}

function put({ memory }: BatchProgram, place: number, from: Float64Array, at: number): void {
  for (let i = 0; i < from.length; i += 1) memory[place + LANES * i + at] = from[i] as number;
}

function write(program: BatchProgram, y: Float64Array, at: number): void {
  put(program, BATCH_LAYOUT.state, y, at);
}

function read({ memory }: BatchProgram, y: Float64Array, at: number): void {
  const place = BATCH_LAYOUT.state + at;
  for (let i = 0; i < y.length; i += 1) y[i] = memory[place + LANES * i] as number;
}

/** Brings both lanes to their next stops. */
function advance(program: BatchProgram, lanes: readonly (Lane | null)[]): void {
  const first = hoursOf(lanes[0]);
  const second = hoursOf(lanes[1]);
  if (program.advanceEach(STEPS, first / STEPS, second / STEPS, ROUNDING) === 1) return;
  lanes.forEach((lane, at) => {
    if (lane) write(program, lane.course.state.y, at);
  });
  lanes.forEach((lane, at) => {
    if (lane) advanceAlone(program, lane, at);
  });
}

/** One lane while the other stands still: in steps of a tick only if its own long ones leave the domain of the model. */
function advanceAlone(program: BatchProgram, lane: Lane, at: number): void {
  const hours = hoursOf(lane);
  for (const steps of [STEPS, TICKS_PER_HOUR]) {
    const step = hours / steps;
    if (program.advanceEach(steps, at === 0 ? step : 0, at === 1 ? step : 0, ROUNDING) === 1) return;
    const y = lane.course.state.y.slice();
    read(program, y, at);
    if (steps === TICKS_PER_HOUR) checkState(y);
    write(program, lane.course.state.y, at);
  }
  throw new Error('the batch kernel stopped at a state that is in order');
}

function hoursOf(lane: Lane | null | undefined): number {
  return lane ? lane.ticks * TICK_HOURS : 0;
}

/** Counts the hours that have passed, and takes what happens now; false when the course is over. */
function pass(rules: Rules, lane: Lane): boolean {
  const { course } = lane;
  const { state } = course;
  const { level, values, events } = rules;
  state.tick += lane.ticks;
  look(rules, course);
  if (rules.hasVerdicts) {
    events.length = 0;
    checkObjectives(state, level, values, events);
  }
  const kind = checkEnding(state, level, values, lane.ticks);
  addToKept(state.kept, state.endings, values, lane.ticks);
  if (kind !== null) {
    closeObjectives(state);
    state.outcome = { kind, tick: state.tick };
  }
  course.onLook?.(state, values);
  if (kind !== null || state.tick >= course.lastTick) return false;
  lane.changed = false;
  act(rules, lane);
  plan(lane);
  return true;
}

function look({ values, readouts }: Rules, { state, parameters }: Course): void {
  values.set(state.y);
  observe(state.y, parameters, readouts);
}

/** Carries out the actions of this tick, and lets the nurse titrate on the hour. */
function act(rules: Rules, lane: Lane): void {
  const { course } = lane;
  const { state, timeline } = course;
  for (;;) {
    const action = timeline.actions[lane.action];
    if (action === undefined || action.tick > state.tick) break;
    carryOut(state, action, rules.level);
    lane.action += 1;
    lane.actionTick = state.tick;
    lane.changed = true;
  }
  const ticks = state.tick - state.pressorTick;
  if (state.pressorTick < 0 || ticks === 0 || ticks % TICKS_PER_HOUR !== 0) return;
  look(rules, course);
  const rate = state.y[Q.ne] as number;
  const titrated = titratedRate(rate, rules.values[Q.MAP] as number, state.pressorCeiling);
  if (titrated === rate) return;
  state.y[Q.ne] = titrated;
  lane.changed = true;
}

function carryOut(state: CourseState, action: Action, level: Level): void {
  const { y } = state;
  if (action.type === 'dose') {
    y[action.species] = (y[action.species] as number) + action.amount;
  } else if (action.type === 'set') {
    y[action.species] = action.amount;
  } else if (action.type === 'oxygen') {
    const step = level.oxygen[action.step];
    state.oxygenStep = action.step;
    y[Q.fio2] = step?.fio2 ?? (y[Q.fio2] as number);
    y[Q.vent] = step?.ventilated === true ? 1 : 0;
  } else if (action.type === 'pressor') {
    y[Q.ne] = Math.min(action.start > 0 ? action.start : (y[Q.ne] as number), action.ceiling);
    state.pressorTick = state.tick;
    state.pressorCeiling = action.ceiling;
  } else {
    y[Q.ne] = 0;
    state.pressorTick = -1;
  }
}

/** How long until something happens: the next full hour, or even hour, action or titration. */
function plan(lane: Lane): void {
  const { state, timeline, lastTick } = lane.course;
  const { tick, pressorTick } = state;
  const hour = isQuiet(lane) ? QUIET_TICKS : TICKS_PER_HOUR;
  let next = Math.min(tick - (tick % hour) + hour, lastTick);
  next = Math.min(next, timeline.actions[lane.action]?.tick ?? Infinity);
  if (pressorTick >= 0)
    next = Math.min(next, tick + TICKS_PER_HOUR - ((tick - pressorTick) % TICKS_PER_HOUR));
  lane.ticks = next - tick;
}

/** True on an even hour at which nothing moves fast and nothing is being counted: the hours may pass in twos. */
function isQuiet({ actionTick, course: { state } }: Lane): boolean {
  return (
    state.tick % QUIET_TICKS === 0 &&
    state.tick - actionTick >= SETTLED_TICKS &&
    state.pressorTick < 0 &&
    state.endings.reserve >= 1 &&
    (state.y[Q.B] as number) < NEARLY_INFECTED
  );
}

/** Bacteria (1e6 CFU/mL) from which the hours of an infection may be about to be counted. */
const NEARLY_INFECTED = 0.5;
