/** Instantiates the batch kernel in Node. */
import type { CohortKernel, KernelOptions } from '../analysis/cohortKernel.ts';
import { type BatchProgram, createWasmKernel } from '../analysis/wasmKernel.ts';
import { BATCH_KERNEL } from '../model/generated/batchKernel.ts';

/** What the module exports; scripts/wasmCode.ts writes it. */
interface BatchExports {
  readonly memory: WebAssembly.Memory;
  readonly prepare: BatchProgram['prepare'];
  readonly advance: BatchProgram['advance'];
  readonly advanceEach: BatchProgram['advanceEach'];
}

/** A fresh instance of the batch kernel with a memory of its own. */
export function createBatchProgram(): BatchProgram {
  const module = new WebAssembly.Module(Buffer.from(BATCH_KERNEL, 'base64'));
  const { exports } = new WebAssembly.Instance(module);
  const { memory, prepare, advance, advanceEach } = exports as unknown as BatchExports;
  return { memory: new Float64Array(memory.buffer), prepare, advance, advanceEach };
}

/** The WebAssembly kernel in this thread: what every command that runs a cohort takes. */
export function createNodeKernel(options?: KernelOptions): CohortKernel {
  return createWasmKernel(createBatchProgram(), options);
}
