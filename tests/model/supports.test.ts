/** What support gives and what it costs, and what the laboratory shows of failing organs: signs of single slopes. */
import { describe, expect, it } from 'vitest';
import {
  defaultInitialState,
  defaultParameters,
  P,
  Q,
  rightHandSide,
  type SpeciesId,
} from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { at, course, firstHour, patient, repeated } from '../support/patient.ts';

type Changes = Partial<Record<SpeciesId, number>>;

/** A patient with leaky vessels and a sick lung, on oxygen. */
const SICK: Changes = { E: 0.3, Lu: 0.3, Ki: 0.3, creatinine: 200, fio2: 0.6, B: 0.01 };

function stateOf(changes: Changes): Float64Array {
  const y = defaultInitialState();
  for (const [id, value] of Object.entries({ ...SICK, ...changes })) y[Q[id as SpeciesId]] = value;
  return y;
}

/** d(species)/dt with `changes` less that without them, per hour. */
function effect(species: SpeciesId, changes: Changes): number {
  const slope = (state: Float64Array): number => {
    const dy = new Float64Array(state.length);
    rightHandSide(state, defaultParameters(), dy);
    return dy[Q[species]] as number;
  };
  return slope(stateOf(changes)) - slope(stateOf({}));
}

const parameter = (id: keyof typeof P): number => defaultParameters()[P[id]] as number;

describe('support', () => {
  it('by norepinephrine raises the pressure and strains the heart', () => {
    const pressure = (ne: number) => quantitiesOf(stateOf({ ne }), defaultParameters())[Q.MAP] as number;
    expect(pressure(0.2)).toBeGreaterThan(pressure(0) + 5);
    // A little less than its own term, because the pressure spares the heart a part of the cascade.
    const own = 0.2 * parameter('kHeNe');
    expect(effect('He', { ne: 0.2 })).toBeGreaterThan(0);
    expect(effect('He', { ne: 0.2 })).toBeLessThanOrEqual(own);
  });

  it('by fluid wets the lung in proportion to the leak, and leaves the vessels', () => {
    expect(effect('Lu', { Fl: 1000 })).toBeGreaterThan(0);
    expect(effect('Lu', { Fl: 1000, E: 0 }) - effect('Lu', { E: 0 })).toBeLessThanOrEqual(0);
    expect(effect('Fl', { Fl: 1000 })).toBeLessThan(0);
  });

  it('by the ventilator injures the lung and lets bacteria in', () => {
    expect(effect('Lu', { vent: 1 })).toBeCloseTo(parameter('kVili') * 0.7, 12);
    expect(effect('B', { vent: 1 })).toBeGreaterThan(0);
  });

  it('by renal replacement clears creatinine and nothing else', () => {
    expect(effect('creatinine', { rrt: 1 })).toBeLessThan(0);
    expect(effect('Ki', { rrt: 1 })).toBe(0);
  });
});

describe('the laboratory', () => {
  it('shows a lack of oxygen and a shock as lactate, and a shock as bilirubin', () => {
    expect(effect('lactate', { fio2: 0.21 })).toBeGreaterThan(0);
    expect(effect('lactate', { He: 0.9 })).toBeGreaterThan(0);
    expect(effect('bilirubin', { He: 0.9 })).toBeGreaterThan(0);
  });

  it('shows the heart as troponin and a leak as lost platelets', () => {
    expect(effect('troponin', { He: 0.5 })).toBeGreaterThan(0);
    expect(effect('platelets', { E: 0.8 })).toBeLessThan(0);
  });
});

describe('a second infection', () => {
  it('shows in pressure and lactate although tocilizumab hides fever and CRP', () => {
    const drowned = course(patient('covid19', { wI: 20 }), 14 * 24, [
      ...repeated('dexamethasone', 20, 110, 24, 12),
      ...repeated('tocilizumab', 576, 110, 24, 2),
    ]);
    const hour = firstHour(drowned, 'B', (bacteria) => bacteria > 10) + 24;
    expect(at(drowned, 'MAP', hour)).toBeLessThan(70);
    expect(at(drowned, 'lactate', hour)).toBeGreaterThan(2);
    expect(at(drowned, 'Temp', hour)).toBeLessThan(38);
  });
});
