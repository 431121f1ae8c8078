/** One worker thread of debriefPool.ts: keeps its virtual patients and answers what the debrief asks, in order. */
import { parentPort } from 'node:worker_threads';
import { createDebriefWorker, type DebriefTask } from '../analysis/debrief/tasks.ts';
import { createBatchProgram } from './batchProgram.ts';
import type { Answer } from './parallelWorker.ts';

if (parentPort !== null) {
  const port = parentPort;
  const worker = createDebriefWorker(createBatchProgram());
  const answer = (task: DebriefTask): Answer<unknown> => {
    try {
      return { output: worker.answer(task) };
    } catch (error) {
      return { message: error instanceof Error ? error.message : String(error), exitCode: null };
    }
  };
  port.on('message', (task: DebriefTask) => port.postMessage(answer(task)));
}
