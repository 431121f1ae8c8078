/** A pool for the debrief in one thread, for scripts and tests: as many kernels as workers, one after the other. */
import { createDebriefWorker, type DebriefTask } from '../../src/analysis/debrief/tasks.ts';
import type { DebriefPool } from '../../src/analysis/debrief/types.ts';
import type { BatchProgram } from '../../src/analysis/wasmKernel.ts';
import { createBatchProgram } from '../../src/cli/batchProgram.ts';

/** @param program makes a kernel; the one in WebAssembly unless said otherwise */
export function createLocalPool(size: number, program: () => BatchProgram = createBatchProgram): DebriefPool {
  const workers = Array.from({ length: size }, () => createDebriefWorker(program()));
  return {
    size,
    async ask(worker, task) {
      const one = workers[worker];
      if (one === undefined) throw new RangeError(`The pool has no worker ${worker}.`);
      return one.answer(task as DebriefTask);
    },
  };
}
