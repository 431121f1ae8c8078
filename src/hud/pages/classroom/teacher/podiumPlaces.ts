/** Who stands on which step. */
import type { BoardLine } from '../boardLines.ts';

export interface PodiumStep {
  readonly rank: 1 | 2 | 3;
  /** Equal scores share a step. Empty where places were shared above it: 1, 2, 2 leaves the third step empty. */
  readonly lines: readonly BoardLine[];
}

const STEPS = [1, 2, 3] as const;

/** The three steps. What was handed in late stands on none of them. */
export function podiumSteps(lines: readonly BoardLine[]): readonly PodiumStep[] {
  return STEPS.map((rank) => ({
    rank,
    lines: lines.filter(({ result }) => result !== null && !result.late && result.rank === rank),
  }));
}

/** Names that a step shows, and how many more share it: never one more, which would take as much room as its name. */
export function shownOnStep(
  { lines }: PodiumStep,
  atMost: number,
): { readonly shown: readonly BoardLine[]; readonly more: number } {
  if (lines.length <= atMost) return { shown: lines, more: 0 };
  const shown = lines.slice(0, atMost - 1);
  return { shown, more: lines.length - shown.length };
}
