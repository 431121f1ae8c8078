import { describe, expect, test } from 'vitest';
import {
  type CohortKernel,
  type CohortVisitor,
  createJavascriptKernel,
  javascriptKernel,
} from '../../src/analysis/cohortKernel.ts';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import { createRandom, nextUnit } from '../../src/math/random.ts';
import { InvariantError, TICKS_PER_HOUR } from '../../src/model/course.ts';
import { DOSE_DEFINITIONS } from '../../src/model/definition/doses.ts';
import { giveDose } from '../../src/model/dosing.ts';
import { Q } from '../../src/model/generated/system.ts';
import { type Patient, TRIGGERS, triggerSetup, withChanges } from '../../src/model/triggers.ts';

type Trace = Map<string, Float64Array>;

/** Runs the patients with `visit` and keeps every state by patient and tick. */
function traceOf(
  kernel: CohortKernel,
  patients: readonly Patient[],
  stride: number,
  visit: CohortVisitor,
): Trace {
  const trace: Trace = new Map();
  kernel.run(patients, stride, (index, tick, y, p) => {
    const goesOn = visit(index, tick, y, p);
    const key = `${index}@${tick}`;
    expect(trace.has(key)).toBe(false);
    trace.set(key, y.slice());
    return goesOn;
  });
  return trace;
}

/** Holds two traces to the same bits, -0 and 0 apart. */
function expectSameBits(actual: Trace, expected: Trace): void {
  expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, y] of expected) {
    const other = actual.get(key) as Float64Array;
    const different = y.findIndex((value, i) => !Object.is(value, other[i]));
    expect(
      different === -1 ? null : `${key}, species ${different}: ${y[different]} ${other[different]}`,
    ).toBeNull();
  }
}

/** Gives every drug there is at hours of its own, turns supports on and off, and ends each patient at another hour. */
const treat: CohortVisitor = (index, tick, y) => {
  const hour = tick / TICKS_PER_HOUR;
  DOSE_DEFINITIONS.forEach(({ treatment, factor }, number) => {
    if (hour % 31 === (number + index) % 31) giveDose(y, treatment, 40 / factor / (1 + number));
  });
  if (hour === 20 + index) {
    y[Q.ne] = 0.2;
    y[Q.fio2] = 0.5;
    y[Q.vent] = 1;
  }
  if (hour === 60) y[Q.rrt] = 1;
  return hour < 72 + 11 * (index % 5);
};

const everyTrigger = TRIGGERS.map((trigger) => triggerSetup(trigger));

