import { describe, expect, it } from 'vitest';
import { javascriptKernel } from '../../src/analysis/cohortKernel.ts';
import { drawnValue, drawPatient, multiplierOf, populationOf } from '../../src/analysis/population.ts';
import { plausible } from '../../src/analysis/populationPlausible.ts';
import { POPULATIONS } from '../../src/analysis/populations.ts';
import { P, PARAMETERS, type ParameterId } from '../../src/model/generated/system.ts';
import { isParameter, isSpecies, TRIGGERS, triggerSetup, withChanges } from '../../src/model/triggers.ts';

const SEED = 7;
const MANY = Array.from({ length: 4000 }, (_, index) => drawPatient('covid19', SEED, index));

function spreadOf(id: string) {
  const spread = populationOf('covid19').spreads.find((entry) => entry.id === id);
  if (!spread) throw new Error(id);
  return spread;
}

const valuesOf = (id: string): number[] => MANY.map((patient) => drawnValue(spreadOf(id), patient));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [mean(a), mean(b)];
  const product = (x: readonly number[], y: readonly number[], mx: number, my: number): number =>
    x.reduce((sum, value, index) => sum + (value - mx) * ((y[index] ?? 0) - my), 0);
  return product(a, b, meanA, meanB) / Math.sqrt(product(a, a, meanA, meanA) * product(b, b, meanB, meanB));
};

describe('a population', () => {
  it('exists for every trigger, and spreads only what the model has', () => {
    expect(POPULATIONS.map(({ trigger }) => trigger).sort()).toEqual([...TRIGGERS].sort());
    for (const { trigger, spreads } of POPULATIONS) {
      for (const { of, id, vigour = 0, frailty = 0 } of spreads) {
        expect(of === 'parameter' ? isParameter(id) : isSpecies(id), `${trigger} ${id}`).toBe(true);
        expect(vigour * vigour + frailty * frailty).toBeLessThan(1);
      }
      const names = spreads.map(({ of, id }) => `${of} ${id}`);
      expect(new Set(names).size, trigger).toBe(names.length);
    }
  });

  it('draws the same patient whoever draws it and in whatever order', () => {
    const again = [9, 3, 5].map((index) => drawPatient('covid19', SEED, index));
    for (const patient of again) expect(patient).toEqual(MANY[patient.index]);
    expect(drawPatient('covid19', SEED + 1, 3)).not.toEqual(MANY[3]);
    expect(MANY[4]?.parameters).not.toEqual(MANY[3]?.parameters);
  });

  it('changes what its spreads name and nothing else', () => {
    const trigger = triggerSetup('covid19');
    const named = new Set(populationOf('covid19').spreads.map(({ id }) => id));
    for (const [place, id] of PARAMETERS.entries()) {
      const same = MANY.slice(0, 20).every(
        (patient) => patient.parameters[place] === trigger.parameters[place],
      );
      expect(same, id).toBe(!named.has(id));
    }
  });

  it('has multipliers of median 1 whose logarithm is as wide as stated', () => {
    for (const z of [0, 0.3, 1, 2.5]) {
      expect(multiplierOf(0.75, z) * multiplierOf(0.75, -z)).toBeCloseTo(1, 12);
      expect(multiplierOf(0.2, z)).toBeCloseTo(Math.exp(Math.asinh(0.2 * z)), 12);
    }
    const multipliers = valuesOf('wI').map(
      (value) => value / drawnValue(spreadOf('wI'), triggerSetup('covid19')),
    );
    const logarithms = multipliers.map((value) => Math.sinh(Math.log(value)) / 0.75);
    expect(mean(logarithms)).toBeCloseTo(0, 1);
    expect(mean(logarithms.map((value) => value * value))).toBeCloseTo(1, 1);
    expect(Math.max(...valuesOf('Emx'))).toBeLessThanOrEqual(0.9);
  });

  it('has the stated small correlations', () => {
    const frailty = MANY.map((patient) => patient.frailty);
    expect(correlation(valuesOf('kLu'), frailty)).toBeCloseTo(0.3, 1);
    expect(correlation(valuesOf('kHe'), valuesOf('kKi'))).toBeCloseTo(0.09, 1);
    expect(correlation(valuesOf('wF'), frailty)).toBeLessThan(-0.1);
    expect(correlation(valuesOf('wF'), valuesOf('kZp'))).toBeGreaterThan(0.06);
    expect(Math.abs(correlation(valuesOf('pV'), frailty))).toBeLessThan(0.06);
  });

  it('takes medians that a trial sets', () => {
    const changed = drawPatient('covid19', SEED, 3, { parameters: { wI: 6 } });
    const ratio = drawnValue(spreadOf('wI'), changed) / drawnValue(spreadOf('wI'), MANY[3] ?? changed);
    expect(ratio).toBeCloseTo(3, 12);
  });
});

describe('the plausibility filter', () => {
  const passes = (trigger: string, parameters: Readonly<Record<string, number>>): boolean =>
    plausible(trigger, [withChanges(triggerSetup(trigger), { parameters })], javascriptKernel)[0] === true;
  const times = (id: ParameterId, factor: number): Readonly<Record<string, number>> => ({
    [id]: (triggerSetup('covid19').parameters[P[id]] as number) * factor,
  });

  it('lets the median patient of every trigger pass', () => {
    for (const trigger of TRIGGERS) expect(passes(trigger, {}), trigger).toBe(true);
  });

  it('refuses IL-6 above 10 pg/mL in health', () => {
    expect(passes('sepsis', { s6: 9 })).toBe(true);
    expect(passes('sepsis', { s6: 12 })).toBe(false);
  });

  it('refuses an answer to endotoxin that is threefold off, in either direction', () => {
    expect(passes('carT', times('ktnfm', 4))).toBe(false);
    expect(passes('carT', times('ktnfm', 0.14))).toBe(false);
    expect(passes('carT', times('k10m', 10))).toBe(false);
  });

  it('refuses virus that peaks too late or too early', () => {
    expect(passes('covid19', times('pV', 0.2))).toBe(false);
    expect(passes('covid19', times('pV', 15))).toBe(false);
  });

  it('judges each patient by himself', () => {
    const patients = [{ s6: 1.53 }, { s6: 12 }, { s6: 2 }].map((parameters) =>
      withChanges(triggerSetup('endotoxin'), { parameters }),
    );
    expect(plausible('endotoxin', patients, javascriptKernel)).toEqual([true, false, true]);
  });
});
