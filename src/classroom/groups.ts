/** Games that may stand on one board: of one level and view. */
import type { Level, Mode } from '../engine/types.ts';
import type { ClassRow } from './types.ts';

export interface GameGroup {
  readonly level: Level;
  readonly mode: Mode;
  /** In the order in which they were given. */
  readonly rows: readonly ClassRow[];
  /** Null when the games are of more than one patient. */
  readonly seed: number | null;
}

/** By level, in the order of the campaign, and by view; none is empty. */
export function groupGames(levels: readonly Level[], rows: readonly ClassRow[]): readonly GameGroup[] {
  return levels.flatMap((level) => level.modes.flatMap((mode) => groupOf(level, mode, rows)));
}

function groupOf(level: Level, mode: Mode, all: readonly ClassRow[]): readonly GameGroup[] {
  const rows = all.filter(({ log }) => log.level.id === level.id && log.mode === mode);
  const [first, ...others] = new Set(rows.map(({ log }) => log.seed));
  if (first === undefined) return [];
  return [{ level, mode, rows, seed: others.length === 0 ? first : null }];
}
