import { describe, expect, it } from 'vitest';
import type { EventEndpoint, ValueEndpoint } from '../../src/analysis/trialTypes.ts';
import { estimateOf, LEFT, leftAfter, nirmatrelvir, play, volunteers } from '../support/trials.ts';

describe('doses', () => {
  const leftOf = (...changes: Parameters<typeof nirmatrelvir>[0][]): number =>
    estimateOf(play(volunteers(changes.map((change) => nirmatrelvir(change))), 2), 'left');

  it('are given at entry, later, and again', () => {
    expect(leftOf({})).toBeCloseTo(leftAfter(24), 9);
    expect(leftOf({ start: { from: 'entry', hours: 6 } })).toBeCloseTo(leftAfter(18), 9);
    expect(leftOf({ everyHours: 12, count: 2 })).toBeCloseTo(leftAfter(24, 12), 9);
    expect(leftOf({ everyHours: 5, count: 3 })).toBeCloseTo(leftAfter(24, 19, 14), 9);
    expect(leftOf({ amount: 150 }, { amount: 150, start: { from: 'entry', hours: 3 } })).toBeCloseTo(
      (leftAfter(24) + leftAfter(21)) / 2,
      9,
    );
  });

  it('that should have begun before entry are given at entry', () => {
    expect(leftOf({ start: { from: 'illness', hours: -5 } })).toBeCloseTo(leftAfter(24), 9);
  });

  it('are weighed by the body up to a maximum', () => {
    expect(leftOf({ amount: 1000, perKg: { maximum: 300 } })).toBeCloseTo(leftAfter(24), 9);
    const light = leftOf({ amount: 4, perKg: { maximum: 100_000 } });
    expect(light).toBeGreaterThan(leftAfter(24) * 0.5);
    expect(light).toBeLessThan(leftAfter(24) * 2);
    expect(light).not.toBeCloseTo(leftAfter(24), 6);
  });

  it('wait for their conditions and end with them', () => {
    const noon = [{ quantity: 'day', atLeast: 0.5 }];
    expect(leftOf({ when: noon })).toBeCloseTo(leftAfter(12), 9);
    expect(leftOf({ everyHours: 6, count: 9, stop: noon })).toBeCloseTo(leftAfter(24, 18), 9);
    expect(leftOf({ when: [{ quantity: 'PF', below: 100 }] })).toBe(0);
    const either = [
      {
        anyOf: [
          { quantity: 'PF', below: 100 },
          { quantity: 'day', atLeast: 0.25 },
        ],
      },
    ];
    expect(leftOf({ when: either })).toBeCloseTo(leftAfter(18), 9);
  });

  it('begin at an hour of its own for each patient where a range is given', () => {
    const spread: ValueEndpoint = { ...LEFT, id: 'spread' };
    const drawn = nirmatrelvir({ start: { from: 'entry', hours: [0, 20] } });
    const left = estimateOf(play(volunteers([drawn], { endpoints: [spread] }), 60), 'spread');
    const expected =
      Array.from({ length: 21 }, (_, hour) => leftAfter(24 - hour)).reduce((a, b) => a + b) / 21;
    expect(Math.abs(left - expected)).toBeLessThan(0.12);
  });
});

describe('background and pulse', () => {
  const got: EventEndpoint = {
    id: 'got',
    type: 'event',
    when: [{ quantity: 'nir', atLeast: 0.01 }],
    measure: 'fraction',
  };

  it('is drawn once for each patient and is the same in all arms', () => {
    const trial = volunteers([], {
      endpoints: [got],
      background: [{ probability: 0.3, doses: [nirmatrelvir()] }],
      horizonDays: 0.25,
    });
    const result = play(trial, 200);
    const share = estimateOf(result, 'got');
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect(estimateOf(result, 'got', 'nothing')).toBe(share);
  });

  it('that is counted from the illness begins before entry', () => {
    const late = { timing: 'first', strata: [{ id: 'late', day: [1, 1], when: [] }] } as const;
    const first: ValueEndpoint = { ...LEFT, reading: 'first', measure: 'level' };
    const doses = [nirmatrelvir({ start: { from: 'illness', hours: 4 }, everyHours: 30, count: 2 })];
    const trial = volunteers([], {
      entry: late,
      endpoints: [first, { ...LEFT, id: 'end', measure: 'level' }],
      background: [{ probability: 1, doses }],
    });
    const result = play(trial, 2);
    expect(estimateOf(result, 'left')).toBeCloseTo(leftAfter(20), 9);
    expect(estimateOf(result, 'end')).toBeCloseTo(leftAfter(44, 14), 9);
  });

  it('a steroid before endotoxin lowers TNF and IL-6, six hours after it no longer does', () => {
    const dexamethasone = (hours: number) => ({
      treatment: 'dexamethasone',
      amount: 6,
      start: { from: 'pulse', hours } as const,
    });
    const mean = (quantity: string): ValueEndpoint => ({
      id: quantity,
      type: 'value',
      quantity,
      reading: 'mean',
      average: 'geometric',
      measure: 'ratio',
    });
    const result = play(
      volunteers([], {
        pulse: { treatment: 'endotoxin', amount: 2, hours: 6 },
        arms: [
          { id: 'nothing', doses: [] },
          { id: 'before', doses: [dexamethasone(-6)] },
          { id: 'after', doses: [dexamethasone(6)] },
        ],
        endpoints: [mean('TNF'), mean('IL6')],
      }),
    );
    for (const quantity of ['TNF', 'IL6']) {
      expect(estimateOf(result, quantity, 'before')).toBeLessThan(0.6);
      expect(estimateOf(result, quantity, 'after')).toBeGreaterThan(0.97);
      expect(estimateOf(result, quantity, 'after')).toBeLessThan(1.03);
    }
    const fever = result.outcomes.find(({ endpoint, id }) => endpoint === 'IL6' && id === 'nothing');
    expect(fever?.mean).toBeGreaterThan(20);
  });
});

describe('usual care', () => {
  it('follows the patient from hour to hour', () => {
    const trial = volunteers([], {
      usualCare: [
        { support: 'norepinephrine', value: 0.2, when: [{ quantity: 'day', atLeast: 0.5, below: 0.75 }] },
      ],
      endpoints: [
        { ...LEFT, quantity: 'ne', reading: 'peak', measure: 'level' },
        { ...LEFT, id: 'end', quantity: 'ne', reading: 'last', measure: 'level' },
        { ...LEFT, id: 'mean', quantity: 'ne', reading: 'mean', measure: 'level' },
      ],
    });
    const result = play(trial, 1);
    expect(estimateOf(result, 'left')).toBe(0.2);
    expect(estimateOf(result, 'end')).toBe(0);
    expect(estimateOf(result, 'mean')).toBeCloseTo((0.2 * 6) / 25, 12);
  });
});
