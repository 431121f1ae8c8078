/** A worker that verifies games, one task at a time. */
import type { Level } from '../../engine/types.ts';
import type { VerifyWork } from './verifyWork.ts';
import type { VerifyAnswer, VerifyMessage } from './verifyWorker.ts';

export interface VerifyThread {
  /** Rejects with what went wrong in the worker, or with the failure to start it. One task at a time. */
  ask<Name extends keyof VerifyWork>(
    name: Name,
    given: Parameters<VerifyWork[Name]>[0],
  ): Promise<ReturnType<VerifyWork[Name]>>;
  end(): void;
}

export type StartVerifyThread = (levels: readonly Level[]) => VerifyThread;

/** Starts a worker of the browser. Never throws: what stands in the way comes with the first answer. */
export const startVerifyThread: StartVerifyThread = (levels) => {
  const worker = new Worker(new URL('./verifyWorker.ts', import.meta.url), { type: 'module' });
  const send = (message: VerifyMessage): void => worker.postMessage(message);
  let failure: Error | null = null;
  let fail: ((reason: Error) => void) | null = null;
  worker.onerror = (event) => {
    event.preventDefault();
    // A file that cannot be fetched comes without words.
    failure = new Error(event.message ?? '');
    fail?.(failure);
  };
  send({ type: 'levels', levels });
  return {
    ask: (name, given) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        fail = reject;
        worker.onmessage = ({ data }: MessageEvent<VerifyAnswer>) =>
          'output' in data ? resolve(data.output as never) : reject(new Error(data.message));
        send({ type: 'task', name, given });
      }),
    end: () => worker.terminate(),
  };
};
