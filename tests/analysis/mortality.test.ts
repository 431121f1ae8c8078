import { describe, expect, it } from 'vitest';
import {
  addToAreas,
  createAreas,
  isVentilated,
  MORTALITY,
  riskOfDeath,
} from '../../src/analysis/mortality.ts';
import { P, Q } from '../../src/model/generated/system.ts';
import { triggerSetup } from '../../src/model/triggers.ts';

const NOBODY = { frailty: 0, ventilated: false };
const HEALTH = triggerSetup('health');

function stateWith(values: Readonly<Partial<Record<keyof typeof Q, number>>>): Float64Array {
  const y = HEALTH.initial.slice();
  for (const [id, value] of Object.entries(values)) y[Q[id as keyof typeof Q]] = value;
  return y;
}

describe('areas', () => {
  it('count an hour as a 24th of a day and are 0 in health', () => {
    const areas = createAreas();
    addToAreas(areas, HEALTH.initial, 1);
    expect(areas).toEqual({ organ: 0, virus: 0, bacteria: 0 });
  });

  it('count half of the time at the stated dysfunction and load', () => {
    const areas = createAreas();
    addToAreas(areas, stateWith({ V: MORTALITY.virusLoad, B: MORTALITY.bacterialLoad }), 24);
    expect(areas.virus).toBeCloseTo(0.5, 12);
    expect(areas.bacteria).toBeCloseTo(0.5, 12);
    const organs = createAreas();
    addToAreas(organs, stateWith({ He: MORTALITY.heart, Ki: MORTALITY.kidney }), 48);
    expect(organs.organ).toBeCloseTo(2 * MORTALITY.heartKidneyWeight * (0.5 + 0.5), 12);
  });

  it('count the lung with the eighth and the fourth power', () => {
    const areas = createAreas();
    addToAreas(areas, stateWith({ Lu: 0.6 }), 24);
    const hill = (x: number, n: number): number => x ** n / (1 + x ** n);
    const expected =
      hill(0.6 / MORTALITY.lung, 8) + MORTALITY.lungSharedWeight * hill(0.6 / MORTALITY.lungShared, 4);
    expect(areas.organ).toBeCloseTo(expected, 12);
  });
});

describe('the risk of death', () => {
  it('is the intercept through the sigmoid where nothing happened', () => {
    const z = MORTALITY.intercept;
    expect(riskOfDeath(createAreas(), NOBODY)).toBeCloseTo((1 + z / Math.sqrt(1 + z * z)) / 2, 12);
  });

  it('reaches half of each largest addition at its half area', () => {
    const areas = {
      organ: MORTALITY.organ.half,
      virus: MORTALITY.virus.half,
      bacteria: MORTALITY.bacteria.half,
    };
    const z =
      MORTALITY.intercept + (MORTALITY.organ.most + MORTALITY.virus.most + MORTALITY.bacteria.most) / 2;
    expect(riskOfDeath(areas, NOBODY)).toBeCloseTo((1 + z / Math.sqrt(1 + z * z)) / 2, 12);
  });

  it('rises with every area and with frailty and stays between 0 and 1', () => {
    const calm = { organ: 1, virus: 3, bacteria: 0.1 };
    const risk = riskOfDeath(calm, NOBODY);
    for (const worse of [{ organ: 2 }, { virus: 5 }, { bacteria: 1 }]) {
      expect(riskOfDeath({ ...calm, ...worse }, NOBODY)).toBeGreaterThan(risk);
    }
    expect(riskOfDeath(calm, { frailty: 1, ventilated: false })).toBeGreaterThan(risk);
    expect(
      riskOfDeath({ organ: 28, virus: 28, bacteria: 28 }, { frailty: 6, ventilated: false }),
    ).toBeLessThan(1);
    expect(riskOfDeath(createAreas(), { frailty: -6, ventilated: true })).toBeGreaterThan(0);
  });

  it('takes the map it is given', () => {
    const map = { ...MORTALITY, frailty: 0 };
    const frail = { frailty: 3, ventilated: false };
    expect(riskOfDeath(createAreas(), frail, map)).toBe(riskOfDeath(createAreas(), NOBODY, map));
  });

  it('counts as ventilated below the cut of PaO2/FiO2', () => {
    const { parameters } = HEALTH;
    const lungAt = (ratio: number): number =>
      (1 - ratio / (parameters[P.PF0] ?? 0)) / (parameters[P.pfLu] ?? 0);
    const cut = MORTALITY.ventilatedBelowPF;
    expect(isVentilated(stateWith({ Lu: lungAt(cut - 1) }), parameters)).toBe(true);
    expect(isVentilated(stateWith({ Lu: lungAt(cut + 1) }), parameters)).toBe(false);
  });
});
