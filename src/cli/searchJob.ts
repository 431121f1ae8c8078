/** One search for the best known plan of a level, on a worker thread or in this one. */
import type { PlannedOrder } from '../analysis/plan.ts';
import { type SearchEffort, type SearchResult, searchBest } from '../analysis/search/searchBest.ts';
import type { Level } from '../engine/types.ts';
import { InvariantError } from '../model/course.ts';
import { t } from '../text/catalogue.ts';
import { cannot } from './command.ts';

export interface SearchInput {
  readonly level: Level;
  /** What to search around; null: nothing is known. */
  readonly start: readonly PlannedOrder[] | null;
  readonly effort: SearchEffort;
  readonly seed: number;
  readonly stream: string;
}

/** @throws CommandFailure when a plan takes the patient out of what the model can compute */
export function run({ level, start, effort, seed, stream }: SearchInput): SearchResult {
  try {
    return searchBest(level, start, effort, seed, stream);
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    throw cannot(t('cli.outsideModel', { reason: error.message }));
  }
}
