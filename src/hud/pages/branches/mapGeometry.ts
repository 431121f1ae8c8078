/** Where the rows and lines of a drawn tree lie. Widths are shares of the time axis in thousandths, heights are rows. */
import type { TreeRow } from '../../../app/branches/tree.ts';

export const MAP_WIDTH = 1000;
const HOURS_PER_DAY = 24;
const TICKS_PER_HOUR = 20;

/** Share of a row's height at which its line lies: the name stands above it. */
const LINE_AT = 0.72;

/** How far a branch runs before it lies on its own row, in thousandths. */
const BEND = 14;

/** X of a tick on the axis of a level. */
export function mapX(tick: number, horizonHours: number): number {
  return (tick / (horizonHours * TICKS_PER_HOUR)) * MAP_WIDTH;
}

/** One line of the map: the path of a branch from its parent's line to its own end. */
export function branchPath(rows: readonly TreeRow[], index: number, horizonHours: number): string {
  const row = rows[index];
  if (!row) return '';
  const { branch } = row;
  const y = index + LINE_AT;
  const from = mapX(branch.forkTick, horizonHours);
  const end = mapX(branch.log.endTick, horizonHours);
  const above = rows.findIndex((other) => other.branch.id === branch.parent);
  if (above < 0) return `M${from} ${y}H${end}`;
  // A branch that ends at once still shows where it left.
  const bend = Math.min(from + BEND, Math.max(end, from));
  return `M${from} ${above + LINE_AT}V${y - 0.25}Q${from} ${y} ${bend} ${y}H${Math.max(end, bend)}`;
}

/** Whole days that the axis names: every day, or every second or more where there is no room. */
export function mapDays(horizonHours: number, most: number): readonly number[] {
  const days = Math.floor(horizonHours / HOURS_PER_DAY);
  const every = Math.max(1, Math.ceil(days / most));
  return Array.from({ length: Math.floor(days / every) + 1 }, (_, index) => index * every);
}

/** Share of the axis, 0 to 1, of a whole day. */
export function dayShare(day: number, horizonHours: number): number {
  return (day * HOURS_PER_DAY) / horizonHours;
}

/** The row that a key of a tree leads to from row `at`; null for any other key. */
export function rowForKey(rows: readonly TreeRow[], at: number, key: string): number | null {
  const here = rows[at];
  if (!here) return null;
  switch (key) {
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'ArrowDown':
      return Math.min(at + 1, rows.length - 1);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'ArrowLeft':
      return Math.max(
        rows.findIndex(({ branch }) => branch.id === here.branch.parent),
        0,
      );
    case 'ArrowRight': {
      const child = rows.findIndex(({ branch }) => branch.parent === here.branch.id);
      return child < 0 ? at : child;
    }
    default:
      return null;
  }
}
