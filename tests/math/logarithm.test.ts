import { describe, expect, it } from 'vitest';
import { log10, powerOfTen } from '../../src/math/logarithm.ts';
import { createRandom, nextUnit } from '../../src/math/random.ts';

describe('log10', () => {
  it('is within two units in the last place of that of the host, from the smallest to the largest number', () => {
    const random = createRandom(1, 'logarithm');
    let worst = 0;
    for (let round = 0; round < 20_000; round++) {
      const x = (1 + nextUnit(random)) * 2 ** Math.floor(nextUnit(random) * 2040 - 1020);
      const truth = Math.log10(x);
      worst = Math.max(worst, Math.abs(log10(x) - truth) / Math.max(Math.abs(truth), 1));
    }
    expect(worst).toBeLessThan(2 * Number.EPSILON);
  });

  it('is exact at 1, keeps its sign around it, and knows subnormal numbers', () => {
    expect(log10(1)).toBe(0);
    expect(log10(1 + Number.EPSILON)).toBeGreaterThan(0);
    expect(log10(1 - Number.EPSILON / 2)).toBeLessThan(0);
    expect(log10(Number.MIN_VALUE)).toBeCloseTo(Math.log10(Number.MIN_VALUE), 10);
    expect(log10(Number.MAX_VALUE)).toBeCloseTo(Math.log10(Number.MAX_VALUE), 10);
  });

  it('of 0 is minus infinity, and of nothing else that is not positive and finite', () => {
    expect(log10(0)).toBe(Number.NEGATIVE_INFINITY);
    for (const x of [-1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => log10(x)).toThrow(RangeError);
    }
  });
});

describe('powerOfTen', () => {
  it('is within a few units in the last place of that of the host', () => {
    const random = createRandom(1, 'power');
    for (let round = 0; round < 20_000; round++) {
      const x = nextUnit(random) * 20 - 10;
      const truth = 10 ** x;
      expect(Math.abs(powerOfTen(x) - truth) / truth).toBeLessThan(2e-14);
    }
  });

  it('is exact at whole numbers that a double holds, and undoes the logarithm', () => {
    for (const [x, power] of [
      [0, 1],
      [1, 10],
      [3, 1000],
      [15, 1e15],
    ] as const) {
      expect(powerOfTen(x)).toBe(power);
    }
    expect(powerOfTen(-2)).toBeCloseTo(0.01, 16);
    expect(powerOfTen(log10(36.7))).toBeCloseTo(36.7, 12);
  });
});
