/** Geometry of the end screen's two charts, which share one time axis. */
import type { Trend } from '../../app/types.ts';

/** Width of the drawing and its margins. On a phone the drawing itself is narrower, so that its letters stay as large. */
export interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Most days that the time axis names. */
  readonly days: number;
}

export const WIDE: Frame = { width: 600, left: 60, right: 96, days: 11 };
export const NARROW: Frame = { width: 340, left: 58, right: 84, days: 5 };

/** Room for the longest name at the end of a line. */
export const LABEL_WIDTH = 96;
const BARE_RIGHT = 16;

/** The frame without a margin for names, where every course ends early enough to have its name inside. */
export function frameFor(frame: Frame, lastHour: number, horizonHours: number): Frame {
  const bare = { ...frame, right: BARE_RIGHT };
  const nameEnds = xOf(lastHour, horizonHours, bare) + LABEL_WIDTH + NAME_GAP;
  return nameEnds <= bare.width - BARE_RIGHT ? bare : frame;
}

/** Between a line's end and its name. */
const NAME_GAP = 40;

/** Room above the highest line. */
export const TOP = 10;
export const IL6_HEIGHT = 230;
export const SOFA_HEIGHT = 96;
export const SOFA_MAXIMUM = 24;

/** Lowest and highest power of ten of the IL-6 axis, pg/mL. */
export interface Decades {
  readonly low: number;
  readonly high: number;
}

const HOURS_PER_DAY = 24;

/** X of an hour of the level. */
export function xOf(hour: number, horizonHours: number, { width, left, right }: Frame): number {
  return left + (hour / horizonHours) * (width - left - right);
}

/** Share of the highest decade from which a course would run through the chart's heading. */
const CROWDED = 0.4;

/** The whole decades that hold every value, with room for the heading; 1 to 1000 pg/mL at least, which is health to storm. */
export function decadesOf(...courses: readonly (readonly number[])[]): Decades {
  let [least, most] = [1, 1000];
  for (const course of courses) {
    for (const value of course) {
      if (value > 0) least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  const high = Math.ceil(Math.log10(most));
  const crowded = most > 1000 && most > CROWDED * 10 ** high;
  return { low: Math.floor(Math.log10(least)), high: crowded ? high + 1 : high };
}

/** Y of a concentration on the log axis; what is below the axis lies on it. */
export function logY(value: number, { low, high }: Decades): number {
  const share = (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low);
  return TOP + (1 - share) * (IL6_HEIGHT - TOP - 8);
}

export function sofaY(points: number): number {
  return TOP + (1 - points / SOFA_MAXIMUM) * (SOFA_HEIGHT - TOP - 8);
}

/** The path through all samples; gaps are left where a value is not finite. */
export function linePath(
  hours: readonly number[],
  values: readonly number[],
  x: (hour: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let pen = 'M';
  hours.forEach((hour, index) => {
    const value = values[index];
    if (value === undefined || !Number.isFinite(value)) {
      pen = 'M';
      return;
    }
    path += `${pen}${x(hour).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
  });
  return path;
}

/** Whole days to label, about as many as the frame has room for. */
export function dayTicks(horizonHours: number, { days: room }: Frame): readonly number[] {
  const days = Math.floor(horizonHours / HOURS_PER_DAY);
  const every = Math.max(1, Math.ceil(days / (room - 1)));
  return Array.from({ length: Math.floor(days / every) + 1 }, (_, index) => index * every);
}

/** The largest value and the day on which it was reached. */
export function peakOf(
  hours: readonly number[],
  values: readonly number[],
): { readonly value: number; readonly day: number } {
  let at = 0;
  values.forEach((value, index) => {
    if (value > (values[at] ?? 0)) at = index;
  });
  return { value: values[at] ?? 0, day: (hours[at] ?? 0) / HOURS_PER_DAY };
}

/** The samples of one quantity. */
export function seriesOf(trend: Trend, quantity: number): readonly number[] {
  return trend.series[quantity] ?? [];
}
