/** Some patients of a policy's cohort, on a worker thread or in this one. */
import { type PlayedPatient, playPatient } from '../analysis/policyCohort.ts';
import type { Level, Mode } from '../engine/types.ts';
import { InvariantError } from '../model/course.ts';
import { t } from '../text/catalogue.ts';
import { cannot } from './command.ts';
import type { Chunk } from './parallel.ts';
import { openPolicy, type PolicySource } from './policyFile.ts';

export interface PolicyInput {
  readonly level: Level;
  readonly mode: Mode;
  readonly seed: number;
  readonly source: PolicySource;
  readonly patients: Chunk;
}

/** @throws CommandFailure when the policy fails, or a patient leaves what the model can compute */
export async function run({
  level,
  mode,
  seed,
  source,
  patients,
}: PolicyInput): Promise<readonly PlayedPatient[]> {
  const makeDecide = await openPolicy(source);
  const played: PlayedPatient[] = [];
  try {
    for (let index = patients.from; index < patients.to; index++)
      played.push(playPatient(level, mode, seed, index, makeDecide));
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    throw cannot(t('cli.outsideModel', { reason: error.message }));
  }
  return played;
}
