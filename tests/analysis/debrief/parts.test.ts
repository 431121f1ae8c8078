import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyOf } from '../../../src/analysis/debrief/accuracy.ts';
import { estimateOf } from '../../../src/analysis/debrief/estimate.ts';
import { logLikelihoodOf, samplesKnownAt } from '../../../src/analysis/debrief/likeness.ts';
import type { Sample } from '../../../src/analysis/debrief/observed.ts';
import { selectPatients, temperedWeights } from '../../../src/analysis/debrief/selection.ts';
import { isUnclear, signOf } from '../../../src/analysis/debrief/signs.ts';
import type { Mark } from '../../../src/analysis/debrief/types.ts';
import { createRandom, nextUnit } from '../../../src/math/random.ts';

const surely = (value: number) => ({ value, low: value, high: value });

describe('the sign of a loss', () => {
  it.each([
    [0, ''],
    [0.0499, ''],
    [0.05, '?!'],
    [0.0999, '?!'],
    [0.1, '?'],
    [0.1999, '?'],
    [0.2, '??'],
    [1, '??'],
  ] as const)('of %d is "%s"', (loss, sign) => {
    expect(signOf(surely(loss))).toBe(sign);
    expect(isUnclear(surely(loss))).toBe(false);
  });

  it.each([
    [0.03, 0.0499, false],
    [0.03, 0.05, true],
    [0.05, 0.0999, false],
    [0.06, 0.12, true],
    [0.1, 0.1999, false],
    [0.15, 0.4, true],
    [0.2, 1, false],
    [0, 1, true],
  ])('is unclear when its interval %d to %d spans a threshold: %s', (low, high, unclear) => {
    expect(isUnclear({ value: (low + high) / 2, low, high })).toBe(unclear);
  });
});

type Weighed = Pick<Mark, 'kind' | 'loss' | 'difficulty' | 'sign'>;

/** Marks as far as the accuracy looks at them. */
const accuracyAs = (marks: readonly Weighed[]): number => accuracyOf(marks as readonly Mark[]).value;
const weighed = (loss: number, difficulty: number, kind: Mark['kind'] = 'decision'): Weighed => ({
  kind,
  loss: surely(loss),
  difficulty,
  sign: signOf(surely(loss)),
});

describe('the accuracy', () => {
  it('is 100 where nothing was lost, and where nothing was at stake', () => {
    expect(accuracyAs([])).toBe(100);
    expect(accuracyAs([weighed(0, 0.9), weighed(0, 0.1)])).toBe(100);
    expect(accuracyAs([weighed(1e-7, 1e-7)])).toBe(100);
  });

  it('is never 100 beside a ??, nor above 100 less the points of the worst loss', () => {
    const anyMark = fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom<Mark['kind']>('decision', 'missed', 'drift'),
      )
      .map(([loss, more, kind]) => weighed(loss, Math.max(loss, more), kind));
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 60 }), (marks) => {
        const value = accuracyAs(marks);
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        const worst = Math.max(0, ...marks.map(({ loss }) => loss.value));
        expect(value).toBeLessThanOrEqual(Math.round(100 * (1 - worst)));
        if (marks.some(({ sign }) => sign === '??')) expect(value).toBeLessThanOrEqual(80);
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('weighs a loss by what was at stake, and falls with every loss', () => {
    const easy = [weighed(0.1, 0.1), weighed(0, 0.1)];
    const hard = [weighed(0.1, 0.9), weighed(0, 0.9)];
    expect(accuracyAs(hard)).toBeGreaterThan(accuracyAs(easy));
    expect(accuracyAs([...easy, weighed(0.09, 0.1)])).toBeLessThan(accuracyAs(easy));
  });

  it('does not make a game of nothing much lost of not much a bad one', () => {
    expect(accuracyAs([weighed(0.03, 0.03)])).toBeGreaterThanOrEqual(80);
  });

  it('counts the parts of a drift once', () => {
    const parts = [weighed(0.03, 0.5), weighed(0.04, 0.5), weighed(0.03, 0.5)];
    expect(accuracyAs([...parts, weighed(0.06, 0.5, 'drift')])).toBe(accuracyAs(parts));
    // Unless all of them together cost more than any share of the stakes says.
    expect(accuracyAs([...parts, weighed(0.6, 0.6, 'drift')])).toBe(40);
  });
});

