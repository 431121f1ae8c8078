import type { Snapshot } from '../engine/types.ts';
import type { Trend } from './types.ts';

/** One sample each half hour: 10 ticks of 3 minutes. */
export const TICKS_PER_SAMPLE = 10;

/** A trend without a sample, with room for every quantity of the model. */
export function emptyTrend(quantities: number): Trend {
  return { hours: [], series: Array.from({ length: quantities }, () => []) };
}

/** True when a moment stands on a half hour, or ends the game, and so belongs into the trend. */
export function isSampled({ tick, outcome }: Pick<Snapshot, 'tick' | 'outcome'>): boolean {
  return tick % TICKS_PER_SAMPLE === 0 || outcome !== null;
}

/**
 * Adds one moment. The arrays grow in place and only the outer object is new:
 * a chart sees that something changed, and 28 days cost no copy of 28 days.
 */
export function addSample(trend: Trend, snapshot: Snapshot): Trend {
  (trend.hours as number[]).push(snapshot.hour);
  trend.series.forEach((values, quantity) => {
    (values as number[]).push(snapshot.values[quantity] ?? Number.NaN);
  });
  return { hours: trend.hours, series: trend.series };
}

/** The samples up to and with an hour, as arrays of their own. Used when a replay is sought. */
export function trendUntil(trend: Trend, hour: number): Trend {
  let end = trend.hours.findIndex((sampled) => sampled > hour);
  if (end < 0) end = trend.hours.length;
  return { hours: trend.hours.slice(0, end), series: trend.series.map((values) => values.slice(0, end)) };
}
