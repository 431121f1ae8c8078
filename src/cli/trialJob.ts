/** One block of a virtual trial, on a worker thread or in this one. */
import type { CohortKernel } from '../analysis/cohortKernel.ts';
import type { MortalityMap } from '../analysis/mortality.ts';
import { type Block, type BlockResult, runBlock } from '../analysis/trialRun.ts';
import type { Trial } from '../analysis/trialTypes.ts';
import { InvariantError } from '../model/course.ts';
import { t } from '../text/catalogue.ts';
import { createNodeKernel } from './batchProgram.ts';
import { cannot } from './command.ts';

export interface TrialInput {
  readonly trial: Trial;
  readonly seed: number;
  readonly block: Block;
  /** Another map to mortality than the committed one. */
  readonly map?: MortalityMap;
}

/** Made once for each thread; it keeps nothing from one patient to the next. */
let kernel: CohortKernel | undefined;

/** Runs one block. @throws CommandFailure when a patient leaves what the model can compute */
export function run({ trial, seed, block, map }: TrialInput): BlockResult {
  kernel ??= createNodeKernel();
  try {
    return runBlock(trial, seed, block, kernel, map);
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    throw cannot(t('cli.outsideModel', { reason: error.message }));
  }
}
