/** Whole games of the level's own patient, simulated with the rules of play, and changed ones from where they part. */
import { applyCommand } from '../../engine/applyCommand.ts';
import { checkCommand } from '../../engine/checkCommand.ts';
import { createGame, type GameOptions } from '../../engine/createGame.ts';
import { CHECKPOINT_TICKS, createRecorder, type Recorder } from '../../engine/log.ts';
import { scoreGame } from '../../engine/score.ts';
import { fromCommands } from '../../engine/simulate.ts';
import { snapshotOf } from '../../engine/snapshot.ts';
import { cloneState, type EngineState } from '../../engine/state.ts';
import { stateHash } from '../../engine/stateHash.ts';
import { step } from '../../engine/step.ts';
import { hoursOf } from '../../engine/time.ts';
import type { Command, CommandError, Level, TimedCommand } from '../../engine/types.ts';
import { QUANTITIES } from '../../model/generated/system.ts';
import { addSample, emptyTrend, isSampled, trendUntil } from '../trend.ts';
import type { Trend } from '../types.ts';
import { firstDifference } from './firstDifference.ts';
import type { Course } from './types.ts';

/** A command that the rules refused, and why. */
export interface RefusedCommand extends TimedCommand {
  readonly error: CommandError;
}

/** A game that was simulated to its end, with what another one needs to begin in its middle. */
export interface CourseLine {
  readonly course: Course;
  /** Everything that was to be given, in the order in which it was. */
  readonly given: readonly TimedCommand[];
  /** Those of `given` that the rules refused: they are not in `course.commands`. */
  readonly refused: readonly RefusedCommand[];
  /** States at ticks 0, 240, ..., as checkpoints have them. */
  readonly keyframes: readonly EngineState[];
}

/** What is to be done at the start of a tick, of a state that is only read. */
type Decide = (state: EngineState) => readonly Command[];

/** A game on its way. */
interface Walk {
  readonly level: Level;
  readonly state: EngineState;
  readonly given: TimedCommand[];
  readonly commands: TimedCommand[];
  readonly refused: RefusedCommand[];
  readonly keyframes: EngineState[];
  trend: Trend;
}

/**
 * Simulates a game of the level to its end.
 *
 * @param decide commands that are refused are left out and told
 * @throws InvariantError when the patient leaves the domain of the model
 */
export function followCourse(level: Level, options: GameOptions, decide: Decide): CourseLine {
  return lineOf(walkToEnd(begin(level, options), decide));
}

/**
 * The same game with other commands, from the keyframe before the first tick at which they differ.
 *
 * @throws InvariantError when the patient leaves the domain of the model
 */
export function changeCourse(level: Level, line: CourseLine, commands: readonly TimedCommand[]): CourseLine {
  const parts = firstDifference(line.given, commands);
  return lineOf(walkToEnd(beginAgain(level, line, parts), fromCommands(commands)));
}

/** A game in the middle: state, commands and checkpoints, and samples until then; all of it belongs to the caller. */
export interface Middle {
  readonly state: EngineState;
  readonly recorder: Recorder;
  readonly trend: Trend;
}

/** The moment at the start of a tick of a game, or its last one, before the commands of that tick. */
export function middleOf(level: Level, line: CourseLine, tick: number): Middle {
  const last = Math.max(line.course.endTick - 1, 0);
  const target = Math.min(Math.max(Math.round(tick), 0), last);
  const walk = beginAgain(level, line, target);
  walkUntil(walk, target, fromCommands(line.course.commands));
  return { state: walk.state, recorder: recorderOf(walk), trend: walk.trend };
}

function begin(level: Level, options: GameOptions): Walk {
  const state = createGame(level, options);
  const trend = addSample(emptyTrend(QUANTITIES.length), snapshotOf(state, level));
  return { level, state, given: [], commands: [], refused: [], keyframes: [], trend };
}

/** From the last keyframe that is not after `tick`. */
function beginAgain(level: Level, line: CourseLine, tick: number): Walk {
  const kept = line.keyframes.filter((state) => state.tick <= tick);
  const from = kept.at(-1);
  if (from === undefined) throw new Error('A course is kept without its first state.');
  const isBefore = (given: TimedCommand): boolean => given.tick < from.tick;
  return {
    level,
    state: cloneState(from),
    given: line.given.filter(isBefore),
    commands: line.course.commands.filter(isBefore),
    refused: line.refused.filter(isBefore),
    // The walk puts its own copy of the keyframe that it begins at.
    keyframes: kept.slice(0, -1),
    trend: trendUntil(line.course.trend, hoursOf(from.tick)),
  };
}

function walkToEnd(walk: Walk, decide: Decide): Walk {
  walkUntil(walk, Number.POSITIVE_INFINITY, decide);
  return walk;
}

function walkUntil(walk: Walk, tick: number, decide: Decide): void {
  const { level, state } = walk;
  while (state.outcome === null && state.tick < tick) {
    if (state.tick % CHECKPOINT_TICKS === 0) walk.keyframes.push(cloneState(state));
    const legal = sortOut(walk, decide(state));
    step(state, level, legal);
    // Reading every quantity costs as much as the step: only where the trend takes it.
    if (isSampled(state)) walk.trend = addSample(walk.trend, snapshotOf(state, level));
  }
}

/** Those of the commands that are legal one after the other; the others are noted. */
function sortOut(walk: Walk, commands: readonly Command[]): readonly Command[] {
  if (commands.length === 0) return commands;
  const { level, state } = walk;
  const { tick } = state;
  const trial = cloneState(state);
  return commands.filter((command) => {
    walk.given.push({ tick, command });
    const error = checkCommand(trial, level, command);
    if (error === null) {
      applyCommand(trial, level, command);
      walk.commands.push({ tick, command });
    } else walk.refused.push({ tick, command, error });
    return error === null;
  });
}

function lineOf({ level, state, given, commands, refused, keyframes, trend }: Walk): CourseLine {
  if (state.outcome === null) throw new Error('A course has not come to its end.');
  const score = scoreGame(state, level);
  const course = { commands, trend, outcome: state.outcome.kind, endTick: state.tick, score };
  return { course, given, refused, keyframes };
}

/** Commands whose tick never came because the game had ended, with that as the reason. */
export function afterEnd(
  { course }: CourseLine,
  commands: readonly TimedCommand[],
): readonly RefusedCommand[] {
  const late = commands.filter(({ tick }) => tick >= course.endTick);
  return late.map((given) => ({ ...given, error: { code: 'ended', values: {} } }));
}

function recorderOf({ commands, keyframes }: Walk): Recorder {
  const recorder = createRecorder();
  recorder.commands.push(...commands);
  recorder.checkpoints.push(...keyframes.map((state) => ({ tick: state.tick, hash: stateHash(state) })));
  return recorder;
}
