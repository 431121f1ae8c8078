/**
 * What the debrief says of a game. P stands for the chance, over virtual patients consistent with what the player could
 * have known at that moment, of ending with life, organs and guard kept. Chances and losses are shares, 0 to 1.
 */
import type { Command, DecisionLog, Level, TimedCommand } from '../../engine/types.ts';

/** An estimate with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 'decision': a command of the log. 'missed': hours in which an order was missing. 'drift': many small losses, taken as one. */
export type MarkKind = 'decision' | 'missed' | 'drift';

/** '!' the only good move, '' nothing to say, '?!' dubious, '?' mistake, '??' blunder. */
export type Sign = '!' | '' | '?!' | '?' | '??';

/** What would have been done instead. */
export type Change =
  /** Nothing in its place. */
  | { readonly type: 'none' }
  /** The same command, at another tick. */
  | { readonly type: 'move'; readonly to: TimedCommand }
  /** Another command in its place, or one that was missing. */
  | { readonly type: 'order'; readonly to: TimedCommand }
  /** Everything as the guideline would have ordered it for this patient from a tick on, where no single order was enough. */
  | { readonly type: 'guideline'; readonly fromTick: number }
  /** The best of every mark of a drift at once. */
  | { readonly type: 'all' };

export interface Mark {
  /** 'd3': command 3 of the log; 'm1': first missed window by time; 'drift'. */
  readonly id: string;
  readonly kind: MarkKind;
  /** Tick of the decision; of a missed window, the best moment for what was missing; of a drift, its first tick. */
  readonly tick: number;
  /** Ticks between which it holds; both `tick` for a decision. */
  readonly fromTick: number;
  readonly toTick: number;
  /** Position in log.commands, or -1. */
  readonly commandIndex: number;
  readonly command: Command | null;
  readonly sign: Sign;
  /** True when the interval of the loss spans a threshold between two signs: the sign is then the likeliest. */
  readonly unclear: boolean;
  /**
   * P of the best alternative less P as played. Where that is an order about something else in a decision's place, less P
   * of the best with such an order beside it: what it would have brought by itself was missing, and is no fault of the
   * decision.
   */
  readonly loss: Estimate;
  /** P as played less P without the decision; null for what was not done. */
  readonly gain: Estimate | null;
  /** P as played, and of the best alternative (as played when there is no better one). */
  readonly kept: { readonly played: number; readonly best: number };
  /** How much the alternatives differed here: P of the best less P of the worst. */
  readonly difficulty: number;
  /** The best alternative; null when nothing of the stated set is better than what was done. */
  readonly best: Change | null;
  /** All commands of the game with the best alternative; those of the log when `best` is null. */
  readonly bestCommands: readonly TimedCommand[];
  /** Where to take over in order to try again: a little before `fromTick`. */
  readonly tryAgainTick: number;
  /** Virtual patients compared, and how many equally weighted ones they are worth. */
  readonly patients: number;
  readonly effectivePatients: number;
  /** Ids of the marks that a drift is made of; empty otherwise. */
  readonly parts: readonly string[];
}

/** How the accuracy came about; the numbers of the page that explains it. */
export interface Accuracy {
  /** 0 to 100, whole. */
  readonly value: number;
  /** Sum of what was lost and of what was at stake, shares. */
  readonly lost: number;
  readonly atStake: number;
  /** Largest single loss, by which the accuracy is limited: 100 less its points. */
  readonly worstLoss: number;
}

export interface Debrief {
  readonly seed: number;
  /** Virtual patients per comparison, at least. */
  readonly patients: number;
  /** By tick. */
  readonly marks: readonly Mark[];
  readonly accuracy: Accuracy;
  /** P as played, over the patients like the real one at the start of the level. */
  readonly kept: { readonly played: number };
  /** Work done, for the bench: patients x steps of the integrator. */
  readonly steps: number;
}

export interface DebriefOptions {
  /** Integer, 0 to 2^32 - 1: which virtual patients are drawn. */
  readonly seed: number;
  /** Virtual patients per comparison, at least 200 in the game. */
  readonly patients: number;
}

/** Said while a debrief is made. */
export interface DebriefProgress {
  /** 0 to 1. */
  readonly done: number;
  /** Marks that are ready, the most important first. */
  readonly marks: readonly Mark[];
}

/** Makes a debrief; the work goes to the pool. Called off by letting the pool reject. */
export type MakeDebrief = (
  level: Level,
  log: Pick<DecisionLog, 'commands' | 'endTick' | 'mode' | 'seed'>,
  options: DebriefOptions,
  pool: DebriefPool,
  onProgress: (progress: DebriefProgress) => void,
) => Promise<Debrief>;

/**
 * Workers that hold virtual patients. Patient i belongs to worker i modulo `size`; what comes out does not depend on
 * `size`. A host calls the functions of tasks.ts in its threads; see there for inputs and outputs, which are plain data.
 */
export interface DebriefPool {
  readonly size: number;
  /** Runs a task in one worker. Tasks of one worker run in the order in which they were asked for. */
  ask(worker: number, task: unknown): Promise<unknown>;
}
