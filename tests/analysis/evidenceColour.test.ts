import { describe, expect, it } from 'vitest';
import { type Accept, colourOf, greenBounds, yellowBounds } from '../../src/analysis/evidenceColour.ts';

const INTERVAL: Accept = { kind: 'interval' };

describe('what is green', () => {
  it.each([
    [{ value: 0.82, low: 0.72, high: 0.94 }, INTERVAL, 0.72, 0.94],
    [{ value: 335 }, { kind: 'fold', by: 2 }, 167.5, 670],
    [{ value: 2 }, { kind: 'margin', by: 0.5 }, 1.5, 2.5],
    [{ value: 8.87, low: 8.41, high: 9.53 }, { kind: 'margin', by: 1 }, 7.41, 10.53],
    [{ value: 20 }, { kind: 'share', by: 0.1 }, 18, 22],
    [{ value: 3.5 }, { kind: 'range', low: 3, high: 4.5 }, 3, 4.5],
    [{ high: 10 }, { kind: 'below' }, -Infinity, 10],
    [{ low: 1000 }, { kind: 'above' }, 1000, Infinity],
    [{ value: 2 }, { kind: 'all' }, 2, Infinity],
  ] as const)('%o with %o', (published, accept, low, high) => {
    const bounds = greenBounds(published, accept);
    expect(bounds.low).toBeCloseTo(low, 12);
    expect(bounds.high).toBeCloseTo(high, 12);
  });

  it('cannot be said without the number that the rule needs', () => {
    expect(() => greenBounds({ value: 1 }, INTERVAL)).toThrow();
    expect(() => greenBounds({ value: 1 }, { kind: 'below' })).toThrow();
  });
});

describe('what is yellow', () => {
  it('lies twice as far from the middle as the ends of what is green', () => {
    expect(yellowBounds({ low: 36, high: 50 }, INTERVAL)).toEqual({ low: 29, high: 57 });
  });

  it('is counted as a ratio for ratios and folds', () => {
    const ratio = yellowBounds({ low: 0.5, high: 2 }, INTERVAL, 'ratio');
    expect(ratio.low).toBeCloseTo(0.25, 12);
    expect(ratio.high).toBeCloseTo(4, 12);
    const fold = yellowBounds({ value: 100 }, { kind: 'fold', by: 2 });
    expect(fold.low).toBeCloseTo(25, 12);
    expect(fold.high).toBeCloseTo(400, 12);
  });

  it('passes a limit on one side by 2-fold, and holds half of an order', () => {
    expect(yellowBounds({ high: 10 }, { kind: 'below' })).toEqual({ low: -Infinity, high: 20 });
    expect(yellowBounds({ low: 1000 }, { kind: 'above' })).toEqual({ low: 500, high: Infinity });
    expect(yellowBounds({ value: 2 }, { kind: 'all' })).toEqual({ low: 1, high: Infinity });
  });
});

describe('the colour', () => {
  const risk = { value: 0.82, low: 0.72, high: 0.94 };

  it.each([
    [0.72, 'green'],
    [0.94, 'green'],
    [0.95, 'yellow'],
    [0.71, 'yellow'],
    [1.08, 'red'],
    [0.6, 'red'],
  ])('of %d is %s', (value, color) => {
    expect(colourOf(value, risk, INTERVAL, 'ratio')).toBe(color);
  });

  it('of what the model does not have is red', () => {
    expect(colourOf(null, risk, INTERVAL)).toBe('red');
    expect(colourOf(Number.NaN, risk, INTERVAL)).toBe('red');
  });

  it('of an order is green when all of it holds', () => {
    const two = { value: 2 };
    expect([2, 1, 0].map((held) => colourOf(held, two, { kind: 'all' }))).toEqual(['green', 'yellow', 'red']);
  });
});
