import { createGame } from './createGame.ts';
import { CHECKPOINT_TICKS } from './log.ts';
import { type Refusal, replayLog } from './replay.ts';
import { fromCommands } from './simulate.ts';
import { cloneState, type EngineState } from './state.ts';
import { step } from './step.ts';
import type { Command, DecisionLog, Level, Score } from './types.ts';

/** A verified log that can be entered at any tick. */
export interface Replay {
  readonly ok: true;
  readonly endTick: number;
  readonly score: Score;
  /** A state of one's own at `tick` (0 to endTick), in at most CHECKPOINT_TICKS steps. */
  seek(tick: number): EngineState;
  /** The commands that the log gives at a tick, for whoever steps on from there. */
  commandsAt(tick: number): readonly Command[];
}

/**
 * Verifies a log and keeps a keyframe at every checkpoint of it.
 *
 * @param onTick called with the state at tick 0 and after every step of the verification; it must copy what it keeps
 */
export function createReplay(
  level: Level,
  log: DecisionLog,
  onTick?: (state: EngineState) => void,
): Replay | Refusal {
  const keyframes: EngineState[] = [];
  const result = replayLog(level, log, (state) => keyframes.push(cloneState(state)), onTick);
  if (!result.ok) return result;
  const commandsOf = fromCommands(log.commands);
  return {
    ok: true,
    endTick: log.endTick,
    score: result.score,
    commandsAt: (tick) => commandsOf({ tick }),
    seek(tick) {
      const target = Math.min(Math.max(Math.trunc(tick), 0), log.endTick);
      const nearest = keyframes[Math.min(Math.floor(target / CHECKPOINT_TICKS), keyframes.length - 1)];
      const state = nearest === undefined ? createGame(level, log) : cloneState(nearest);
      while (state.tick < target) step(state, level, commandsOf(state));
      return state;
    },
  };
}
