const LN2 = 0.6931471805599453;
const LOG10_E = 0.4342944819032518;
/** Natural logarithm of 10: natural logarithms are decimal ones times this. */
export const LN10 = 2.302585092994046;
const TERMS = 14;
const HALVINGS = 4;

/**
 * Decimal logarithm, the same bits in every JavaScript engine (Math.log10 is not).
 * Scales x by powers of two, which is exact, into [1/sqrt2, sqrt2), then sums the series
 * ln m = 2 (z + z^3/3 + z^5/5 + ...), z = (m - 1)/(m + 1), |z| < 0.172, to beyond 1e-16.
 * @param x positive and finite; 0 gives -Infinity, anything else throws RangeError.
 */
export function log10(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0) || x === Infinity) throw new RangeError(`log10 of ${x}`);
  let m = x;
  let exponent = 0;
  while (m >= 1.4142135623730951) {
    m /= 2;
    exponent += 1;
  }
  while (m < 0.7071067811865476) {
    m *= 2;
    exponent -= 1;
  }
  const z = (m - 1) / (m + 1);
  const square = z * z;
  let sum = 0;
  for (let n = 21; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return LOG10_E * (exponent * LN2 + 2 * z * sum);
}

/**
 * 10^x, the same bits in every JavaScript engine (Math.pow is not); 10^0 is exactly 1. The whole part by
 * multiplication, the rest by the series of the exponential at a sixteenth of it and four squarings: relative error
 * below 1e-14 for |x| up to 10.
 *
 * @param x finite, |x| up to 300
 */
export function powerOfTen(x: number): number {
  const whole = Math.floor(x);
  let small = (x - whole) * LN10;
  for (let times = 0; times < HALVINGS; times += 1) small /= 2;
  let power = 1;
  for (let term = TERMS; term >= 1; term -= 1) power = 1 + (power * small) / term;
  for (let times = 0; times < HALVINGS; times += 1) power *= power;
  for (let digit = 0; digit < whole; digit += 1) power *= 10;
  for (let digit = 0; digit > whole; digit -= 1) power /= 10;
  return power;
}
