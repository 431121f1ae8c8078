import { t } from './words.ts';

/**
 * Numbers that stand for hidden names: by seat, so that they stay whatever the places are, and are the same on the wall,
 * on every device and in what is saved.
 *
 * @param seats of everybody on the board
 */
export function hiddenNumbers(seats: readonly string[]): ReadonlyMap<string, number> {
  return new Map(seats.toSorted().map((seat, index) => [seat, index + 1]));
}

/** Games of a room, whose ids are seats, under the numbers that the board shows for them. */
export function withHiddenNames<Row extends { readonly id: string }>(
  rows: readonly Row[],
  board: readonly { readonly seat: string }[],
): readonly (Row & { readonly name: string })[] {
  const numbers = hiddenNumbers(board.map(({ seat }) => seat));
  return rows.map((row) => ({
    ...row,
    name: t('class.export.hiddenName', { number: numbers.get(row.id) ?? 0 }),
  }));
}
