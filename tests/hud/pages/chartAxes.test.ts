import { describe, expect, it } from 'vitest';
import {
  dayTicks,
  decadesOf,
  linePath,
  logY,
  NARROW,
  peakOf,
  WIDE,
  xOf,
} from '../../../src/hud/pages/chartAxes.ts';

describe('the axes of the end screen', () => {
  it('hold every value in whole decades, and health to storm at least', () => {
    expect(decadesOf([2, 40])).toEqual({ low: 0, high: 3 });
    expect(decadesOf([0.3], [1180, 2400])).toEqual({ low: -1, high: 4 });
    expect(decadesOf([])).toEqual({ low: 0, high: 3 });
    // Otherwise the line would run through the chart's heading.
    expect(decadesOf([6, 7500])).toEqual({ low: 0, high: 5 });
  });

  it('give each decade the same height, and put what is below the axis on it', () => {
    const decades = { low: 0, high: 3 };
    const heights = [1, 10, 100, 1000].map((value) => logY(value, decades));
    const steps = heights.slice(1).map((height, index) => (heights[index] ?? 0) - height);
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 9);
    expect(logY(0, decades)).toBe(logY(1, decades));
  });

  it('span the whole level', () => {
    expect(xOf(0, 480, WIDE)).toBe(WIDE.left);
    expect(xOf(480, 480, WIDE)).toBe(WIDE.width - WIDE.right);
  });

  it('name as many days as there is room for', () => {
    expect(dayTicks(240, WIDE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(dayTicks(672, NARROW)).toEqual([0, 7, 14, 21, 28]);
    expect(dayTicks(12, WIDE)).toEqual([0]);
  });

  it('leave a gap where there is no value', () => {
    const same = (value: number) => value;
    expect(linePath([0, 1, 2, 3], [5, Number.NaN, 6, 7], same, same)).toBe('M0.0 5.0M2.0 6.0L3.0 7.0');
  });

  it('find the peak and its day', () => {
    expect(peakOf([0, 24, 48], [1, 9, 3])).toEqual({ value: 9, day: 1 });
    expect(peakOf([], [])).toEqual({ value: 0, day: 0 });
  });
});
