import { describe, expect, it } from 'vitest';
import { javascriptKernel } from '../../src/analysis/cohortKernel.ts';
import { addToAreas, createAreas, isVentilated, riskOfDeath } from '../../src/analysis/mortality.ts';
import { drawPatient } from '../../src/analysis/population.ts';
import { blocksOf, countBlock, createCount, resultOf, runBlock } from '../../src/analysis/trialRun.ts';
import type { EventEndpoint, Trial, ValueEndpoint } from '../../src/analysis/trialTypes.ts';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import { effectOf, estimateOf, LEFT, leftAfter, nirmatrelvir, play, volunteers } from '../support/trials.ts';

const kernel = createNodeKernel();

/** A trial of all that is drawn, with death and strata, short of sickness enough to be quick. */
const SICK: Trial = volunteers([], {
  trigger: 'covid19',
  population: { parameters: { wI: 6 } },
  entry: {
    timing: 'drawn',
    strata: [
      { id: 'mild', day: [6, 8], when: [{ quantity: 'PF', atLeast: 250 }], share: 0.7 },
      { id: 'severe', day: [8, 10], when: [{ quantity: 'PF', below: 250 }], share: 0.3 },
    ],
  },
  background: [{ probability: 0.5, doses: [{ ...nirmatrelvir(), treatment: 'antiviral', amount: 100 }] }],
  arms: [
    { id: 'nothing', doses: [] },
    { id: 'placebo', doses: [] },
    {
      id: 'steroid',
      doses: [
        {
          treatment: 'dexamethasone',
          amount: 12,
          // Drawn by each patient, so that the order of arms could matter.
          start: { from: 'entry', hours: [0, 96] },
        },
      ],
    },
  ],
  endpoints: [
    { id: 'death', type: 'death', measure: 'riskRatio' },
    { id: 'ill', type: 'event', when: [{ quantity: 'PF', below: 160 }], orDeath: true, measure: 'riskRatio' },
    { id: 'time', type: 'time', when: [{ quantity: 'PF', atLeast: 300 }], alive: true, measure: 'rateRatio' },
    { ...LEFT, id: 'CRP', quantity: 'CRP', measure: 'ratio', average: 'geometric' },
  ],
  horizonDays: 28,
});

