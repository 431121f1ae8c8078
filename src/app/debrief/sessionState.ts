import type { Refusal } from '../../engine/replay.ts';
import type { DecisionLog, Level } from '../../engine/types.ts';
import type { AppStore } from '../store.ts';
import type { Actions } from '../types.ts';
import type { DebriefStore } from './store.ts';
import { CalledOff, type Thread, type WatchedThread } from './threads.ts';
import type { Course, DebriefSubject, Futures } from './types.ts';

/** What the debrief needs of the world around it. */
export interface DebriefHost {
  readonly store: DebriefStore;
  readonly app: AppStore;
  readonly actions: Actions;
  /** Processors of this machine. */
  readonly processors: number;
  startThread(): WatchedThread;
  /** The best known log of a level that comes with the game; null where there is none. */
  bestLog(level: Level): Promise<DecisionLog | null>;
}

/** Threads that were given a game. */
export interface Estimator {
  readonly log: DecisionLog;
  /** The one that conducts. */
  readonly thread: Thread;
  /** Rejects when one of the threads is over. */
  readonly over: Promise<never>;
  end(): void;
}

/** What the session of the debrief holds outside the store. */
export interface Looking {
  readonly host: DebriefHost;
  /** Threads of the estimator, with the game that they were given; null while there are none. */
  estimator: Estimator | null;
  /** The thread of the level's own patient, and the game that it was given. */
  own: { readonly thread: Thread; log: DecisionLog | null } | null;
  /** Counts the times that marks were begun or called off: what an earlier one still says is not heard. */
  round: number;
  /** Changes of the hand that wait until the worker is free; only the last one counts. */
  tried: {
    busy: boolean;
    waiting: (() => void) | null;
    /** True when the hand has let go of the last one. */
    isSettled: boolean;
  };
  /** Counts the changes of the hand: the band of an earlier one is not drawn any more. */
  changes: number;
  /** Those that were made, by mark. */
  futures: Map<string, Futures>;
  ghosts: number;
  /** True while another page is open: threads that are done are given back. */
  away: boolean;
}

export function createLooking(host: DebriefHost): Looking {
  return {
    host,
    estimator: null,
    own: null,
    round: 0,
    tried: { busy: false, waiting: null, isSettled: false },
    changes: 0,
    futures: new Map(),
    ghosts: 0,
    away: true,
  };
}

/** The subject. Throws where there is none: nothing on the page asks for anything before. */
export function subjectOf({ host }: Looking): DebriefSubject {
  const { subject } = host.store.getState();
  if (!subject) throw new Error('There is no game to look back at.');
  return subject;
}

/** The thread of the level's own patient; it knows the subject. */
export function courseThread(looking: Looking): Thread {
  const { level, mode, log } = subjectOf(looking);
  looking.own ??= { thread: looking.host.startThread(), log: null };
  const { own } = looking;
  if (own.log !== log) {
    own.log = log;
    own.thread.ask('setSubject', { level, mode, seed: log.seed }, log.commands).catch(() => undefined);
  }
  return own.thread;
}

/** What a thread said went wrong, or null when it was only called off. */
export function messageOf(error: unknown): string | null {
  if (error instanceof CalledOff) return null;
  return error instanceof Error ? error.message : String(error);
}

export function isRefusal(answer: Course | Refusal): answer is Refusal {
  return 'ok' in answer;
}
