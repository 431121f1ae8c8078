import { describe, expect, it } from 'vitest';
import { createRk4Workspace, type RightHandSide, rk4Step } from '../../src/math/rk4.ts';

/** Harmonic oscillator of angular frequency p[0]: the exact solution is (cos wt, -w sin wt). */
const oscillator: RightHandSide = (y, p, dy) => {
  const [position = 0, velocity = 0] = y;
  const [frequency = 1] = p;
  dy[0] = velocity;
  dy[1] = -frequency * frequency * position;
};

/** Error of the position after one unit of time in `steps` steps. */
function errorAfter(steps: number): number {
  const y = Float64Array.of(1, 0);
  const p = Float64Array.of(2);
  const workspace = createRk4Workspace(2);
  for (let step = 0; step < steps; step++) rk4Step(workspace, oscillator, y, p, 1 / steps);
  return Math.abs((y[0] as number) - Math.cos(2));
}

describe('the integrator', () => {
  it('is of fourth order: half the step, a sixteenth of the error', () => {
    for (const steps of [16, 32, 64]) {
      const ratio = errorAfter(steps) / errorAfter(2 * steps);
      expect(ratio).toBeGreaterThan(14);
      expect(ratio).toBeLessThan(18);
    }
  });

  it('is exact for a cubic in one step, and leaves parameters as they are', () => {
    // y = t^3 as a chain of derivatives: y, y', y'', y'''.
    const cubic: RightHandSide = (y, p, dy) => {
      dy.set([y[1] as number, y[2] as number, p[0] as number]);
    };
    const y = Float64Array.of(0, 0, 0);
    const p = Float64Array.of(6);
    rk4Step(createRk4Workspace(3), cubic, y, p, 0.5);
    expect([...y]).toEqual([0.125, 0.75, 3]);
    expect([...p]).toEqual([6]);
  });

  it.each([
    [2, -1, true],
    [-0.5, -1, true],
    [-2, -1, false],
    [Number.NaN, -1, false],
    [Infinity, -1, false],
    [-2, undefined, true],
    [-Infinity, undefined, false],
    [Number.NaN, undefined, false],
  ])('tells whether a new value of %s is finite and at least %s', (value, least, inside) => {
    const still: RightHandSide = (_, __, dy) => {
      dy.fill(0);
    };
    const y = Float64Array.of(1, value, 1);
    const p = new Float64Array(0);
    expect(rk4Step(createRk4Workspace(3), still, y, p, 1, least)).toBe(inside);
  });
});