describe('the interval of a difference', () => {
  /** Share of the seeds whose interval holds the truth: paired differences of 0, 1 and -1. */
  function coverage(better: number, worse: number, count: number): number {
    const random = createRandom(8, `coverage ${better} ${worse} ${count}`);
    const weights = Array.from({ length: count }, () => 1 / count);
    const held = Array.from({ length: 2000 }, () => {
      const values = weights.map(() => {
        const unit = nextUnit(random);
        return unit < better ? 1 : unit < better + worse ? -1 : 0;
      });
      const { low, high } = estimateOf({ values, weights, effective: count });
      return low <= better - worse && better - worse <= high;
    });
    return held.filter(Boolean).length / held.length;
  }

  it.each([
    [0, 0],
    [0.005, 0],
    [0.02, 0.01],
    [0.1, 0.05],
    [0.3, 0.3],
    [0.97, 0],
  ])('holds it in 93 of 100 or more: better in %d, worse in %d', (better, worse) => {
    expect(coverage(better, worse, 200)).toBeGreaterThan(0.93);
  });

  it('is as wide as what the weights leave', () => {
    const values = [1, 0, 0, 0];
    const even = estimateOf({ values, weights: [0.25, 0.25, 0.25, 0.25], effective: 200 });
    const few = estimateOf({ values, weights: [0.25, 0.25, 0.25, 0.25], effective: 20 });
    expect(even.value).toBe(0.25);
    expect(few.high - few.low).toBeGreaterThan(2 * (even.high - even.low));
    // The patient who counts double moves the mean.
    expect(estimateOf({ values, weights: [0.4, 0.2, 0.2, 0.2], effective: 200 }).value).toBe(0.4);
  });
});

const sample = (quantity: number, hour: number, readyTick: number, value: number, sd = 1): Sample => ({
  quantity,
  hour,
  readyTick,
  value,
  scale: 'difference',
  sd,
});

describe('what was known at a tick', () => {
  const samples = [0, 6, 12, 30, 36].map((hour) => sample(3, hour, hour * 20, 10));

  it('is nothing that was not there yet', () => {
    expect(samplesKnownAt(samples, 0)).toEqual([0]);
    expect(samplesKnownAt(samples, 119)).toEqual([0]);
    expect([...samplesKnownAt(samples, 120)].sort()).toEqual([0, 1]);
    // Taken at 30 h, back at 50 h.
    expect(samplesKnownAt([sample(3, 30, 1000, 1)], 999)).toEqual([]);
    expect(samplesKnownAt([sample(3, 30, 1000, 1)], 1000)).toEqual([0]);
  });

  it('is where a quantity stands, and where it came from', () => {
    expect([...samplesKnownAt(samples, 36 * 20)].sort()).toEqual([2, 3, 4]);
    expect(samplesKnownAt([...samples, sample(5, 1, 20, 1)], 40)).toContain(5);
  });
});

describe('likeness', () => {
  const seen = [sample(3, 0, 0, 10), { ...sample(4, 0, 0, 100, 0.2), scale: 'ratio' as const }];
  const of = (a: number, b: number): number => logLikelihoodOf(seen, Float64Array.of(a, b), [0, 1]);

  it('is greatest for the same numbers and falls with each deviation, either way', () => {
    expect(of(10, 100)).toBeCloseTo(0, 12);
    for (const [near, far] of [
      [of(11, 100), of(13, 100)],
      [of(9, 100), of(7, 100)],
      [of(10, 110), of(10, 150)],
      [of(10, 90), of(10, 60)],
    ] as const) {
      expect(near).toBeLessThan(0);
      expect(far).toBeLessThan(near);
    }
  });

  it('counts factors for what is a ratio', () => {
    expect(of(10, 200)).toBeCloseTo(of(10, 50), 12);
  });

  it('does not look at what does not count', () => {
    expect(logLikelihoodOf(seen, Float64Array.of(10, 5), [0])).toBeCloseTo(0, 12);
  });
});

