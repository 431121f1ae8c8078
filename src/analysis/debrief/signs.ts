/** From losses to the signs of chess: ?!, ?, ?? and !. */
import type { Estimate, Sign } from './types.ts';

/** Loss from which each sign is given, as shares: 5, 10 and 20 points. */
export const THRESHOLDS: readonly { readonly loss: number; readonly sign: Sign }[] = [
  { loss: 0.05, sign: '?!' },
  { loss: 0.1, sign: '?' },
  { loss: 0.2, sign: '??' },
];

/** What everything else would have cost at least, where a decision was the only good one: a blunder. */
export const ONLY_GOOD = 0.2;

export function signOf({ value }: Estimate): Sign {
  return THRESHOLDS.reduce<Sign>((sign, threshold) => (value >= threshold.loss ? threshold.sign : sign), '');
}

/** True when the interval of a loss spans a threshold: on its one side another sign stands. */
export function isUnclear({ low, high }: Estimate): boolean {
  return THRESHOLDS.some(({ loss }) => low < loss && high >= loss);
}
