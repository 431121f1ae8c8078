import type { EngineState } from '../engine/state.ts';
import type {
  Command,
  CommandError,
  DecisionLog,
  EngineEvent,
  Level,
  Mode,
  Score,
  Snapshot,
  TimedCommand,
} from '../engine/types.ts';
import type { HeldGame } from '../schema/heldGame.ts';
import type { Fork } from './branches/types.ts';
import type { Trend } from './types.ts';

/** A game that can be moved forward: one being played, or one told by a log. */
export interface Run {
  readonly kind: 'play' | 'replay';
  readonly level: Level;
  readonly mode: Mode;
  readonly seed: number;
  /** Where the game hangs that it was taken over from; null for one that began at tick 0, and for a log that is watched. */
  readonly fork: Fork | null;
  /** Last tick that the run can reach. */
  readonly endTick: number;
  /** Commands so far (play) or of the whole log (replay). */
  commands(): readonly TimedCommand[];
  /** Takes one tick and tells what happened in it. Not to be called once {@link Run.ended}. */
  tick(): readonly EngineEvent[];
  /** The moment reached, detached from the engine. */
  snapshot(): Snapshot;
  ended(): boolean;
  hash(): string;
}

/** The player's own game. */
export interface PlayRun extends Run {
  readonly kind: 'play';
  /** Gives a command at the next tick, or says why not; then nothing has changed. */
  command(command: Command): CommandError | null;
  /** Declared into the log; never part of the state. */
  declarePause(tick: number, seconds: number): void;
  declareSpeed(tick: number, speed: number): void;
  /** What a later visit needs to go on from here. */
  soFar(): HeldGame;
  /** Score and log of the game as far as it went. */
  result(): { readonly score: Score; readonly log: DecisionLog };
}

/** A log that was re-simulated against its checkpoints and found whole. */
export interface ReplayRun extends Run {
  readonly kind: 'replay';
  readonly log: DecisionLog;
  readonly score: Score;
  readonly checkpointsMet: number;
  seek(tick: number): void;
  /** A state of one's own at a tick of the log. */
  stateAt(tick: number): EngineState;
  /** Samples of the whole course. */
  readonly trend: Trend;
}

/** True for a log that is watched. */
export function isReplay(run: Run | null): run is ReplayRun {
  return run?.kind === 'replay';
}
