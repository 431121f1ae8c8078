import { beforeAll, describe, expect, it } from 'vitest';
import type { BenchFigures } from '../../scripts/bench/bench.ts';
import { errorOf } from '../../scripts/bench/course.ts';
import { runLine } from '../../src/cli/main.ts';

/** What the bench measures depends on the machine; here only what it says is held to its form. */
async function lineOf(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  return { code: await runLine(['bench', ...args], streams), out: out.join(''), err: err.join('') };
}

describe('the bench without the page', () => {
  let figures: Omit<BenchFigures, 'missing'> & { readonly missing: Readonly<Record<string, string>> };
  beforeAll(async () => {
    const { code, out, err } = await lineOf('--json', '--no-page', '--patients', '100');
    expect([code, err]).toEqual([0, '']);
    figures = JSON.parse(out);
  }, 300_000);

  it('gives every ratio, or a sentence why not', () => {
    expect(Object.keys(figures.ratios)).toEqual(
      expect.arrayContaining([
        ...['jsOverC', 'jsCourseOverC', 'batchOverC'],
        ...['jsOverOdex', 'jsOverOde45', 'jsOverLsoda', 'jsOverDeSolve'],
      ]),
    );
    for (const [id, ratio] of Object.entries(figures.ratios)) {
      if (ratio === null) expect(figures.missing[id], id).toMatch(/^not measured: \w/);
      else expect(ratio, id).toBeGreaterThan(0);
    }
    expect(Object.keys(figures.missing).every((id) => figures.ratios[id as 'jsOverC'] === null)).toBe(true);
  });

  it('compares solvers at an error like that of the step', () => {
    expect(figures.solvers.map(({ stepHours }) => stepHours)).toEqual([0.05, 0.2]);
    for (const { rk4, solvers } of figures.solvers) {
      expect(rk4.error).toBeGreaterThan(0);
      for (const run of Object.values(solvers)) if (run) expect(run.error).toBeLessThanOrEqual(3 * rk4.error);
    }
    const [short, long] = figures.solvers.map(({ rk4 }) => rk4.error) as [number, number];
    expect(short).toBeLessThan(long / 10);
    expect(figures.solvers[0]?.solvers.ode45).not.toBeNull();
  });

  it('runs cohorts of three sizes, each in its own memory', () => {
    const { workers, sizes } = figures.cohort;
    expect(workers).toBeGreaterThan(0);
    expect(sizes.map(({ asked }) => asked)).toEqual([1, 10, 100]);
    for (const { seconds, patientsPerSecond, peakMegabytes, patients, asked } of sizes) {
      expect(patients).toBeGreaterThan(0);
      expect(patients).toBeLessThanOrEqual(asked);
      expect(patientsPerSecond * seconds).toBeCloseTo(patients);
      expect(peakMegabytes).toBeGreaterThan(10);
    }
  });
});

it('refuses a cohort that is not a whole number', async () => {
  const { code, err } = await lineOf('--patients', '1.5');
  expect(code).toBe(2);
  expect(err).toContain('--patients');
});

describe('the error of a solution', () => {
  const reference = { states: [Float64Array.of(10, 2, 0), Float64Array.of(4, 8, 0)], scale: [10, 8, 0] };

  it('is the largest deviation by the largest value of the species', () => {
    expect(
      errorOf(
        {
          states: [
            [10, 2, 5],
            [4.5, 8, 0],
          ],
        },
        reference,
      ),
    ).toBeCloseTo(0.05, 12);
    expect(
      errorOf(
        {
          states: [
            [10, 1.2, 0],
            [4.5, 8, 0],
          ],
        },
        reference,
      ),
    ).toBeCloseTo(0.1, 12);
  });

  it('is infinite where a value or a state is missing', () => {
    expect(
      errorOf(
        {
          states: [
            [10, Number.NaN, 0],
            [4, 8, 0],
          ],
        },
        reference,
      ),
    ).toBe(Infinity);
    expect(errorOf({ states: [[10, 2, 0]] }, reference)).toBe(Infinity);
  });
});
