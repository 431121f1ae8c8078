/** One search for the best known plan of a level, for a worker thread. */
import type { PlannedOrder } from '../src/analysis/plan.ts';
import { searchBest } from '../src/analysis/searchBest.ts';
import type { Level } from '../src/engine/types.ts';

export interface SearchInput {
  readonly level: Level;
  readonly start: readonly PlannedOrder[];
  readonly rounds: number;
  readonly seed: number;
}

export interface SearchOutput {
  readonly plan: readonly PlannedOrder[];
  readonly cost: number;
}

export function run({ level, start, rounds, seed }: SearchInput): SearchOutput {
  return searchBest(level, start, rounds, seed);
}
