import { describe, expect, it } from 'vitest';
import { createGame } from '../../src/engine/createGame.ts';
import type { LabId, TreatmentId } from '../../src/engine/types.ts';
import {
  isDoseUseful,
  isNorepinephrineWithoutUse,
  isOxygenWithoutUse,
  isTestTooSoon,
} from '../../src/engine/usefulness.ts';
import { Q, type QuantityId } from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { FEVERISH, HEALTHY, QUIET_DOUBLING } from '../support/levels.ts';
import { order, startGame } from '../support/play.ts';

const healthy = createGame(HEALTHY, { seed: 1, mode: 'student' });
const HEALTH = quantitiesOf(healthy.y, healthy.p);

/** The values of health with one of them changed. */
function withValue(id: QuantityId, value: number): Float64Array {
  const values = HEALTH.slice();
  values[Q[id]] = value;
  return values;
}

describe('a dose', () => {
  it.each([
    ['antiviral', 'viralLoad', 3.9, 4],
    ['antibiotic', 'bacterialLoad', 4.4, 4.5],
    ['dexamethasone', 'SpO2', 94, 93.9],
    ['dexamethasone', 'PF', 301, 300],
    ['tocilizumab', 'S6', 39, 40],
    ['siltuximab', 'S6', 39, 40],
    ['baricitinib', 'S6', 39, 40],
    ['baricitinib', 'G', 99, 100],
    ['anakinra', 'J', 1.9, 2],
    ['tnfBlocker', 'TNF', 19, 20],
    ['nirmatrelvir', 'viralLoad', 3.9, 4],
    ['hydrocortisone', 'MAP', 65, 64.9],
    ['hydrocortisone', 'ne', 0, 0.01],
    ['dexamethasone', 'ne', 0, 0.01],
    ['fluids', 'MAP', 70, 69.9],
  ] as const)('of %s is judged by %s: none at %d, of use at %d', (treatment, quantity, without, withUse) => {
    expect(isDoseUseful(treatment, withValue(quantity, without), 0)).toBe(false);
    expect(isDoseUseful(treatment, withValue(quantity, withUse), 0)).toBe(true);
  });

  it('of dexamethasone is of use to whoever needs oxygen, though it holds the saturation', () => {
    expect(isDoseUseful('dexamethasone', HEALTH, 0)).toBe(false);
    expect(isDoseUseful('dexamethasone', HEALTH, 1)).toBe(true);
  });

  it('of hydrocortisone has no use before shock, whatever oxygen is breathed', () => {
    expect(isDoseUseful('hydrocortisone', HEALTH, 2)).toBe(false);
  });

  it('is none of the supports that run at a rate', () => {
    for (const id of ['norepinephrine', 'renalReplacement'] as const satisfies readonly TreatmentId[]) {
      expect(isDoseUseful(id, HEALTH, 0)).toBe(true);
    }
  });
});

describe('a course against infection', () => {
  const wasted = (bacteria: number): number => {
    const game = startGame(FEVERISH);
    game.state.y[Q.B] = bacteria;
    game.give(order('antibiotic', 'course'));
    game.wait(40);
    const now = game.state.treatments[game.level.treatments.findIndex(({ id }) => id === 'antibiotic')];
    expect(now?.dosesGiven).toBe(6);
    expect(game.state.y[Q.B]).toBeLessThan(0.03);
    return now?.dosesWithoutUse ?? 0;
  };

  it('is judged where it begins: its last doses, which find no germ any more, are no waste', () => {
    expect(wasted(0.5)).toBe(0);
    expect(wasted(0)).toBe(6);
  });
});

describe('support', () => {
  it('has no use: norepinephrine above 75 mmHg, oxygen above 98 %', () => {
    const pressed = (MAP: number, ne: number): boolean => {
      const values = withValue('MAP', MAP);
      values[Q.ne] = ne;
      return isNorepinephrineWithoutUse(values);
    };
    expect([pressed(75, 0.1), pressed(75.1, 0.1), pressed(75.1, 0)]).toEqual([false, true, false]);
    const breathing = (SpO2: number, step: number): boolean =>
      isOxygenWithoutUse(withValue('SpO2', SpO2), step);
    expect([breathing(98, 1), breathing(98.1, 1), breathing(98.1, 0)]).toEqual([false, true, false]);
  });
});

describe('a test', () => {
  const tooSoon = (ticksAgo: number, truth: number, test: LabId = 'CRP'): boolean => {
    const state = createGame(QUIET_DOUBLING, { seed: 1, mode: 'clinician' });
    state.tick = 200;
    const sampled = state.tick - ticksAgo;
    state.labResults.push({ test: 'CRP', orderedTick: sampled, readyTick: sampled + 20, value: 100 });
    return isTestTooSoon(state, test, truth);
  };

  it('is too soon within six hours of its last sample', () => {
    expect([tooSoon(119, 100), tooSoon(120, 100)]).toEqual([true, false]);
    expect(tooSoon(20, 100, 'IL6')).toBe(false);
  });

  it('is not when the value has moved by a fifth of the larger', () => {
    expect([tooSoon(20, 124), tooSoon(20, 125)]).toEqual([true, false]);
    expect([tooSoon(20, 81), tooSoon(20, 80)]).toEqual([true, false]);
  });
});
