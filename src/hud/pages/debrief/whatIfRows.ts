/** In which row of the lane each decision stands, so that every one can be seen and taken hold of. */

export interface RowItem {
  readonly id: number;
  /** Middle of its handle on the time axis, pixels. */
  readonly x: number;
}

/**
 * Gives each item the first row in which it lies on no other.
 *
 * @param width of a handle with the room beside it, pixels
 * @returns row by id, the topmost 0; one row more than needed is never opened
 */
export function rowsOf(items: readonly RowItem[], width: number): ReadonlyMap<number, number> {
  const ends: number[] = [];
  const rows = new Map<number, number>();
  for (const { id, x } of items.toSorted((a, b) => a.x - b.x || a.id - b.id)) {
    const free = ends.findIndex((end) => end <= x - width / 2);
    const row = free < 0 ? ends.length : free;
    ends[row] = x + width / 2;
    rows.set(id, row);
  }
  return rows;
}

/** Rows that are needed. */
export function rowCount(rows: ReadonlyMap<number, number>): number {
  return Math.max(1, ...[...rows.values()].map((row) => row + 1));
}
