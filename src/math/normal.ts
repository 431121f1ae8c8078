import { LN10, log10 } from './logarithm.ts';

/** Coefficients of Acklam's rational approximations: of the middle, and of the tails below LOW and above 1 - LOW. */
const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
] as const;
const B = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
  1,
] as const;
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const;
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1] as const;
const LOW = 0.02425;

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * Quantile of the standard normal distribution, the same bits in every JavaScript engine. Relative error below 1.2e-9
 * (P. J. Acklam, An algorithm for computing the inverse normal cumulative distribution function, 2003).
 *
 * @param share more than 0, less than 1; anything else throws RangeError
 */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`quantile of ${share}`);
  if (share > 1 - LOW) return -tail(1 - share);
  if (share < LOW) return tail(share);
  const q = share - 0.5;
  const r = q * q;
  return (horner(A, r) * q) / horner(B, r);
}

function tail(share: number): number {
  const q = Math.sqrt(-2 * log10(share) * LN10);
  return horner(C, q) / horner(D, q);
}
