import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/math/normal.ts';

describe('normalQuantile', () => {
  // Quantiles from the tables of NIST's Engineering Statistics Handbook, and one far out in the tail.
  test.each([
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [0.0001, -3.719016485455709],
    [1e-9, -5.997807015007687],
  ])('of %d is %d', (share, quantile) => {
    expect(Math.abs(normalQuantile(share) - quantile)).toBeLessThan(1e-8);
  });

  test('is the same on both sides, and rises without a jump where its formulas meet', () => {
    let before = normalQuantile(0.0005);
    for (let part = 2; part < 2000; part += 1) {
      const share = part / 2000;
      const quantile = normalQuantile(share);
      expect(quantile).toBeGreaterThan(before);
      expect(quantile - before).toBeLessThan(0.25);
      before = quantile;
      expect(Math.abs(quantile + normalQuantile(1 - share))).toBeLessThan(1e-8);
    }
  });

  test.each([0, 1, -0.1, 1.1, Number.NaN])('refuses %d', (share) => {
    expect(() => normalQuantile(share)).toThrow(RangeError);
  });
});
