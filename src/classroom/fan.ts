/** IL-6 of a class by the hour, as bands that hold half and four fifths of it. */
import type { ClassRow, Il6Fan } from './types.ts';

/** Of fewer games a quantile tells nothing that the games themselves do not. */
const FEWEST_GAMES = 3;

/** pg/mL; below what any assay finds. The bands stand on a logarithmic axis, which has no zero. */
const LEAST_IL6 = 0.01;

const QUANTILES = { p10: 0.1, p25: 0.25, median: 0.5, p75: 0.75, p90: 0.9 } as const;

/**
 * Bands over the games that are still going on at each hour: a patient who went home or died counts no further. Ends
 * where fewer than three go on; empty for a smaller class.
 */
export function il6Fan(rows: readonly Pick<ClassRow, 'il6'>[]): Il6Fan {
  const columns: number[][] = [];
  for (let hour = 0; ; hour++) {
    const column = rows.flatMap(({ il6 }) => il6[hour] ?? []).sort((a, b) => a - b);
    if (column.length < FEWEST_GAMES) break;
    columns.push(column);
  }
  const band = (share: number): readonly number[] =>
    columns.map((column) => Math.max(quantileOf(column, share), LEAST_IL6));
  return {
    hours: columns.map((_, hour) => hour),
    p10: band(QUANTILES.p10),
    p25: band(QUANTILES.p25),
    median: band(QUANTILES.median),
    p75: band(QUANTILES.p75),
    p90: band(QUANTILES.p90),
    count: columns.map((column) => column.length),
  };
}

/**
 * The quantile of values in ascending order, between two of them on the line that joins them (Hyndman and Fan 1996,
 * type 7, as spreadsheets have it).
 */
export function quantileOf(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (place - below) * (high - low);
}
