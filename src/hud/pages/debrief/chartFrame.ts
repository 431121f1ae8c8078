/** Geometry that the chart and the lane of decisions share: one time axis, in CSS pixels. */
import type { Course, Ghost } from '../../../app/debrief/types.ts';
import type { BoxSize } from './useBox.ts';

const HOURS_PER_DAY = 24;
const TICKS_PER_HOUR = 20;

/** Room beside the plot, in rem: numbers of the axis on the left, half a badge on the right. */
const LEFT = 3.1;
const RIGHT = 1;

/** Least room for the number of a day, in rem. */
const DAY_ROOM = 3;

export interface TimeFrame {
  readonly left: number;
  readonly right: number;
  readonly rem: number;
  /** Hours that the axis spans: the level's horizon, or fewer. */
  readonly horizonHours: number;
  readonly x: (hour: number) => number;
}

export function timeFrame({ width, rem }: BoxSize, horizonHours: number): TimeFrame {
  const left = LEFT * rem;
  const right = Math.max(width - RIGHT * rem, left + 1);
  return { left, right, rem, horizonHours, x: (hour) => left + (hour / horizonHours) * (right - left) };
}

/** Whole days that have room for their number. */
export function daysOf({ left, right, rem, horizonHours }: TimeFrame): readonly number[] {
  const days = Math.floor(horizonHours / HOURS_PER_DAY);
  const every = Math.max(1, Math.ceil((days * DAY_ROOM * rem) / (right - left)));
  return Array.from({ length: Math.floor(days / every) + 1 }, (_, index) => index * every);
}

/** Fewest days that the axis spans. */
const LEAST_DAYS = 3;

/** Room after the last ending for its words, as a share of the axis. */
const END_ROOM = 1.07;

/** Whole days that hold every line that is shown, so that a game that was over soon does not stand in a corner; never beyond the horizon. */
export function hoursShown(lines: readonly ChartLine[], horizonHours: number): number {
  const last = lines.reduce((most, { course }) => Math.max(most, course.endTick), 0) / TICKS_PER_HOUR;
  const days = Math.max(LEAST_DAYS, Math.ceil((last * END_ROOM) / HOURS_PER_DAY));
  return Math.min(days * HOURS_PER_DAY, horizonHours);
}

/** One line of the chart. */
export interface ChartLine {
  readonly id: string;
  readonly kind: Ghost['kind'] | 'own' | 'whatIf';
  readonly name: string;
  readonly course: Course;
}

/** The lines that are shown and have come, the player's own last, so that it lies on top. */
export function linesOf(own: Course | null, ownName: string, ghosts: readonly Ghost[]): readonly ChartLine[] {
  const lines: ChartLine[] = ghosts.flatMap(({ id, kind, name, shown, course }) =>
    shown && course ? [{ id, kind, name, course }] : [],
  );
  if (own) lines.push({ id: 'own', kind: 'own', name: ownName, course: own });
  return lines;
}
