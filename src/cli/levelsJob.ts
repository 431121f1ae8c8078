/** A part of the work of `levels`, for a worker thread: the baselines of a level, or chance over some seeds. */
import { namedBaselines, randomScores } from '../analysis/levelBaselines.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import type { Chunk } from './parallel.ts';

export type LevelsInput =
  | { readonly kind: 'named'; readonly level: Level; readonly best: DecisionLog | null }
  | { readonly kind: 'random'; readonly level: Level; readonly seeds: Chunk };

export type LevelsOutput = ReturnType<typeof namedBaselines> | readonly number[];

export function run(input: LevelsInput): LevelsOutput {
  return input.kind === 'named'
    ? namedBaselines(input.level, input.best)
    : randomScores(input.level, input.seeds.from, input.seeds.to);
}
