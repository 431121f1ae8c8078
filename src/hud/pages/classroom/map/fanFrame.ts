/** Geometry of the fan: days to the right, IL-6 on a log axis upward. Units of a layout at 1280 x 720: 1/16 rem. */
import type { ClassMap, Il6Fan } from '../../../../classroom/types.ts';
import { type Decades, decadesOf } from '../../chartAxes.ts';

const HOURS_PER_DAY = 24;
const LEFT = 48;
const RIGHT = 14;
const TOP = 8;
/** Below the plot: the days, and how many games still go on. */
const BELOW = 36;
const DAY_ROOM = 30;
/** Of a decade. */
const HEADROOM = 0.08;

export interface FanFrame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly decades: Decades;
  /** Days that are named. */
  readonly days: readonly number[];
  readonly x: (hour: number) => number;
  readonly y: (value: number) => number;
}

export function fanFrame({ fan, bestKnown }: ClassMap, width: number, height: number): FanFrame {
  const hours = Math.max(fan.hours.at(-1) ?? 0, bestKnown?.il6.length ?? 0, HOURS_PER_DAY);
  const [left, right, top, bottom] = [LEFT, width - RIGHT, TOP, height - BELOW];
  const decades = decadesShown(fan, bestKnown?.il6 ?? []);
  const every = Math.max(1, Math.ceil(((hours / HOURS_PER_DAY) * DAY_ROOM) / Math.max(right - left, 1)));
  const share = (value: number) =>
    (Math.log10(Math.max(value, 10 ** decades.low)) - decades.low) / (decades.high - decades.low);
  return {
    ...{ width, left, right, top, bottom, decades },
    days: Array.from({ length: Math.floor(hours / HOURS_PER_DAY / every) + 1 }, (_, index) => index * every),
    x: (hour) => left + (hour / hours) * (right - left),
    y: (value) => bottom - share(value) * (bottom - top),
  };
}

/** From a whole decade to a little above the highest band; 1 to 1000 pg/mL at least, which is health to storm. */
function decadesShown(fan: Il6Fan, best: readonly number[]): Decades {
  const { low } = decadesOf(fan.p10, best);
  const most = Math.max(1000, ...fan.p90, ...best);
  return { low: Math.max(low, -1), high: Math.log10(most) + HEADROOM };
}

/** The area between two courses; an hour is a place in the arrays. */
export function areaPath(frame: FanFrame, low: readonly number[], high: readonly number[]): string {
  const point = (value: number, hour: number): string =>
    `${frame.x(hour).toFixed(1)} ${frame.y(value).toFixed(1)}`;
  const there = high.map(point);
  const back = low.map(point).toReversed();
  return there.length < 2 ? '' : `M${[...there, ...back].join('L')}Z`;
}

export function coursePath(frame: FanFrame, values: readonly number[]): string {
  const points = values.map((value, hour) => `${frame.x(hour).toFixed(1)} ${frame.y(value).toFixed(1)}`);
  return points.length < 2 ? '' : `M${points.join('L')}`;
}

export interface FanRow {
  readonly day: number;
  readonly games: number;
  readonly median: number;
  readonly half: readonly [number, number];
  readonly most: readonly [number, number];
  /** Null after the best known course has ended. */
  readonly best: number | null;
}

/** The fan at the start of each day, as numbers. */
export function fanRows({ fan, bestKnown }: ClassMap): readonly FanRow[] {
  const at = (values: readonly number[], hour: number): number => values[hour] ?? 0;
  const days = Math.floor((fan.hours.length - 1) / HOURS_PER_DAY) + 1;
  return Array.from({ length: Math.max(days, 0) }, (_, day) => {
    const hour = day * HOURS_PER_DAY;
    return {
      day,
      games: at(fan.count, hour),
      median: at(fan.median, hour),
      half: [at(fan.p25, hour), at(fan.p75, hour)] as const,
      most: [at(fan.p10, hour), at(fan.p90, hour)] as const,
      best: bestKnown?.il6[hour] ?? null,
    };
  });
}
