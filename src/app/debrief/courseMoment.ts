/** Moments of a course that was simulated elsewhere, from the samples that came back. */
import type { Level, Snapshot } from '../../engine/types.ts';
import { TICKS_PER_HOUR } from '../../model/course.ts';
import { orderedAt } from './orderTimes.ts';
import type { Course } from './types.ts';

/** Index of the last sample at or before an hour; the last of all for hours after the end. */
export function sampleAt({ trend }: Course, hour: number): number {
  let [low, high] = [0, trend.hours.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((trend.hours[middle] ?? 0) <= hour) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Value of one quantity at an hour, or at the end of a course that was over before. */
export function valueAt(course: Course, quantity: number, hour: number): number {
  return course.trend.series[quantity]?.[sampleAt(course, hour)] ?? Number.NaN;
}

/** True when the course was over before this hour. */
export function isOver(course: Course, hour: number): boolean {
  return hour * TICKS_PER_HOUR > course.endTick;
}

/** The moment of a sample as the inside view is drawn from: all quantities, and when each drug was given last. */
export function momentOf(level: Level, course: Course, sample: number): Snapshot {
  const hour = course.trend.hours[sample] ?? 0;
  const tick = Math.round(hour * TICKS_PER_HOUR);
  const isEnd = tick >= course.endTick;
  return {
    tick,
    hour,
    values: Float64Array.from(course.trend.series, (series) => series[sample] ?? Number.NaN),
    ...orderedAt(level, course.commands, tick),
    labs: [],
    objectives: [],
    outcome: isEnd ? { kind: course.outcome, tick } : null,
  };
}
