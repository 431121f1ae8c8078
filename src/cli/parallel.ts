/**
 * Work over several worker threads. How the work is cut is up to the caller and must not depend on the number
 * of workers (`chunksOf` with a fixed size); then results do not depend on it either.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CommandFailure } from './command.ts';
import type { Answer, JobModule } from './parallelWorker.ts';

/** Part of a range of whole numbers: `from` is in it, `to` is not. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

/** Cuts 0 to `count` (left out) into parts of `size`, the last one shorter. */
export function chunksOf(count: number, size: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let from = 0; from < count; from += size) chunks.push({ from, to: Math.min(from + size, count) });
  return chunks;
}

/**
 * Runs a job once for each input and yields the outputs in the order of the inputs, each as soon as it and all
 * before it are there. Few inputs are out at a time, so memory does not grow with their number.
 *
 * @param job the job's module, as `new URL('./trialJob.ts', import.meta.url)`; it exports a function
 *   `run(input)` that returns the output or a promise of it. Inputs and outputs are plain data (no functions;
 *   typed arrays are fine). A job keeps nothing from one input to the next that would change a result.
 * @param workers threads; with one, or with a single input, the job runs in this thread. As many as there are
 *   processors unless said otherwise
 * @throws what the job throws: a CommandFailure as such, anything else as Error with the same message
 */
export async function* streamParallel<Input, Output>(
  job: URL,
  inputs: Iterable<Input>,
  workers: number = availableParallelism(),
): AsyncGenerator<Output> {
  const source = inputs[Symbol.iterator]();
  const first = take(source, workers);
  if (first.length <= 1) {
    const { run } = (await import(job.href)) as JobModule<Input, Output>;
    for (const input of chain(first, source)) yield await run(input);
    return;
  }
  const threads = first.map(() => startThread<Output>(job));
  try {
    yield* inOrder<Input, Output>(threads, chain(first, source));
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** Up to `most` inputs, at least one if there is one. */
function take<Input>(source: Iterator<Input>, most: number): Input[] {
  const taken: Input[] = [];
  while (taken.length < Math.max(most, 1)) {
    const { done, value } = source.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

function* chain<Input>(first: readonly Input[], rest: Iterator<Input>): Generator<Input> {
  yield* first;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

/** All outputs of `streamParallel` in a list, in the order of the inputs. */
export async function runParallel<Input, Output>(
  job: URL,
  inputs: Iterable<Input>,
  workers?: number,
): Promise<Output[]> {
  const outputs: Output[] = [];
  for await (const output of streamParallel<Input, Output>(job, inputs, workers)) outputs.push(output);
  return outputs;
}

interface Thread<Output> {
  /** Works on one input; one at a time. */
  ask(input: unknown): Promise<Output>;
  end(): Promise<unknown>;
}

function startThread<Output>(job: URL): Thread<Output> {
  const worker = new Worker(new URL('./parallelWorker.ts', import.meta.url), { workerData: job.href });
  return {
    ask: (input) =>
      new Promise<Output>((resolve, reject) => {
        const settle = (act: () => void) => {
          worker.off('message', onMessage).off('error', onError).off('exit', onExit);
          act();
        };
        const onMessage = (answer: Answer<Output>) =>
          settle(() => ('output' in answer ? resolve(answer.output) : reject(failureOf(answer))));
        const onError = (error: Error) => settle(() => reject(error));
        const onExit = () => settle(() => reject(new Error('a worker thread ended early')));
        worker.on('message', onMessage).on('error', onError).on('exit', onExit);
        worker.postMessage(input);
      }),
    end: () => worker.terminate(),
  };
}

function failureOf(answer: { readonly message: string; readonly exitCode: 1 | 2 | null }): Error {
  return answer.exitCode === null
    ? new Error(answer.message)
    : new CommandFailure(answer.message, answer.exitCode);
}

/** Inputs that are out or wait for an earlier output, for each thread. */
const LOOK_AHEAD = 4;

async function* inOrder<Input, Output>(
  threads: readonly Thread<Output>[],
  inputs: Iterator<Input>,
): AsyncGenerator<Output> {
  const idle = [...threads];
  const waiting: ((thread: Thread<Output>) => void)[] = [];
  const work = async (input: Input): Promise<Output> => {
    const thread = idle.pop() ?? (await new Promise<Thread<Output>>((resolve) => waiting.push(resolve)));
    try {
      return await thread.ask(input);
    } finally {
      const next = waiting.shift();
      if (next === undefined) idle.push(thread);
      else next(thread);
    }
  };
  const running: Promise<Output>[] = [];
  let next = inputs.next();
  while (next.done !== true || running.length > 0) {
    while (next.done !== true && running.length < threads.length * LOOK_AHEAD) {
      const output = work(next.value);
      // The failure is thrown where its turn comes; until then it is not unhandled.
      output.catch(() => {});
      running.push(output);
      next = inputs.next();
    }
    yield (await running.shift()) as Output;
  }
}
