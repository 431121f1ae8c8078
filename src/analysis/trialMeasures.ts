/** From the means of two arms to one number that compares them. */
import { log10, powerOfTen } from '../math/logarithm.ts';
import type { Endpoint } from './trialTypes.ts';

/** True for a measure of one arm, that is compared with no other. */
export function standsAlone(measure: Endpoint['measure']): boolean {
  return measure === 'fraction' || measure === 'level';
}

/**
 * Compares the mean numbers of an arm with those of the control by the endpoint's measure. NaN where there is no
 * answer, as for a ratio to nothing.
 */
export function compare(endpoint: Endpoint, arm: Float64Array, control: Float64Array): number {
  const a = arm[0] as number;
  const c = control[0] as number;
  // Nobody entered: logarithms and powers refuse what is no number.
  if (!Number.isFinite(a) || !Number.isFinite(c)) return Number.NaN;
  switch (endpoint.measure) {
    case 'fraction':
      return a;
    case 'level':
      return meanOf(endpoint, arm);
    case 'riskDifference':
    case 'difference':
      return a - c;
    case 'riskRatio':
      return a / c;
    case 'oddsRatio':
      return a / (1 - a) / (c / (1 - c));
    case 'hazardRatio':
      return log10(1 - a) / log10(1 - c);
    case 'rateRatio':
      return rateRatio(arm, control);
    case 'timeRatio':
      return meanOf(endpoint, arm) / meanOf(endpoint, control);
    default:
      return endpoint.type === 'value' && endpoint.average === 'geometric' ? powerOfTen(a - c) : a / c;
  }
}

/**
 * Mantel-Haenszel ratio of the daily rates at which the arms get there, patients who have not yet being at risk.
 *
 * @param arm chance of each day; the last number is not one
 */
function rateRatio(arm: Float64Array, control: Float64Array): number {
  let above = 0;
  let below = 0;
  let armLeft = 1;
  let controlLeft = 1;
  for (let day = 0; day < arm.length - 1; day += 1) {
    const armNow = arm[day] as number;
    const controlNow = control[day] as number;
    const left = armLeft + controlLeft;
    if (left > 0) {
      above += (armNow * controlLeft) / left;
      below += (controlNow * armLeft) / left;
    }
    armLeft -= armNow;
    controlLeft -= controlNow;
  }
  return above / below;
}

/** What a table shows as the mean of an endpoint. */
export function meanOf(endpoint: Endpoint, means: Float64Array): number {
  if (endpoint.type === 'time') return means[means.length - 1] as number;
  const mean = means[0] as number;
  const geometric = endpoint.type === 'value' && endpoint.average === 'geometric' && Number.isFinite(mean);
  return geometric ? powerOfTen(mean) : mean;
}

/** The first day by whose end half of the patients got there, counted from 1; null: half never did. */
export function medianDayOf(endpoint: Endpoint, means: Float64Array): number | null {
  if (endpoint.type !== 'time') return null;
  let sum = 0;
  for (let day = 0; day < means.length - 1; day += 1) {
    sum += means[day] as number;
    if (sum >= 0.5) return day + 1;
  }
  return null;
}