describe('the WebAssembly kernel', () => {
  test('has the bits of the JavaScript kernel for every trigger under every drug', () => {
    expect(everyTrigger.length).toBeGreaterThan(8);
    expectSameBits(
      traceOf(createNodeKernel(), everyTrigger, TICKS_PER_HOUR, treat),
      traceOf(javascriptKernel, everyTrigger, TICKS_PER_HOUR, treat),
    );
  });

  test.each([0, 1, 2, 3, 7])('runs %i patients, each in a lane of its own', (count) => {
    const patients = everyTrigger.slice(1, 1 + count);
    const trace = traceOf(createNodeKernel(), patients, TICKS_PER_HOUR, treat);
    expectSameBits(trace, traceOf(javascriptKernel, patients, TICKS_PER_HOUR, treat));
    expect(new Set([...trace.keys()].map((key) => key.split('@')[0])).size).toBe(count);
  });

  test('fills a lane again at once, also after patients who end at tick 0', () => {
    const lengths = [200, 0, 3, 1, 0, 0, 40, 2, 0];
    const order: number[] = [];
    const visit: CohortVisitor = (index, tick) => {
      if (tick === 0) order.push(index);
      return tick < (lengths[index] as number) * 5;
    };
    const patients = lengths.map((_, index) => everyTrigger[1 + (index % 4)] as Patient);
    const trace = traceOf(createNodeKernel(), patients, 5, visit);
    expect(order).toEqual(lengths.map((_, index) => index));
    expectSameBits(trace, traceOf(javascriptKernel, patients, 5, visit));
  });

  test('takes patients only when there is room, and closes the source that it does not use up', () => {
    const running = new Set<number>();
    let closed = false;
    function* source(): Generator<Patient> {
      try {
        for (let index = 0; index < 20; index += 1) {
          expect(running.size).toBeLessThan(2);
          yield triggerSetup('covid19');
        }
      } finally {
        closed = true;
      }
    }
    const visit: CohortVisitor = (index, tick) => {
      if (index === 15) throw new Error('enough');
      running.add(index);
      if (tick >= 20 + index) running.delete(index);
      return running.has(index);
    };
    expect(() => createNodeKernel().run(source(), 10, visit)).toThrow('enough');
    expect(closed).toBe(true);
  });

  test('steps as long as it is told', () => {
    const stepHours = 0.2;
    const patients = everyTrigger.slice(0, 5);
    const visit: CohortVisitor = (_, tick) => tick < 600;
    const long = traceOf(createNodeKernel({ stepHours }), patients, 5, visit);
    expectSameBits(long, traceOf(createJavascriptKernel({ stepHours }), patients, 5, visit));
    const usual = traceOf(createNodeKernel(), patients, 5, visit);
    expect(long.get('1@5')).not.toEqual(usual.get('1@5'));
  });

  test('computes what no patient would bring: zeros, tiny and huge values, and other parameters', () => {
    const random = createRandom(7, 'patients');
    const patients = Array.from({ length: 41 }, (_, index) => {
      const { initial, parameters } = everyTrigger[index % everyTrigger.length] as Patient;
      return {
        initial: initial.map((value) => value * (index % 3 === 0 ? 1 : nextUnit(random) * 3)),
        parameters: parameters.map((value) => value * (0.7 + 0.6 * nextUnit(random))),
      };
    });
    const visit: CohortVisitor = (_, tick) => tick < 60;
    const survivors = patients.filter((patient) => {
      try {
        traceOf(javascriptKernel, [patient], 20, visit);
        return true;
      } catch {
        return false;
      }
    });
    expect(survivors.length).toBeGreaterThan(20);
    expectSameBits(
      traceOf(createNodeKernel(), survivors, 20, visit),
      traceOf(javascriptKernel, survivors, 20, visit),
    );
  });
});

/** What a kernel throws for the patients, or null. */
function failureOf(kernel: CohortKernel, patients: readonly Patient[], visit: CohortVisitor): unknown {
  try {
    kernel.run(patients, TICKS_PER_HOUR, visit);
  } catch (error) {
    return error;
  }
  return null;
}

describe('a state outside the model', () => {
  const good = triggerSetup('covid19');
  const cases: readonly [string, Patient][] = [
    ['a negative value', withChanges(good, { initial: { CRP: -300 } })],
    ['a value that is no number', withChanges(good, { initial: { creatinine: Number.NaN } })],
    ['an infinite value', withChanges(good, { initial: { ferritin: Infinity } })],
    ['a parameter that divides by nothing', withChanges(good, { parameters: { tauT: 0 } })],
    ['a value that turns negative later', withChanges(good, { parameters: { mun: 60 } })],
  ];
  const visit: CohortVisitor = (_, tick) => tick < 4000;

  test.each(cases)('%s is refused by both kernels in the same words, in either lane', (_, bad) => {
    const expected = failureOf(javascriptKernel, [bad], visit);
    expect(expected).toBeInstanceOf(InvariantError);
    for (const patients of [[bad], [bad, good], [good, bad], [good, good, good, bad]]) {
      const actual = failureOf(createNodeKernel(), patients, visit);
      expect(actual).toBeInstanceOf(InvariantError);
      expect((actual as Error).message).toBe((expected as Error).message);
    }
  });

  test('of two patients the first one is named', () => {
    const negative = withChanges(good, { initial: { CRP: -300 } });
    const lost = withChanges(good, { initial: { creatinine: Number.NaN } });
    expect(String(failureOf(createNodeKernel(), [negative, lost], visit))).toMatch(/CRP became -/);
    expect(String(failureOf(createNodeKernel(), [lost, negative], visit))).toMatch(/creatinine became NaN/);
  });

  test('a kernel goes on to work after a failure', () => {
    const kernel = createNodeKernel();
    expect(failureOf(kernel, [cases[1]?.[1] as Patient], visit)).not.toBeNull();
    expectSameBits(traceOf(kernel, [good], 20, visit), traceOf(javascriptKernel, [good], 20, visit));
  });
});
