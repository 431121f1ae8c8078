/** Playing a decision log again, and refusing one that does not give what it says. */
import { InvariantError } from '../model/course.ts';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import { checkCommands } from './checkCommands.ts';
import { createGame } from './createGame.ts';
import { levelHash } from './levelHash.ts';
import { CHECKPOINT_TICKS } from './log.ts';
import { scoreGame } from './score.ts';
import { fromCommands } from './simulate.ts';
import type { EngineState } from './state.ts';
import { stateHash } from './stateHash.ts';
import { step } from './step.ts';
import type { DecisionLog, Level, Score } from './types.ts';

export type RefusalCode =
  | 'modelVersion'
  | 'modelHash'
  | 'levelId'
  | 'levelHash'
  | 'modeNotInLevel'
  | 'commandOrder'
  | 'commandRefused'
  | 'commandAfterEnd'
  | 'checkpoint'
  | 'checkpointCount'
  | 'endTick'
  | 'outcome'
  | 'score'
  | 'outsideModel';

/** Why a log is refused, as a value: the sentence is `error.replay.<code>`. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** The tick at which the log and the game part; 0 when its head is refused. */
  readonly tick: number;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Replayed {
  readonly ok: true;
  readonly state: EngineState;
  readonly score: Score;
}

/**
 * Simulates a log against its checkpoints and stops at the first mismatch.
 * Nothing that the log claims is believed: outcome, last tick and score are
 * compared with what the commands give.
 *
 * @param onCheckpoint called with the state at tick 0, 240, ...; it must copy what it keeps
 * @param onTick called with the state at tick 0 and after every step; the same holds for it
 */
export function replayLog(
  level: Level,
  log: DecisionLog,
  onCheckpoint?: (state: EngineState) => void,
  onTick?: (state: EngineState) => void,
): Replayed | Refusal {
  const refused = checkHead(level, log) ?? checkOrder(log);
  if (refused !== null) return refused;
  let state: EngineState | null = null;
  try {
    state = createGame(level, log);
    return follow(level, log, state, onCheckpoint, onTick);
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    return refuse('outsideModel', state?.tick ?? 0, { reason: error.message });
  }
}

function refuse(code: RefusalCode, tick: number, values: Refusal['values'] = {}): Refusal {
  return { ok: false, code, tick, values: { ...values, tick } };
}

function checkHead(level: Level, log: DecisionLog): Refusal | null {
  const { model } = log;
  if (model.version !== MODEL_VERSION) {
    return refuse('modelVersion', 0, { found: model.version, expected: MODEL_VERSION });
  }
  if (model.hash !== MODEL_HASH) return refuse('modelHash', 0, { found: model.hash, expected: MODEL_HASH });
  if (log.level.id !== level.id) return refuse('levelId', 0, { found: log.level.id, expected: level.id });
  const expected = levelHash(level);
  if (log.level.hash !== expected) return refuse('levelHash', 0, { found: log.level.hash, expected });
  return level.modes.includes(log.mode) ? null : refuse('modeNotInLevel', 0, { mode: log.mode });
}

function checkOrder({ commands }: DecisionLog): Refusal | null {
  let last = 0;
  for (const { tick } of commands) {
    // A tick between two ticks would never come, and its command never be played.
    if (!(Number.isInteger(tick) && tick >= last)) return refuse('commandOrder', tick);
    last = tick;
  }
  return null;
}

function follow(
  level: Level,
  log: DecisionLog,
  state: EngineState,
  onCheckpoint?: (state: EngineState) => void,
  onTick?: (state: EngineState) => void,
): Replayed | Refusal {
  const commandsAt = fromCommands(log.commands);
  let checkpoint = 0;
  onTick?.(state);
  while (state.outcome === null) {
    if (state.tick % CHECKPOINT_TICKS === 0) {
      const refused = checkCheckpoint(log, checkpoint, state);
      if (refused !== null) return refused;
      onCheckpoint?.(state);
      checkpoint += 1;
    }
    const commands = commandsAt(state);
    const error = checkCommands(state, level, commands);
    if (error !== null) return refuse('commandRefused', state.tick, { ...error.values, reason: error.code });
    step(state, level, commands);
    onTick?.(state);
  }
  return checkEnd(level, log, checkpoint, state);
}

function checkCheckpoint(log: DecisionLog, index: number, state: EngineState): Refusal | null {
  const claimed = log.checkpoints[index];
  if (claimed === undefined || claimed.tick !== state.tick) return refuse('checkpointCount', state.tick);
  return claimed.hash === stateHash(state) ? null : refuse('checkpoint', state.tick);
}

function checkEnd(
  level: Level,
  log: DecisionLog,
  checkpoint: number,
  state: EngineState,
): Replayed | Refusal {
  const { tick, outcome } = state;
  const late = log.commands.find((timed) => timed.tick >= tick);
  if (late !== undefined) return refuse('commandAfterEnd', late.tick);
  if (log.endTick !== tick) return refuse('endTick', tick, { found: log.endTick });
  const refused = checkCheckpoint(log, checkpoint, state);
  if (refused !== null) return refused;
  if (log.checkpoints.length !== checkpoint + 1) return refuse('checkpointCount', tick);
  if (outcome?.kind !== log.outcome)
    return refuse('outcome', tick, { found: log.outcome, expected: outcome?.kind ?? '' });
  const score = scoreGame(state, level);
  if (score.total !== log.score) return refuse('score', tick, { found: log.score, expected: score.total });
  return { ok: true, state, score };
}
