/** Replays every golden log in a worker, and the golden cohort with both kernels, and reports once. */
import { javascriptKernel } from '../../../src/analysis/cohortKernel.ts';
import { type BatchProgram, createWasmKernel } from '../../../src/analysis/wasmKernel.ts';
import { loadLevels } from '../../../src/levels/browserLevels.ts';
import { BATCH_KERNEL } from '../../../src/model/generated/batchKernel.ts';
import { goldenCases } from '../../golden/cases.ts';
import cohort from '../../golden/cohort.json' with { type: 'json' };
import type { GoldenFile } from '../../golden/goldenLog.ts';
import { reportGolden } from '../../golden/goldenReport.ts';

const FILES = import.meta.glob<GoldenFile>('../../golden/logs/*.json', { eager: true, import: 'default' });

function createBatchProgram(): BatchProgram {
  const bytes = Uint8Array.from(atob(BATCH_KERNEL), (letter) => letter.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const { memory, prepare, advance, advanceEach } = exports as unknown as BatchProgram & {
    readonly memory: WebAssembly.Memory;
  };
  return { memory: new Float64Array(memory.buffer), prepare, advance, advanceEach };
}

postMessage(
  reportGolden(goldenCases(loadLevels()), (file) => FILES[`../../golden/logs/${file}.json`], cohort, [
    ['JavaScript', () => javascriptKernel],
    ['WebAssembly', () => createWasmKernel(createBatchProgram())],
  ]),
);
