/** Rows of the model's target table for volunteers given endotoxin and for drug concentrations. */
import { describe, expect, it } from 'vitest';
import { at, course, nadir, patient, peak, repeated } from '../support/patient.ts';

describe('volunteer, endotoxin 2 ng/kg', () => {
  const run = course(patient('endotoxin'), 48);

  // measured peak, hour of it, how far the hour may be off; the height within 2-fold
  it.each([
    ['TNF', 335, 1.75, 0.5],
    ['IL6', 791, 2, 0.5],
    ['IL10', 48.8, 3, 1],
  ] as const)('%s peaks near %d pg/mL at %d h', (id, measured, hour, off) => {
    const top = peak(run, id);
    expect(top.value / measured).toBeGreaterThan(0.5);
    expect(top.value / measured).toBeLessThan(2);
    expect(Math.abs(top.hour - hour)).toBeLessThanOrEqual(off);
  });

  it('temperature rises 1.5 to 2.5 °C, peak at 3 to 4.5 h', () => {
    const top = peak(run, 'Temp');
    expect(top.value - 36.7).toBeGreaterThan(1.5);
    expect(top.value - 36.7).toBeLessThan(2.5);
    expect(top.hour).toBeGreaterThanOrEqual(3);
    expect(top.hour).toBeLessThanOrEqual(4.5);
  });

  it('heart rate rises 20 to 40, peak at 3 to 5 h', () => {
    const top = peak(run, 'HR');
    expect(top.value - at(run, 'HR', 0)).toBeGreaterThan(20);
    expect(top.value - at(run, 'HR', 0)).toBeLessThan(40);
    expect(top.hour).toBeGreaterThanOrEqual(3);
    expect(top.hour).toBeLessThanOrEqual(5);
  });

  it('pressure falls but no organ fails', () => {
    expect(nadir(run, 'MAP').value).toBeGreaterThan(70);
    expect(peak(run, 'SOFA').value).toBeLessThan(3);
  });

  it('dexamethasone given 6 h after endotoxin no longer lowers the TNF-α or IL-6 peak; given 6 h before it does', () => {
    const late = course(patient('endotoxin'), 12, repeated('dexamethasone', 6, 6, 24, 1));
    expect(peak(late, 'IL6').value).toBe(peak(run, 'IL6').value);
    expect(peak(late, 'TNF').value).toBe(peak(run, 'TNF').value);
    const primed = course(patient('health'), 6, repeated('dexamethasone', 6, 0, 24, 1));
    const state = primed.values.at(-1)!;
    const early = course(
      patient('endotoxin', {}, { gr: state[33]!, dexC: state[31]!, dexP: state[32]! }),
      12,
    );
    expect(peak(early, 'IL6').value).toBeLessThan(0.75 * peak(run, 'IL6').value);
  });
});

describe('drug concentrations', () => {
  it('tocilizumab 600 mg: 171, 147, 109, 61, 24, 9 µg/mL on days 0, 1, 3, 7, 14, 21, each within 3 % or 0.5', () => {
    const run = course(patient('health'), 21 * 24, repeated('tocilizumab', 600, 0, 24, 1));
    [
      [0, 171],
      [1, 147],
      [3, 109],
      [7, 61],
      [14, 24],
      [21, 9],
    ].forEach(([day, published]) => {
      const model = at(run, 'tocC', day! * 24) / 3.5;
      expect(Math.abs(model - published!)).toBeLessThan(Math.max(0.03 * published!, 0.5));
    });
  });

  it('dexamethasone 6 mg: 117, 55, 26, 13, 2.1 ng/mL at 0, 4, 8, 12, 24 h, each within 5 % or 0.5', () => {
    const run = course(patient('health'), 24, repeated('dexamethasone', 6, 0, 24, 1));
    [
      [0, 117],
      [4, 55],
      [8, 26],
      [12, 13],
      [24, 2.1],
    ].forEach(([hour, published]) => {
      const model = (1000 * at(run, 'dexC', hour!)) / 51.3;
      expect(Math.abs(model - published!)).toBeLessThan(Math.max(0.05 * published!, 0.5));
    });
  });
});
