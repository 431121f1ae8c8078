/** The integrator's order, seen on the model itself: half the step, a sixteenth of the error. */
import { describe, expect, it } from 'vitest';
import { createRk4Workspace, rk4Step } from '../../src/math/rk4.ts';
import { TICK_HOURS } from '../../src/model/course.ts';
import { rightHandSide, SPECIES } from '../../src/model/generated/system.ts';
import { triggerSetup } from '../../src/model/triggers.ts';

type Step = (y: Float64Array, p: Float64Array, h: number) => void;

/** Hours of a course without doses in which everything moves and nothing bends sharply. */
const FROM = 48;
const HOURS = 48;
/** Each half of the one before; the last is the game's. */
const STEPS = [8, 4, 2, 1].map((ticks) => ticks * TICK_HOURS);
/** The truth: its own error is (1/16)^4 of that of the game's step. */
const FINE = TICK_HOURS / 16;
/** Below this a deviation is measured against it: a millionth of an organ, of a pool or of a picogram. */
const FLOOR = 1e-6;

const workspace = createRk4Workspace(SPECIES.length);
const rk4: Step = (y, p, h) => rk4Step(workspace, rightHandSide, y, p, h);

/** The midpoint rule, of order 2: what the test must be able to tell apart. */
const midpoint: Step = (y, p, h) => {
  const slope = new Float64Array(y.length);
  rightHandSide(y, p, slope);
  const middle = y.map((value, i) => value + (h / 2) * (slope[i] as number));
  rightHandSide(middle, p, slope);
  y.forEach((value, i) => {
    y[i] = value + h * (slope[i] as number);
  });
};

function run(step: Step, from: Float64Array, p: Float64Array, h: number, hours: number): Float64Array {
  const y = from.slice();
  const steps = Math.round(hours / h);
  for (let k = 0; k < steps; k += 1) step(y, p, h);
  return y;
}

/** The orders seen between each step and the next, from the largest relative error of all species. */
function ordersOf(step: Step, trigger: string): number[] {
  const { parameters, initial } = triggerSetup(trigger);
  const start = run(rk4, initial, parameters, TICK_HOURS, FROM);
  const truth = run(rk4, start, parameters, FINE, HOURS);
  const errors = STEPS.map((h) => {
    const y = run(step, start, parameters, h, HOURS);
    return Math.max(
      ...truth.map((value, i) => Math.abs((y[i] as number) - value) / Math.max(Math.abs(value), FLOOR)),
    );
  });
  return errors.slice(1).map((error, i) => Math.log2((errors[i] as number) / error));
}

describe('the order of the integrator', () => {
  it.each(['covid19', 'influenza', 'pneumonia', 'carT', 'hlh'])('is 4 in %s', (trigger) => {
    const orders = ordersOf(rk4, trigger);
    for (const order of orders) expect(Math.abs(order - 4)).toBeLessThan(0.4);
    expect(Math.abs((orders.at(-1) as number) - 4)).toBeLessThan(0.15);
  });

  it('would be seen to be lower', () => {
    for (const order of ordersOf(midpoint, 'covid19')) expect(Math.abs(order - 2)).toBeLessThan(0.4);
  });
});
