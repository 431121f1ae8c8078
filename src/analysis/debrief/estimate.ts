/** Differences between two arms in the same patients, with their intervals. */
import type { Estimate } from './types.ts';

/** Quantile of the normal distribution for 95 %. */
const Z_95 = 1.959963984540054;

/** A mean over weighted patients with its 95 % interval, between -1 and 1. */
export interface WeightedValues {
  readonly values: readonly number[];
  /** Sum to 1. */
  readonly weights: readonly number[];
  readonly effective: number;
}

/**
 * Weighted mean of paired differences, each between -1 and 1, and its interval: Wald's with half an observation added
 * to every cell of the table of pairs (Agresti and Min 2005, Stat Med 24:729), so that patients in whom nothing
 * differed do not make a difference of exactly nothing certain. The differences count as many as they are worth.
 */
export function estimateOf({ values, weights, effective }: WeightedValues): Estimate {
  let mean = 0;
  let square = 0;
  values.forEach((value, place) => {
    const weight = weights[place] as number;
    mean += weight * value;
    square += weight * value * value;
  });
  const pairs = effective + 2;
  const shrunk = (effective * mean) / pairs;
  const variance = Math.max((effective * square + 1) / pairs - shrunk * shrunk, 0) / pairs;
  const half = Z_95 * Math.sqrt(variance);
  return { value: mean, low: Math.max(shrunk - half, -1), high: Math.min(shrunk + half, 1) };
}

/** Weighted mean of chances, 0 to 1: rounding lets nothing be surer than sure. */
export function meanOf(values: ArrayLike<number>, weights: readonly number[]): number {
  let mean = 0;
  for (let place = 0; place < values.length; place += 1)
    mean += (weights[place] as number) * (values[place] as number);
  return Math.min(mean, 1);
}

/** Nothing was changed, so nothing differs: exactly and certainly. */
export const NO_DIFFERENCE: Estimate = { value: 0, low: 0, high: 0 };
