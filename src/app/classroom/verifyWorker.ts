/** One worker of verifyInWorkers.ts. Its first message is the levels; then one task at a time, one answer each. */
import type { Level } from '../../engine/types.ts';
import { createVerifyWork, type VerifyWork } from './verifyWork.ts';

let work: VerifyWork | null = null;

addEventListener('message', ({ data }: MessageEvent<VerifyMessage>) => {
  if (data.type === 'levels') work = createVerifyWork(data.levels);
  else if (work) postMessage(answerOf(work, data));
});

/** What a worker is sent. */
export type VerifyMessage =
  | { readonly type: 'levels'; readonly levels: readonly Level[] }
  | { readonly type: 'task'; readonly name: keyof VerifyWork; readonly given: unknown };

export type VerifyAnswer = { readonly output: unknown } | { readonly message: string };

function answerOf(work: VerifyWork, { name, given }: VerifyMessage & { type: 'task' }): VerifyAnswer {
  try {
    return { output: (work[name] as (given: unknown) => unknown)(given) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
