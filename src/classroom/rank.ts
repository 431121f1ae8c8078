/** Places by score. Whoever has the same score shares the place, and who was late stands behind all who were not. */
import type { ClassRow } from './types.ts';

interface Ranked {
  readonly score: number;
  readonly late?: boolean;
}

/** Place of each result among all of them, from 1: 1, 2, 2, 4. */
export function ranksOf(results: readonly Ranked[]): readonly number[] {
  return results.map((one) => 1 + results.filter((other) => compareResults(other, one) < 0).length);
}

/** Rows with their places, in the order of places; those who share one by name and key, so that it is always the same order. */
export function rankRows(rows: readonly ClassRow[]): readonly ClassRow[] {
  const ranks = ranksOf(rows);
  return rows
    .map((row, index) => ({ ...row, rank: ranks[index] ?? 1 }))
    .sort((a, b) => compareResults(a, b) || compareText(a.name, b.name) || compareText(a.id, b.id));
}

function compareResults(a: Ranked, b: Ranked): number {
  return Number(a.late ?? false) - Number(b.late ?? false) || b.score - a.score;
}

/** By code units: the same in every browser and language. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
