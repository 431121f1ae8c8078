/** One block of a cohort, on a worker thread or in this one. */
import { type CohortBlock, runCohortBlock } from '../analysis/cohort.ts';
import type { CohortKernel } from '../analysis/cohortKernel.ts';
import type { Block } from '../analysis/trialRun.ts';
import { createNodeKernel } from './batchProgram.ts';

export interface CohortInput {
  readonly trigger: string;
  readonly seed: number;
  readonly block: Block;
}

/** Made once for each thread; it keeps nothing from one patient to the next. */
let kernel: CohortKernel | undefined;

/** Runs one block. */
export function run({ trigger, seed, block }: CohortInput): CohortBlock {
  kernel ??= createNodeKernel();
  return runCohortBlock(trigger, seed, block, kernel);
}
