import type { MortalityMap } from '../analysis/mortality.ts';
import type { TrialResult } from '../analysis/trialEffects.ts';
import {
  type BlockResult,
  countBlock,
  createCount,
  eachBlock,
  resultOf,
  type TrialOptions,
} from '../analysis/trialRun.ts';
import type { Trial } from '../analysis/trialTypes.ts';
import { streamParallel } from './parallel.ts';
import type { TrialInput } from './trialJob.ts';

const JOB = new URL('./trialJob.ts', import.meta.url);

/**
 * Runs a whole trial over worker threads; the result does not depend on their number.
 *
 * @param workers threads; undefined: one for each processor
 * @param map to mortality; the committed one unless another is to be tried
 * @throws CommandFailure when a patient leaves what the model can compute
 */
export async function runTrialParallel(
  trial: Trial,
  options: TrialOptions,
  workers?: number,
  map?: MortalityMap,
): Promise<TrialResult> {
  const count = createCount(trial, options);
  const inputs = inputsOf(trial, options, map);
  for await (const block of streamParallel<TrialInput, BlockResult>(JOB, inputs, workers)) {
    if (countBlock(count, block)) break;
  }
  return resultOf(count);
}

function* inputsOf(
  trial: Trial,
  options: TrialOptions,
  map: MortalityMap | undefined,
): Generator<TrialInput> {
  const shared = { trial, seed: options.seed, ...(map === undefined ? {} : { map }) };
  for (const block of eachBlock(options)) yield { ...shared, block };
}
