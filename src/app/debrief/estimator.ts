/** The estimator at work: a pool of threads that hold virtual patients, and the thread that conducts them. */
import { transfer } from 'comlink';
import type { DecisionLog, Level } from '../../engine/types.ts';
import type { Estimator, Looking } from './sessionState.ts';
import { createPool, poolSize } from './threads.ts';

/** The debrief of a game is the same on every machine and every time: one seed for all, and so many patients for each comparison. */
const OPTIONS = { seed: 1, patients: 200 } as const;

/** The threads for a game: those that have it, or new ones. */
export function estimatorFor(looking: Looking, level: Level, log: DecisionLog): Estimator {
  if (looking.estimator?.log === log) return looking.estimator;
  endEstimator(looking);
  const { processors, startThread } = looking.host;
  const pool = createPool(poolSize(processors), startThread);
  // A thread of its own: neither the hand that drags a decision nor a ghost keeps the others waiting.
  const thread = startThread();
  const ports = pool.connect();
  const { commands, endTick, mode, seed } = log;
  thread
    .ask('openDebrief', level, { commands, endTick, mode, seed }, OPTIONS, transfer(ports, ports))
    .catch(() => undefined);
  const over = Promise.race([thread.over, pool.over]);
  over.catch(() => undefined);
  const end = (): void => {
    thread.end();
    pool.end();
  };
  looking.estimator = { log, thread, over, end };
  return looking.estimator;
}

/** Ends the threads; what was asked of them is called off. */
export function endEstimator(looking: Looking): void {
  looking.estimator?.end();
  looking.estimator = null;
}
