import { applyCommand } from '../engine/applyCommand.ts';
import { checkCommand } from '../engine/checkCommand.ts';
import { createGame } from '../engine/createGame.ts';
import { levelHash } from '../engine/levelHash.ts';
import { createRecorder, makeLog, recordTick } from '../engine/log.ts';
import { scoreGame } from '../engine/score.ts';
import { snapshotOf } from '../engine/snapshot.ts';
import { cloneState, type EngineState } from '../engine/state.ts';
import { stateHash } from '../engine/stateHash.ts';
import { step } from '../engine/step.ts';
import { ticksOf } from '../engine/time.ts';
import type { Command, DecisionLog, Level, Mode } from '../engine/types.ts';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import type { Fork } from './branches/types.ts';
import type { PlayRun } from './run.ts';
import type { Beginning } from './types.ts';

/** Pauses and changes of speed that a log declares one by one; what comes after is added to the last. */
const MOST_DECLARATIONS = 1_000;

type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : never;

export interface PlayRunOptions {
  /** Tick 0 of the level unless said otherwise. */
  readonly beginning?: Beginning;
  readonly fork?: Fork | null;
}

/**
 * A new game of a level, or one that is taken over. Commands wait for the next tick; a copy of the state
 * with them applied tells what the screen shows and what the next command may
 * be, so that in a pause an order is seen and cannot be given twice.
 */
export function createPlayRun(
  level: Level,
  mode: Mode,
  seed: number,
  { beginning, fork = null }: PlayRunOptions = {},
): PlayRun {
  const state = beginning?.state ?? createGame(level, { mode, seed });
  const recorder = beginning?.recorder ?? createRecorder();
  const declared = createDeclarations();
  let waiting: Command[] = [];
  let awaited: EngineState | null = null;
  const commands = () => [...recorder.commands, ...waiting.map((command) => ({ tick: state.tick, command }))];
  return {
    kind: 'play',
    level,
    mode,
    seed,
    fork,
    endTick: ticksOf(level.horizonHours),
    commands,
    tick() {
      recordTick(recorder, state, waiting);
      const events = step(state, level, waiting);
      waiting = [];
      awaited = null;
      // A command was already told of when it was given, even in a pause.
      return events.filter((event) => event.type !== 'command');
    },
    snapshot: () => snapshotOf(awaited ?? state, level),
    ended: () => state.outcome !== null,
    hash: () => stateHash(state),
    command(command) {
      const refusal = checkCommand(awaited ?? state, level, command);
      if (refusal) return refusal;
      awaited ??= cloneState(state);
      applyCommand(awaited, level, command);
      waiting.push(command);
      return null;
    },
    declarePause: declared.pause,
    declareSpeed: declared.speed,
    soFar: () => ({
      ...headOf(level, mode, seed),
      commands: commands(),
      tick: state.tick,
      ...declared.soFar(),
      ...(fork && { fork }),
    }),
    result: () => ({
      score: scoreGame(state, level),
      log: makeLog(level, state, recorder, declared.soFar()),
    }),
  };
}

/** What a game is of, as a log says it. */
function headOf(level: Level, mode: Mode, seed: number) {
  return {
    format: 1,
    model: { version: MODEL_VERSION, hash: MODEL_HASH },
    level: { id: level.id, hash: levelHash(level) },
    seed,
    mode,
  } as const;
}

/** Where the player paused and the speeds played at, as the log declares them. */
function createDeclarations() {
  const pauses: Mutable<DecisionLog['pauses']> = [];
  const speeds: Mutable<DecisionLog['speeds']> = [];
  return {
    pause(tick: number, seconds: number): void {
      const last = pauses.at(-1);
      if (last && pauses.length >= MOST_DECLARATIONS)
        pauses[pauses.length - 1] = { tick: last.tick, seconds: last.seconds + seconds };
      else pauses.push({ tick, seconds });
    },
    speed(tick: number, speed: number): void {
      if (speeds.length < MOST_DECLARATIONS) speeds.push({ tick, speed });
    },
    soFar: () => ({ pauses: [...pauses], speeds: [...speeds] }),
  };
}
