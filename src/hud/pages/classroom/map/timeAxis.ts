/** The time axis that all rows of the map share. Units are those of a layout at 1280 x 720: 1/16 rem. */
import type { ClassMap } from '../../../../classroom/types.ts';

const HOURS_PER_DAY = 24;

/** Room beside the first and the last hour: half a sign. */
export const PADDING = 9;

/** Least room for the number of a day. */
const DAY_ROOM = 24;

export interface TimeAxis {
  /** Width of the whole drawing. */
  readonly width: number;
  /** Hours from its first to its last line: whole days. */
  readonly hours: number;
  readonly x: (hour: number) => number;
}

export function timeAxis(width: number, hours: number): TimeAxis {
  const plot = Math.max(width - 2 * PADDING, 1);
  return { width, hours, x: (hour) => PADDING + (hour / hours) * plot };
}

/** Whole days that hold every game of the map and of those it is held against. */
export function hoursOf({ rows, bestKnown, guideline }: ClassMap): number {
  const all = [...rows, guideline, ...(bestKnown ? [bestKnown] : [])];
  const last = Math.max(1, ...all.map(({ endHour }) => endHour));
  return Math.ceil(last / HOURS_PER_DAY) * HOURS_PER_DAY;
}

/** Share of all orders of the class that the first days hold, and of the whole time that these may take to be worth a look. */
const MOST_ORDERS = 0.9;
const MOST_TIME = 0.7;

/** Whole days that hold nine in ten orders of the class; null where these are most of the time anyway. */
export function busyHours(map: ClassMap): number | null {
  const hours = map.rows.flatMap(({ marks }) => marks.map(({ hour }) => hour)).toSorted((a, b) => a - b);
  const last = hours[Math.floor(MOST_ORDERS * (hours.length - 1))];
  if (last === undefined) return null;
  const busy = (Math.floor(last / HOURS_PER_DAY) + 1) * HOURS_PER_DAY;
  return busy <= MOST_TIME * hoursOf(map) ? busy : null;
}

/** Least room for an hour of the day between the days, and which are tried. */
const HOUR_ROOM = 70;
const PARTS_OF_DAY = [6, 12];

/** Hours from one line of the grid to the next: whole days, or parts of them where there is much room. */
export function gridHours({ width, hours }: TimeAxis): number {
  return PARTS_OF_DAY.find((step) => (step / hours) * width >= HOUR_ROOM) ?? HOURS_PER_DAY;
}

/** Hours of the axis that are named: days whose number has room, and hours between them where the grid has lines. */
export function namedHours(axis: TimeAxis): readonly number[] {
  const { width, hours } = axis;
  const every = Math.max(1, Math.ceil(((hours / HOURS_PER_DAY) * DAY_ROOM) / Math.max(width, 1)));
  const step = every > 1 ? every * HOURS_PER_DAY : gridHours(axis);
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => index * step);
}
