/** Worker threads of Node that hold the virtual patients of a debrief. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DebriefPool } from '../analysis/debrief/types.ts';
import type { Answer } from './parallelWorker.ts';

/** More threads share the same memory and gain little, as in the browser. */
const MOST_THREADS = 4;

/** A pool that has to be ended. */
export interface NodeDebriefPool extends DebriefPool {
  end(): Promise<void>;
}

/**
 * Starts the threads.
 *
 * @param size threads; as many as there are processors, at most four, unless said otherwise
 */
export function createDebriefPool(
  size: number = Math.min(availableParallelism(), MOST_THREADS),
): NodeDebriefPool {
  const threads = Array.from({ length: size }, startThread);
  return {
    size,
    ask(worker, task) {
      const thread = threads[worker];
      if (thread === undefined) throw new RangeError(`The pool has no worker ${worker}.`);
      return thread.ask(task);
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A thread answers in the order in which it was asked, so the first that waits is the one answered. */
function startThread() {
  const worker = new Worker(new URL('./debriefThread.ts', import.meta.url));
  const waiting: Waiting[] = [];
  let failure: Error | null = null;
  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (answer: Answer<unknown>) => {
    const first = waiting.shift();
    if ('output' in answer) first?.resolve(answer.output);
    else first?.reject(new Error(answer.message));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a worker thread ended early')));
  return {
    ask: (task: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure);
          return;
        }
        waiting.push({ resolve, reject });
        worker.postMessage(task);
      }),
    end: () => worker.terminate(),
  };
}
