/** Courses beside the one on the screen, as lines: told apart by dash and by name. */
import type { ComparisonState } from '../app/comparison/types.ts';
import type { Course, Ghost } from '../app/debrief/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { type ChartQuantity, type ChartTable, scaleOf } from './chartData.ts';

export interface GhostLine {
  readonly id: string;
  readonly kind: GhostKind;
  readonly name: string;
  readonly course: Course;
}

/** The first log is a ghost itself while the second one is in the scene. */
export type GhostKind = Ghost['kind'] | 'first';

/** Dashes, so that no line is told by its colour alone; the best known course alone is drawn through. */
export const GHOST_DASHES: Readonly<Record<GhostKind, readonly number[]>> = {
  bodyAlone: [2, 5],
  guideline: [9, 5],
  bestKnown: [],
  earlierSelf: [12, 4, 2, 4],
  friend: [5, 3],
  branch: [16, 4, 4, 4],
  first: [1, 3],
};

/** Custom property of a ghost's colour. */
export function ghostColour(kind: GhostKind): string {
  return kind === 'bestKnown' ? '--drug' : kind === 'first' ? '--host' : '--text';
}

/** The lines to draw: ghosts that are shown and simulated, but for the one that is itself in the scene. */
export function ghostLines({ ghosts, beside, inScene, first }: ComparisonState): readonly GhostLine[] {
  const isSecond = inScene === 'second';
  const lines = ghosts.flatMap(({ id, kind, name, shown, course }) =>
    shown && course && !(isSecond && id === beside) ? [{ id, kind, name, course }] : [],
  );
  if (!isSecond || !first) return lines;
  return [{ id: 'first', kind: 'first', name: t('page.replay.first'), course: first }, ...lines];
}

/** True when two lists of lines draw the same. */
export function sameLines(a: readonly GhostLine[], b: readonly GhostLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => line.id === b[index]?.id && line.course === b[index]?.course)
  );
}

/** The table with a column for each ghost's course of one quantity, on one common axis of hours. */
export function withGhosts(table: ChartTable, lines: readonly GhostLine[], id: ChartQuantity): ChartTable {
  if (lines.length === 0) return table;
  const all = [...table.hours, ...lines.flatMap(({ course }) => course.trend.hours)];
  const hours = [...new Set(all)].sort((a, b) => a - b);
  const row = new Map(hours.map((hour, index) => [hour, index]));
  const spread = (from: readonly number[], values: readonly (number | null)[]): (number | null)[] => {
    const column: (number | null)[] = hours.map(() => null);
    from.forEach((hour, index) => {
      column[row.get(hour) ?? 0] = values[index] ?? null;
    });
    return column;
  };
  const scale = scaleOf(id);
  const columns = table.columns.map((column) => spread(table.hours, column));
  const ghosts = lines.map(({ course: { trend } }) =>
    spread(
      trend.hours,
      (trend.series[Q[id]] ?? []).map((value) => (Number.isFinite(value) ? scale * value : null)),
    ),
  );
  return { hours, columns: [...columns, ...ghosts] };
}