/** Log likelihoods of `count` patients, as of numbers drawn evenly. */
function logLikelihoods(count: number, sharpness: number): Float64Array {
  const random = createRandom(2, 'likelihoods');
  return Float64Array.from({ length: count }, () => -sharpness * nextUnit(random));
}

const kish = (weights: Float64Array): number => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (sum * sum) / weights.reduce((total, weight) => total + weight * weight, 0);
};

describe('tempered weights', () => {
  it('leave at least a quarter of those who can be it in worth, and are the likelihoods where these do', () => {
    expect(kish(temperedWeights(logLikelihoods(1000, 60))) / 1000).toBeGreaterThanOrEqual(0.25);
    expect(kish(temperedWeights(logLikelihoods(1000, 60))) / 1000).toBeLessThan(0.26);
    const flat = logLikelihoods(1000, 0.5);
    const top = Math.max(...flat);
    temperedWeights(flat).forEach((weight, at) => {
      expect(weight).toBeCloseTo(10 ** ((flat[at] as number) - top), 12);
    });
  });

  it('ask the same question of a larger draw', () => {
    const [some, many] = [logLikelihoods(4000, 40), logLikelihoods(20_000, 40)];
    const half = (likelihoods: Float64Array): number => {
      const weights = temperedWeights(likelihoods);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return (
        weights.reduce((total, w, at) => ((likelihoods[at] as number) > -5 ? total + w : total), 0) / sum
      );
    };
    expect(Math.abs(half(some) - half(many))).toBeLessThan(0.04);
  });

  it('are nothing for who cannot be it', () => {
    const weights = temperedWeights(Float64Array.of(-3, Number.NEGATIVE_INFINITY, 0, -1));
    expect(weights[1]).toBe(0);
    expect([...weights].filter((weight) => weight > 0)).toHaveLength(3);
    expect([...temperedWeights(new Float64Array(4).fill(Number.NEGATIVE_INFINITY))]).toEqual([0, 0, 0, 0]);
  });
});

describe('the choice of patients', () => {
  const weights = temperedWeights(logLikelihoods(800, 6));
  const order = Array.from(weights.keys());

  it('takes as many as are asked for, each once, with weights that sum to 1', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const selection = selectPatients(weights, order, 200, seed, 'test');
      expect(Math.abs(selection.patients.length - 200)).toBeLessThanOrEqual(1);
      expect(new Set(selection.patients).size).toBe(selection.patients.length);
      expect(selection.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(selection.effective).toBeGreaterThan(150);
    }
  });

  it('estimates the mean over all of them without bias', () => {
    const value = (patient: number): number => (patient % 7 === 0 ? 1 : patient / 2000);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const truth = weights.reduce((total, weight, at) => total + (weight * value(at)) / sum, 0);
    const means = Array.from({ length: 400 }, (_, seed) => {
      const selection = selectPatients(weights, order, 50, seed, 'test');
      return selection.patients.reduce(
        (total, patient, at) => total + (selection.weights[at] as number) * value(patient),
        0,
      );
    });
    const mean = means.reduce((total, one) => total + one, 0) / means.length;
    const sd = Math.sqrt(means.reduce((total, one) => total + (one - mean) ** 2, 0) / means.length);
    expect(Math.abs(mean - truth)).toBeLessThan((4 * sd) / Math.sqrt(means.length));
  });

  it('never takes who cannot be it', () => {
    const some = Float64Array.from({ length: 100 }, (_, at) => (at % 3 === 0 ? 0 : 1));
    const selection = selectPatients(some, Array.from(some.keys()), 40, 1, 'test');
    expect(selection.patients.every((patient) => patient % 3 !== 0)).toBe(true);
    const few = selectPatients(some, Array.from(some.keys()), 200, 1, 'test');
    expect(few.patients).toHaveLength(66);
  });
});
