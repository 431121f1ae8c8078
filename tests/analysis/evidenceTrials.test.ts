import { describe, expect, it } from 'vitest';
import { EVIDENCE_TRIALS, trialRows } from '../../src/analysis/evidenceTrials.ts';
import type { Effect, Outcome, TrialResult } from '../../src/analysis/trialEffects.ts';

const STRATA = ['all', 'noOxygen', 'oxygen', 'ventilated'] as const;

/** A result of RECOVERY's dexamethasone trial with given estimates, in the order of STRATA. */
function resultWith(estimates: readonly (number | null)[]): TrialResult {
  return {
    trial: 'recovery-dex',
    seed: 1,
    patients: { asked: 100, drawn: 120, screened: 110, entered: 100 },
    arms: [],
    outcomes: STRATA.flatMap((stratum, index) =>
      ['usualCare', 'dexamethasone'].map(
        (id): Outcome => ({
          endpoint: 'death',
          stratum,
          id,
          n: 10 + index,
          events: 1,
          mean: id === 'usualCare' ? 0.1 * (index + 1) : 0.01,
          median: null,
        }),
      ),
    ),
    effects: STRATA.map((stratum, index): Effect => {
      const estimate = estimates[index] ?? null;
      return {
        endpoint: 'death',
        arm: 'dexamethasone',
        control: 'usualCare',
        stratum,
        measure: 'riskRatio',
        estimate,
        low: estimate === null ? null : estimate - 0.1,
        high: estimate === null ? null : estimate + 0.1,
        published: null,
      };
    }),
  };
}

const valueOfRow = (result: TrialResult, row: string) =>
  trialRows(result).find((entry) => entry.row === row)?.value;

describe('rows of a trial', () => {
  const result = resultWith([0.83, 1.19, 0.82, 0.64]);

  it('are the effects with their bootstrap intervals and their patients', () => {
    const row = trialRows(result).find(({ row: id }) => id === 'recovery-dex.ventilated');
    expect(row).toMatchObject({ value: 0.64, note: { values: { patients: 13, entered: 100 } } });
    expect(row?.low).toBeCloseTo(0.54, 12);
    expect(row?.high).toBeCloseTo(0.74, 12);
    expect(valueOfRow(result, 'recovery-dex.none')).toBe(1.19);
    expect(valueOfRow(result, 'recovery-dex.all')).toBe(0.83);
  });

  it('are the risks under usual care', () => {
    expect(valueOfRow(result, 'recovery-dex.risk-none')).toBeCloseTo(0.2, 12);
    expect(valueOfRow(result, 'recovery-dex.risk-ventilated')).toBeCloseTo(0.4, 12);
  });

  it('count the comparisons of an order that hold', () => {
    expect(valueOfRow(result, 'recovery-dex.order')).toBe(2);
    expect(valueOfRow(resultWith([0.8, 1.2, 0.6, 0.7]), 'recovery-dex.order')).toBe(1);
    expect(valueOfRow(resultWith([0.8, 0.5, 0.6, 0.7]), 'recovery-dex.order')).toBe(0);
    expect(valueOfRow(resultWith([0.8, 1.2, null, 0.7]), 'recovery-dex.order')).toBe(0);
  });

  it('count a steroid that saves lives in septic shock, or ends it no sooner, against the model', () => {
    const held = (shockReversal: number, death: number, superinfection: number) => {
      const estimates = { shockReversal, death, superinfection };
      const effects = Object.entries(estimates).map(
        ([endpoint, estimate]): Effect => ({
          endpoint,
          arm: 'hydrocortisone',
          control: 'placebo',
          stratum: 'all',
          measure: 'riskRatio',
          estimate,
          low: null,
          high: null,
          published: null,
        }),
      );
      return valueOfRow({ ...result, trial: 'corticus', outcomes: [], effects }, 'corticus.order');
    };
    expect(held(0.57, 1.09, 1.27)).toBe(3);
    expect(held(0.57, 0.88, 1.27)).toBe(2);
    expect(held(1.01, 1.09, 1.27)).toBe(2);
    expect(held(1.01, 0.88, 0.9)).toBe(0);
  });

  it('tell beside a share what the other arm has', () => {
    const effect = (arm: string, estimate: number): Effect => ({
      endpoint: 'resolved',
      arm,
      control: null,
      stratum: 'all',
      measure: 'fraction',
      estimate,
      low: null,
      high: null,
      published: null,
    });
    const share: TrialResult = {
      ...result,
      trial: 'crs-toci',
      outcomes: [],
      effects: [effect('untreated', 0.25), effect('tocilizumab', 0.7)],
    };
    const [row] = trialRows(share);
    expect(row).toMatchObject({
      row: 'crs-toci',
      value: 0.7,
      note: { values: { arm: 'untreated', share: 0.25 } },
    });
    expect(row).not.toHaveProperty('low');
  });

  it('are read from the trials that they name and from no other', () => {
    expect(EVIDENCE_TRIALS).toContain('recovery-dex');
    expect(() => trialRows({ ...result, trial: 'another' })).toThrow('another');
    expect(() => trialRows({ ...result, effects: [] })).toThrow('recovery-dex');
  });
});
