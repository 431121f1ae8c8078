import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { il6Fan, quantileOf } from '../../src/classroom/fan.ts';

const games = (...curves: readonly (readonly number[])[]) => curves.map((il6) => ({ il6 }));

describe('the fan', () => {
  it('has the bands of known curves', () => {
    const fan = il6Fan(games(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((level) => [level, 10 * level])));
    expect(fan).toEqual({
      hours: [0, 1],
      p10: [2, 20],
      p25: [3.5, 35],
      median: [6, 60],
      p75: [8.5, 85],
      p90: [10, 100],
      count: [11, 11],
    });
  });

  it('counts a game only while it goes on, and ends where fewer than three do', () => {
    const fan = il6Fan(games([1, 1, 1, 1], [2, 2], [3, 3, 3], [4, 4, 4, 4]));
    expect(fan.count).toEqual([4, 4, 3]);
    expect(fan.median).toEqual([2.5, 2.5, 3]);
  });

  it('is empty for one log alone, and for none', () => {
    expect(il6Fan(games([5, 6, 7])).hours).toEqual([]);
    expect(il6Fan([]).median).toEqual([]);
  });

  it('is one line when all are alike', () => {
    const { p10, median, p90 } = il6Fan(games([4, 8], [4, 8], [4, 8]));
    expect([p10, median, p90]).toEqual([
      [4, 8],
      [4, 8],
      [4, 8],
    ]);
  });

  it('stands on a logarithmic axis: nothing in it is 0', () => {
    expect(il6Fan(games([0], [0], [0])).p10[0]).toBeGreaterThan(0);
  });

  it('has bands in order, within the class, whoever comes first', () => {
    const curve = fc.array(fc.double({ min: 0.5, max: 1e5, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(curve, { maxLength: 12 }), (curves) => {
        const fan = il6Fan(games(...curves));
        expect(il6Fan(games(...[...curves].reverse()))).toEqual(fan);
        fan.hours.forEach((hour) => {
          const values = curves.flatMap((il6) => il6[hour] ?? []);
          const bands = [fan.p10, fan.p25, fan.median, fan.p75, fan.p90].map((band) => band[hour] as number);
          expect([...bands].sort((a, b) => a - b)).toEqual(bands);
          expect(bands[0]).toBeGreaterThanOrEqual(Math.min(...values));
          expect(bands[4]).toBeLessThanOrEqual(Math.max(...values));
          expect(fan.count[hour]).toBe(values.length);
        });
      }),
    );
  });
});

describe('a quantile', () => {
  it('lies on the line between its neighbours', () => {
    expect(quantileOf([10, 20, 40], 0.75)).toBe(30);
    expect(quantileOf([10], 0.9)).toBe(10);
  });
});
