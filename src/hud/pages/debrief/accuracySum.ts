/** The numbers of the explanation of the accuracy, written so that they compute. */
import type { Accuracy } from '../../../analysis/debrief/types.ts';
import { formatNumber } from '../../format.ts';

const POINTS = 100;

/** What counts as at stake at least, a share; see accuracy.ts of the analysis. */
export const LEAST_STAKE = 0.2;

/** What rounding to whole points may change, with room for the last bit of an exact half. */
const HALF = 0.5 + 1e-9;

/** Thousandths of a point are enough for whole points of any game. */
const MOST_DECIMALS = 3;

/** A share in points, as it is written with so many decimals. */
export function pointsText(share: number, decimals = 0): string {
  return formatNumber(POINTS * share, decimals);
}

/** Decimals of points with which the sum, put into a calculator as it is written, gives its whole points: as few as do. */
export function sumDecimals({ lost, atStake }: Pick<Accuracy, 'lost' | 'atStake'>): number {
  const counted = Math.max(atStake, LEAST_STAKE);
  const bare = Math.round(POINTS * (1 - lost / counted));
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals += 1) {
    const written = (share: number): number => Number((POINTS * share).toFixed(decimals));
    const computed = POINTS * (1 - written(lost) / written(counted));
    if (Math.abs(computed - bare) <= HALF) return decimals;
  }
  return MOST_DECIMALS;
}

/** Likewise for 100 less the largest single loss. */
export function limitDecimals({ worstLoss }: Pick<Accuracy, 'worstLoss'>): number {
  const isWhole = POINTS - Math.round(POINTS * worstLoss) === Math.round(POINTS * (1 - worstLoss));
  return isWhole ? 0 : 1;
}
