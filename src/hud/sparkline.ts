/** A small curve without axes. */
import type { Point } from './labReadings.ts';

export interface Sparkline {
  /** SVG path, or '' for fewer than two points. */
  readonly path: string;
  readonly endX: number;
  readonly endY: number;
}

interface SparkOptions {
  readonly width: number;
  readonly height: number;
  /** Hours shown, up to now. */
  readonly hours: number;
  readonly now: number;
  readonly log: boolean;
  /** Smallest span of the vertical axis, so that noise in a flat course stays flat. In units, or decades when log. */
  readonly smallestSpan: number;
}

const MOST_POINTS = 24;

/** At most `count` points, first and last always kept. */
export function thin<T>(points: readonly T[], count: number): readonly T[] {
  if (points.length <= count) return points;
  const stride = (points.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => points[Math.round(index * stride)] as T);
}

/** The course of the last hours, fitted into a box. Null when nothing is known. */
export function sparkline(points: readonly Point[], options: SparkOptions): Sparkline | null {
  const { width, height, hours, now, log, smallestSpan } = options;
  const from = now - hours;
  const recent = thin(
    points.filter(({ hour, value }) => hour >= from && Number.isFinite(value)),
    MOST_POINTS,
  );
  if (recent.length === 0) return null;
  const levels = recent.map(({ value }) => (log ? Math.log10(Math.max(value, 1e-3)) : value));
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  const span = Math.max(high - low, smallestSpan);
  const bottom = (low + high - span) / 2;
  const first = recent[0]?.hour ?? from;
  // The curve fills the box from its first point; a short course is not squeezed into a corner.
  const start = Math.max(from, first);
  const scale = Math.max(now - start, 1e-6);
  const at = recent.map(({ hour }, index) => ({
    x: recent.length === 1 ? width : ((hour - start) / scale) * width,
    y: height - (((levels[index] ?? bottom) - bottom) / span) * height,
  }));
  const end = at[at.length - 1] ?? { x: width, y: height / 2 };
  const path =
    at.length < 2
      ? ''
      : at.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  return { path, endX: end.x, endY: end.y };
}
