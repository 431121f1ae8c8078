/** The worker threads of the debrief. */
import { type Endpoint, type Remote, transfer, wrap } from 'comlink';
import type { DebriefWork } from './debriefWork.ts';

/** One worker. What is asked of it is done in the order in which it was asked. */
export interface Thread {
  /** Rejects with what went wrong in the worker, with the failure to start it, or with {@link CalledOff}. */
  ask<Name extends keyof DebriefWork>(
    name: Name,
    ...given: Parameters<DebriefWork[Name]>
  ): Promise<Awaited<ReturnType<DebriefWork[Name]>>>;
  /** Ends it at once; whatever is still asked of it is called off. */
  end(): void;
}

/** A thread that tells its end also to whoever has asked it nothing. */
export interface WatchedThread extends Thread {
  /** Rejects when the worker cannot be started or fails as a whole, or is ended; nothing else ever comes of it. */
  readonly over: Promise<never>;
}

/** The reason of what was asked of a thread that was ended. */
export class CalledOff extends Error {}

/** Starts a worker of the browser. Never throws: what stands in the way comes with the first answer. */
export function startThread(): WatchedThread {
  const worker = new Worker(new URL('./debriefWorker.ts', import.meta.url), { type: 'module' });
  const { thread, fail } = threadAt(worker, () => worker.terminate());
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    // A file that cannot be fetched comes without words.
    fail(new Error(event.message ?? ''));
  });
  return thread;
}

/** The thread that answers at an endpoint. */
export function threadAt(
  endpoint: Endpoint,
  terminate: () => void,
): { readonly thread: WatchedThread; readonly fail: (reason: Error) => void } {
  const remote: Remote<DebriefWork> = wrap<DebriefWork>(endpoint);
  let fail: (reason: Error) => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Whoever asked is told; without anyone it is nobody's failure.
  over.catch(() => undefined);
  const thread: WatchedThread = {
    ask: (name, ...given) => {
      const call = remote[name] as unknown as (...args: unknown[]) => Promise<never>;
      return Promise.race([call(...given), over]);
    },
    over,
    end() {
      fail(new CalledOff());
      terminate();
    },
  };
  return { thread, fail };
}

/** Threads of which each holds a share of the virtual patients. */
export interface Pool {
  /** A way to each of the threads, for the one that conducts them. */
  connect(): MessagePort[];
  /** Rejects when one of the threads is over. */
  readonly over: Promise<never>;
  end(): void;
}

/** At least two, so that two processors are used; more than four would only share the same memory. */
export function poolSize(processors: number): number {
  return Math.max(2, Math.min(processors, 4));
}

/** @param start starts one thread */
export function createPool(size: number, start: () => WatchedThread): Pool {
  const threads = Array.from({ length: size }, start);
  const over = Promise.race(threads.map((thread) => thread.over));
  over.catch(() => undefined);
  return {
    connect: () =>
      threads.map((thread) => {
        const { port1, port2 } = new MessageChannel();
        // A thread that cannot start says so in `over`.
        thread.ask('listen', transfer(port2, [port2])).catch(() => undefined);
        return port1;
      }),
    over,
    end() {
      for (const thread of threads) thread.end();
    },
  };
}
