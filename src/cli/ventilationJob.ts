/** One block of the cohort in which IL-6 is to tell who will be ventilated, on a worker thread or in this one. */
import type { CohortKernel } from '../analysis/cohortKernel.ts';
import { type VentilationCase, ventilationCases } from '../analysis/evidenceVentilation.ts';
import type { Block } from '../analysis/trialRun.ts';
import { createNodeKernel } from './batchProgram.ts';

export interface VentilationInput {
  readonly seed: number;
  readonly block: Block;
}

/** Made once for each thread; it keeps nothing from one patient to the next. */
let kernel: CohortKernel | undefined;

/** Runs one block. */
export function run({ seed, block }: VentilationInput): VentilationCase[] {
  kernel ??= createNodeKernel();
  return ventilationCases(seed, block, kernel);
}
