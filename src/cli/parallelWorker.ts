/** One worker thread of parallel.ts: runs the job whose module it was started with, input by input. */
import { parentPort, workerData } from 'node:worker_threads';
import { CommandFailure } from './command.ts';

/** What a job's module exports. */
export interface JobModule<Input, Output> {
  run(input: Input): Output | Promise<Output>;
}

/** What a worker thread sends back for one input. */
export type Answer<Output> =
  | { readonly output: Output }
  | { readonly message: string; readonly exitCode: 1 | 2 | null };

async function answer(job: Promise<JobModule<unknown, unknown>>, input: unknown): Promise<Answer<unknown>> {
  try {
    return { output: await (await job).run(input) };
  } catch (error) {
    const exitCode = error instanceof CommandFailure && error.exitCode !== 0 ? error.exitCode : null;
    return { message: error instanceof Error ? error.message : String(error), exitCode };
  }
}

if (parentPort !== null) {
  const port = parentPort;
  const job = import(workerData as string) as Promise<JobModule<unknown, unknown>>;
  job.catch(() => {});
  port.on('message', async (input: unknown) => {
    port.postMessage(await answer(job, input));
  });
}
