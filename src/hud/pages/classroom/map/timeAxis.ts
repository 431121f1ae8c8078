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

/** Days whose number has room. */
export function namedDays({ width, hours }: TimeAxis): readonly number[] {
  const days = hours / HOURS_PER_DAY;
  const every = Math.max(1, Math.ceil((days * DAY_ROOM) / Math.max(width, 1)));
  return Array.from({ length: Math.floor(days / every) + 1 }, (_, index) => index * every);
}
