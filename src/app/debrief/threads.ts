/** The worker threads of the debrief. */
import { type Remote, wrap } from 'comlink';
import type { DebriefTask } from '../../analysis/debrief/tasks.ts';
import type { DebriefPool } from '../../analysis/debrief/types.ts';
import type { DebriefWork } from './debriefWork.ts';

/** One worker. What is asked of it is done in the order in which it was asked. */
export interface Thread {
  /** Rejects with what went wrong in the worker, with the failure to start it, or with {@link CalledOff}. */
  ask<Name extends keyof DebriefWork>(
    name: Name,
    ...given: Parameters<DebriefWork[Name]>
  ): Promise<ReturnType<DebriefWork[Name]>>;
  /** Ends it at once; whatever is still asked of it is called off. */
  end(): void;
}

/** The reason of what was asked of a thread that was ended. */
export class CalledOff extends Error {}

/** Starts a worker of the browser. Never throws: what stands in the way comes with the first answer. */
export function startThread(): Thread {
  const worker = new Worker(new URL('./debriefWorker.ts', import.meta.url), { type: 'module' });
  const remote: Remote<DebriefWork> = wrap<DebriefWork>(worker);
  let callOff: (reason: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    callOff = reject;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message ?? ''));
    });
  });
  // Whoever asked is told; without anyone it is nobody's failure.
  failed.catch(() => undefined);
  return {
    ask: (name, ...given) => {
      const call = remote[name] as unknown as (...args: unknown[]) => Promise<never>;
      return Promise.race([call(...given), failed]);
    },
    end() {
      callOff(new CalledOff());
      worker.terminate();
    },
  };
}

/** Threads of which each holds a share of the virtual patients. */
export interface Pool extends DebriefPool {
  warm(): void;
  end(): void;
}

/** At least two, so that the page is never waited for; more than four would only share the same memory. */
export function poolSize(processors: number): number {
  return Math.max(2, Math.min(processors, 4));
}

/**
 * Only the first failure is told: a debrief has much under way at once, and is over with that. When the pool is ended
 * nothing more is answered, and whoever waits is forgotten with it.
 *
 * @param start starts one thread
 */
export function createPool(size: number, start: () => Thread): Pool {
  const threads = Array.from({ length: size }, start);
  let over = false;
  return {
    size,
    ask: (worker, task) =>
      new Promise((resolve, reject) => {
        const thread = threads[worker];
        if (!thread) throw new RangeError(`The pool has no worker ${worker}.`);
        const fail = (error: unknown): void => {
          if (!over) reject(error);
          over = true;
        };
        thread.ask('answer', task as DebriefTask).then((answer) => {
          if (!over) resolve(answer);
        }, fail);
      }),
    warm() {
      // A thread that cannot start says so when it is asked for something.
      for (const thread of threads) thread.ask('warm').catch(() => undefined);
    },
    end() {
      over = true;
      for (const thread of threads) thread.end();
    },
  };
}