describe('a trial', () => {
  const result = play(SICK, 10);

  it('finds an arm without treatment exactly like the control', () => {
    for (const effect of result.effects.filter(({ arm }) => arm === 'placebo')) {
      expect([effect.endpoint, effect.estimate, effect.low, effect.high]).toEqual([effect.endpoint, 1, 1, 1]);
    }
    const [nothing, placebo, steroid] = result.arms;
    expect(placebo).toEqual({ ...nothing, id: 'placebo' });
    expect(steroid?.mean).not.toBe(nothing?.mean);
    expect(estimateOf(result, 'CRP', 'steroid')).not.toBe(1);
  });

  it('does not care for the order of its arms', () => {
    const turned = play({ ...SICK, arms: SICK.arms.toReversed() }, 10);
    for (const effect of result.effects) {
      expect(effectOf(turned, effect.endpoint, effect.arm, effect.stratum)).toEqual(effect);
    }
  });

  it('has the same bits from either kernel and however it is cut', () => {
    const options = { patients: 10, seed: 1 };
    const count = createCount(SICK, options);
    const halves = blocksOf(options).flatMap(({ from, to }) => [
      { from, to: from + 5 },
      { from: from + 5, to },
    ]);
    for (const block of halves) {
      if (countBlock(count, runBlock(SICK, options.seed, block, javascriptKernel))) break;
    }
    expect(resultOf(count)).toEqual(result);
  });

  it('draws other patients with another seed', () => {
    expect(play(SICK, 10, 2).arms).not.toEqual(result.arms);
  });

  it('weighs strata by their shares, and counts all patients', () => {
    const of = (stratum: string) =>
      result.outcomes.find((o) => o.endpoint === 'death' && o.id === 'nothing' && o.stratum === stratum);
    const [all, mild, severe] = ['all', 'mild', 'severe'].map(of);
    expect(all?.n).toBe(10);
    expect((mild?.n ?? 0) + (severe?.n ?? 0)).toBe(10);
    expect(all?.mean).toBeCloseTo(0.7 * (mild?.mean ?? 0) + 0.3 * (severe?.mean ?? 0), 12);
    expect(all?.events).toBe((mild?.events ?? 0) + (severe?.events ?? 0));
  });

  it('has risks of 1 in all strata whatever their shares, and no ratio of odds or hazards of them', () => {
    const strata = [0.1, 0.7, 0.3].map((share, at) => ({
      id: `part${at}`,
      day: [0, 0] as const,
      when: [],
      share,
    }));
    const certain = { type: 'event', when: [{ quantity: 'IL6', atLeast: 0 }] } as const;
    const endpoints: EventEndpoint[] = (['fraction', 'oddsRatio', 'hazardRatio'] as const).map((measure) => ({
      ...certain,
      id: measure,
      measure,
    }));
    const trial = volunteers([], { entry: { timing: 'drawn', strata }, endpoints, horizonDays: 0.25 });
    const sure = play(trial, 20);
    const { estimate, low, high } = effectOf(sure, 'fraction');
    expect([estimate, low, high]).toEqual([1, 1, 1]);
    for (const { measure, estimate } of sure.effects)
      expect(estimate, measure).toBe(measure === 'fraction' ? 1 : null);
  });

  it('takes the risk of death from the areas of the 28 days after entry', () => {
    const endpoint = { id: 'death', type: 'death', measure: 'fraction' } as const;
    const days = 30;
    const strata = [{ id: 'ill', day: [7, 7], when: [] }] as const;
    const trial: Trial = { ...SICK, entry: { timing: 'first', strata }, background: [], horizonDays: days };
    const { index, values } = runBlock({ ...trial, endpoints: [endpoint] }, 1, { from: 0, to: 1 }, kernel)
      .entrants[0] ?? { index: -1, values: [] };
    const patient = drawPatient('covid19', 1, index, SICK.population);
    const entry = 48 + 7 * 24;
    const areas = createAreas();
    let ventilated = false;
    kernel.run([patient], 20, (_, tick, y, p) => {
      const hour = tick / 20;
      if (hour === entry) ventilated = isVentilated(y, p);
      if (hour >= entry && hour < entry + 28 * 24) addToAreas(areas, y, 1);
      return hour < entry + 28 * 24;
    });
    expect(areas.virus + areas.organ).toBeGreaterThan(0.1);
    expect(values[0]).toBeCloseTo(riskOfDeath(areas, { frailty: patient.frailty, ventilated }), 12);
  });

  it('tells how many it screened, and gives up where nobody is eligible', () => {
    expect(result.patients.entered).toBe(10);
    expect(result.patients.screened).toBeGreaterThan(10);
    expect(result.patients.drawn).toBeGreaterThanOrEqual(result.patients.screened);
    const nobody = play(volunteers([], { eligibility: [{ quantity: 'PF', below: 100 }] }), 1);
    expect(nobody.patients.entered).toBe(0);
    expect(nobody.patients.drawn).toBe(blocksOf({ patients: 1, seed: 1 }).at(-1)?.to);
    expect(nobody.arms.map(({ n, mean }) => [n, mean])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(nobody.effects.map(({ estimate, low }) => [estimate, low])).toEqual([[null, null]]);
  });

  it('takes each patient at the first hour of the first stratum that fits', () => {
    const when = [{ quantity: 'day', atLeast: 0.5 }];
    const first: ValueEndpoint = { ...LEFT, quantity: 'day', reading: 'first', measure: 'level' };
    const strata = [
      { id: 'never', day: [0, 2], when: [{ quantity: 'PF', below: 100 }] },
      { id: 'noon', day: [0, 2], when },
      { id: 'alsoNoon', day: [0, 2], when },
    ] as const;
    const entered = play(volunteers([], { entry: { timing: 'first', strata }, endpoints: [first] }), 3);
    expect(estimateOf(entered, 'left', 'nothing')).toBe(0.5);
    const counts = entered.outcomes
      .filter(({ id }) => id === 'nothing')
      .map(({ stratum, n }) => [stratum, n]);
    expect(counts).toEqual([
      ['all', 3],
      ['never', 0],
      ['noon', 3],
      ['alsoNoon', 0],
    ]);
  });

  it('has intervals as wide as chance makes them', () => {
    // Half of the patients have the event, by their weight: a share of n has a standard error of sqrt(p (1 - p) / n).
    const heavy: EventEndpoint = {
      id: 'heavy',
      type: 'event',
      when: [{ quantity: 'nir', atLeast: leftAfter(1) }],
      measure: 'fraction',
    };
    const byWeight = nirmatrelvir({ amount: 4, perKg: { maximum: 100_000 } });
    const n = 150;
    const trial = volunteers([byWeight], { endpoints: [heavy], horizonDays: 0.25 });
    const { estimate, low, high } = effectOf(play(trial, n), 'heavy');
    const share = estimate ?? 0;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
    const expected = 2 * 1.96 * Math.sqrt((share * (1 - share)) / n);
    expect(((high ?? 0) - (low ?? 0)) / expected).toBeGreaterThan(0.85);
    expect(((high ?? 0) - (low ?? 0)) / expected).toBeLessThan(1.15);
  });
});
