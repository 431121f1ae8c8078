/** The quantities that the chart of the debrief can show, and the axis of each. */
import { Q } from '../../../model/generated/system.ts';
import { formatNumber } from '../../format.ts';
import { decadesOf } from '../chartAxes.ts';

export const CHART_QUANTITIES = ['IL6', 'SpO2', 'MAP', 'SOFA', 'guard'] as const;
export type ChartQuantity = (typeof CHART_QUANTITIES)[number];

/** From a value to its height, 0 at the foot of the chart and 1 at its top; what is beyond lies on the edge. */
export interface ValueAxis {
  readonly share: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

interface LinearRange {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** A value on the axis is the quantity times this. */
  readonly scale?: number;
}

/** The range that is always shown; a course that leaves it widens it by whole steps. */
const LINEAR: Readonly<Record<Exclude<ChartQuantity, 'IL6'>, LinearRange>> = {
  SpO2: { low: 80, high: 100, step: 5 },
  MAP: { low: 50, high: 100, step: 10 },
  SOFA: { low: 0, high: 12, step: 4 },
  guard: { low: 0, high: 100, step: 25, scale: 100 },
};

/** Position of the quantity among QUANTITIES. */
export function indexOf(quantity: ChartQuantity): number {
  return Q[quantity];
}

/** The axis on which all of the courses fit. */
export function axisFor(quantity: ChartQuantity, courses: readonly (readonly number[])[]): ValueAxis {
  return quantity === 'IL6' ? logAxis(courses) : linearAxis(LINEAR[quantity], courses);
}

const within = (share: number): number => Math.min(Math.max(share, 0), 1);

function logAxis(courses: readonly (readonly number[])[]): ValueAxis {
  const { low, high } = decadesOf(...courses);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return {
    share: (value) => within((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)),
    ticks: ticks.map((value, index) => ({ value, text: decadeText(value, low + index) })),
  };
}

function linearAxis(range: LinearRange, courses: readonly (readonly number[])[]): ValueAxis {
  const { step, scale = 1 } = range;
  let [least, most] = [range.low, range.high];
  for (const value of courses.flat()) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value * scale);
    most = Math.max(most, value * scale);
  }
  const low = Math.floor(least / step) * step;
  const high = Math.ceil(most / step) * step;
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  return {
    share: (value) => within((value * scale - low) / (high - low)),
    ticks: ticks.map((value) => ({ value: value / scale, text: formatNumber(value, 0) })),
  };
}

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;
/** From this power of ten on a number is wider than the margin of the chart. */
const LARGE_DECADE = 5;

function decadeText(value: number, decade: number): string {
  return decade < LARGE_DECADE ? formatNumber(value, value < 1 ? 1 : 0) : `10${RAISED[decade] ?? ''}`;
}
