import type { PlayedPatient } from '../analysis/policyCohort.ts';
import type { Level, Mode } from '../engine/types.ts';
import { chunksOf, runParallel } from './parallel.ts';
import { openPolicy, type PolicySource } from './policyFile.ts';
import type { PolicyInput } from './policyJob.ts';

const JOB = new URL('./policyJob.ts', import.meta.url);
const PATIENTS_OF_A_JOB = 10;

export interface PolicyCohortOptions {
  readonly mode: Mode;
  readonly patients: number;
  /** Integer, 0 to 2^32 - 1. */
  readonly seed: number;
  readonly workers?: number | undefined;
}

/**
 * Plays a policy on virtual patients of a level over worker threads, and gives them in their order; the result does not
 * depend on the number of threads.
 *
 * @throws CommandFailure when the policy fails, or a patient leaves what the model can compute
 */
export async function runPolicy(
  level: Level,
  source: PolicySource,
  { mode, patients, seed, workers }: PolicyCohortOptions,
): Promise<readonly PlayedPatient[]> {
  // A file without a policy is told before any thread is started.
  await openPolicy(source);
  const inputs = chunksOf(patients, PATIENTS_OF_A_JOB).map(
    (chunk): PolicyInput => ({ level, mode, seed, source, patients: chunk }),
  );
  return (await runParallel<PolicyInput, readonly PlayedPatient[]>(JOB, inputs, workers)).flat();
}
