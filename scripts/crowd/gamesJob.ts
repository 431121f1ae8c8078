/** Games of one patient, made on a thread of their own; a job of src/cli/parallel.ts. */
import type { Mode } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { makeClass } from '../../tests/support/classLogs.ts';

export interface GamesWanted {
  readonly level: string;
  readonly mode: Mode;
  readonly seed: number;
  readonly count: number;
}

/** Texts of decision logs. */
export function run({ level, mode, seed, count }: GamesWanted): readonly string[] {
  const known = loadLevels().find(({ id }) => id === level);
  if (!known) throw new Error(`There is no level ${level}.`);
  return makeClass(known, count, seed, mode).map((log) => JSON.stringify(log));
}
