/** Geometry of the end screen's two charts, which share one time axis. */

export const CHART = { width: 600, left: 52, right: 96, top: 10 } as const;
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
export function xOf(hour: number, horizonHours: number): number {
  const width = CHART.width - CHART.left - CHART.right;
  return CHART.left + (hour / horizonHours) * width;
}

/** The whole decades that hold every value; 1 to 1000 pg/mL at least, which is health to storm. */
export function decadesOf(...courses: readonly (readonly number[])[]): Decades {
  let [least, most] = [1, 1000];
  for (const course of courses) {
    for (const value of course) {
      if (value > 0) least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  return { low: Math.floor(Math.log10(least)), high: Math.ceil(Math.log10(most)) };
}

/** Y of a concentration on the log axis; what is below the axis lies on it. */
export function logY(value: number, { low, high }: Decades): number {
  const share = (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low);
  return CHART.top + (1 - share) * (IL6_HEIGHT - CHART.top - 8);
}

export function sofaY(points: number): number {
  return CHART.top + (1 - points / SOFA_MAXIMUM) * (SOFA_HEIGHT - CHART.top - 8);
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

/** Whole days to label, at most about ten of them. */
export function dayTicks(horizonHours: number): readonly number[] {
  const days = Math.floor(horizonHours / HOURS_PER_DAY);
  const every = Math.ceil(days / 10);
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
