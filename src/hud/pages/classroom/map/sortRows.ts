/** In which order the games of the map stand. */
import type { ClassRow } from '../../../../classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { type SymbolId, symbolOf } from './symbols.ts';

/** What the rows are sorted by: one of three columns, or the hour of the first sign of a kind. */
export type SortBy = 'score' | 'name' | 'end' | SymbolId;

export interface SortOrder {
  readonly by: SortBy;
  /** The other way round. */
  readonly reversed: boolean;
}

export const BY_SCORE: SortOrder = { by: 'score', reversed: false };

/** The order that a press on a button gives: its own, or the same the other way round. */
export function pressed(order: SortOrder, by: SortBy): SortOrder {
  return { by, reversed: order.by === by && !order.reversed };
}

/** As aria-sort says it: points fall from the first row on unless reversed, everything else rises. */
export function directionOf({ by, reversed }: SortOrder): 'ascending' | 'descending' {
  return (by === 'score') === reversed ? 'ascending' : 'descending';
}

/** Hour of the first sign of a kind in a game; null when it was never given. */
export function firstHour(level: Level, row: ClassRow, symbol: SymbolId): number | null {
  // Oxygen taken off is a step of the ladder and no treatment.
  const first = row.marks.find(
    ({ command }) =>
      symbolOf(level, command)?.id === symbol && !(command.type === 'oxygen' && command.step === 0),
  );
  return first?.hour ?? null;
}

/** The rows in order; equals by place. Who never gave the treatment stands at the end, whichever way round. */
export function sortRows(
  level: Level,
  rows: readonly ClassRow[],
  { by, reversed }: SortOrder,
  nameOf: (row: ClassRow) => string,
): readonly ClassRow[] {
  const turn = reversed ? -1 : 1;
  const byPlace = (a: ClassRow, b: ClassRow): number => a.rank - b.rank || rows.indexOf(a) - rows.indexOf(b);
  if (by === 'score') return rows.toSorted((a, b) => turn * byPlace(a, b));
  if (by === 'name')
    return rows.toSorted(
      (a, b) => turn * nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true }) || byPlace(a, b),
    );
  if (by === 'end') return rows.toSorted((a, b) => turn * (a.endHour - b.endHour) || byPlace(a, b));
  const hours = new Map(rows.map((row) => [row, firstHour(level, row, by)]));
  return rows.toSorted((a, b) => {
    const [one, other] = [hours.get(a) ?? null, hours.get(b) ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byPlace(a, b);
    return turn * (one - other) || byPlace(a, b);
  });
}
