/** Workers of the class in this thread: what goes in and out is copied, as it is between a page and its workers. */
import type { StartVerifyThread } from '../../../src/app/classroom/verifyThread.ts';
import { createVerifyWork } from '../../../src/app/classroom/verifyWork.ts';

export interface LocalThreads {
  readonly start: StartVerifyThread;
  /** Threads that were started, that were ended, and that were at work at once at most. */
  readonly counts: { started: number; ended: number; most: number };
}

/**
 * @param slow milliseconds that a task takes at least, by the number of the task from 0
 * @param breaks true for the tasks at which the thread breaks
 */
export function localThreads(
  slow: (task: number) => number = () => 0,
  breaks: (task: number) => boolean = () => false,
): LocalThreads {
  const counts = { started: 0, ended: 0, most: 0 };
  let [tasks, busy] = [0, 0];
  const start: StartVerifyThread = (levels) => {
    const work = createVerifyWork(structuredClone(levels));
    counts.started += 1;
    return {
      async ask(name, given) {
        const task = tasks++;
        busy += 1;
        counts.most = Math.max(counts.most, busy);
        await new Promise((resolve) => setTimeout(resolve, slow(task)));
        busy -= 1;
        if (breaks(task)) throw new Error('out of memory');
        return structuredClone((work[name] as (given: unknown) => unknown)(structuredClone(given))) as never;
      },
      end() {
        counts.ended += 1;
      },
    };
  };
  return { start, counts };
}
