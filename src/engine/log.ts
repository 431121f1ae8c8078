/** The decision log: enough to derive everything else again. */
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import { levelHash } from './levelHash.ts';
import { scoreGame } from './score.ts';
import type { EngineState } from './state.ts';
import { stateHash } from './stateHash.ts';
import type { Checkpoint, Command, DecisionLog, Level, TimedCommand } from './types.ts';

/** Ticks between two checkpoints: 12 hours. */
export const CHECKPOINT_TICKS = 240;

/** What a log needs of a game while it is played. */
export interface Recorder {
  readonly commands: TimedCommand[];
  readonly checkpoints: Checkpoint[];
}

export function createRecorder(): Recorder {
  return { commands: [], checkpoints: [] };
}

/** Notes a tick. Call right before each step, with the state at its start and the commands that it will apply. */
export function recordTick(recorder: Recorder, state: EngineState, commands: readonly Command[]): void {
  if (state.tick % CHECKPOINT_TICKS === 0)
    recorder.checkpoints.push({ tick: state.tick, hash: stateHash(state) });
  for (const command of commands) recorder.commands.push({ tick: state.tick, command });
}

/** What the host declares about how a game was played; no part of its result. */
export interface Declared {
  readonly pauses?: DecisionLog['pauses'];
  readonly speeds?: DecisionLog['speeds'];
}

/**
 * The log of a game that has ended.
 *
 * @throws Error when it has not
 */
export function makeLog(
  level: Level,
  state: EngineState,
  recorder: Recorder,
  declared: Declared = {},
): DecisionLog {
  if (state.outcome === null) throw new Error('A game that has not ended has no log.');
  return {
    format: 1,
    model: { version: MODEL_VERSION, hash: MODEL_HASH },
    level: { id: level.id, hash: levelHash(level) },
    seed: state.seed,
    mode: state.mode,
    commands: recorder.commands.slice(),
    checkpoints: [...recorder.checkpoints, { tick: state.tick, hash: stateHash(state) }],
    outcome: state.outcome.kind,
    endTick: state.tick,
    score: scoreGame(state, level).total,
    pauses: declared.pauses ?? [],
    speeds: declared.speeds ?? [],
  };
}
