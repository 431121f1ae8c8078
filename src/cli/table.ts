/**
 * Lines of a table whose columns stand under each other.
 *
 * @param rows the first is the head
 * @param textColumns so many columns on the left are text and stand to the left; the others are numbers
 */
export function tableText(rows: readonly (readonly string[])[], textColumns: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const room = ' '.repeat(Math.max((widths[column] ?? 0) - [...cell].length, 0));
        return column < textColumns ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
