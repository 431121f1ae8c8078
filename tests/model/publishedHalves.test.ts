import { describe, expect, it } from 'vitest';
import { integrate } from '../support/odeRecord.ts';
import { at, course, patient, peak } from '../support/patient.ts';
import { endotoxin2021, endotoxinStart } from './published/endotoxin2021.ts';
import { reynolds2006 } from './published/reynolds2006.ts';

/** Everything that couples the published half to the rest is switched off. */
const REYNOLDS_ALONE = { kn6: 0, kns: 0, kng: 0, knJ: 0, kDO: 0, kX: 0, kBl: 0, seed: 0 };

const CASES = [
  { kpg: 0.3, P0: 0.5, state: 'healthy', P: 0, N: 0, D: 0, CA: 0.125 },
  { kpg: 0.3, P0: 1.0, state: 'healthy', P: 0, N: 0, D: 0, CA: 0.125 },
  { kpg: 0.3, P0: 1.5, state: 'aseptic', P: 0, N: 0.635, D: 17.4, CA: 0.523 },
  { kpg: 0.6, P0: 1.0, state: 'septic', P: 4.94, N: 0.98, D: 17.4, CA: 0.523 },
];

describe('Reynolds 2006 alone', () => {
  it.each(CASES)('as printed: growth $kpg/h from $P0 ends $state', ({ kpg, P0, P, N, D, CA }) => {
    const rest = integrate({ P: P0, N: 0, D: 0, CA: 0.125 }, (s) => reynolds2006(s, kpg), 2500, 0.05);
    expect(rest.P).toBeCloseTo(P, 2);
    expect(Math.abs(rest.N - N)).toBeLessThan(0.005);
    expect(Math.abs(rest.D - D)).toBeLessThan(0.15);
    expect(Math.abs(rest.CA - CA)).toBeLessThan(0.003);
  });

  it.each(CASES)('inside the whole model: growth $kpg/h from $P0 ends $state', ({ kpg, P0, P, N, D, CA }) => {
    const run = course(patient('health', { ...REYNOLDS_ALONE, kpg }, { B: P0 }), 2500);
    expect(at(run, 'B', 2500)).toBeCloseTo(P, 2);
    expect(Math.abs(at(run, 'N', 2500) - N)).toBeLessThan(0.005);
    expect(Math.abs(at(run, 'D', 2500) - D)).toBeLessThan(0.15);
    expect(Math.abs(at(run, 'CA', 2500) - CA)).toBeLessThan(0.003);
  });
});

describe('human endotoxin kinetics alone, 2 ng/kg', () => {
  it('as printed gives the published peaks', () => {
    const highest = { TNF: { value: 0, hour: 0 }, IL6: { value: 0, hour: 0 }, IL10: { value: 0, hour: 0 } };
    integrate(endotoxinStart(2), endotoxin2021, 6, 0.005, (hour, state) => {
      for (const id of ['TNF', 'IL6', 'IL10'] as const)
        if (state[id] > highest[id].value) highest[id] = { value: state[id], hour };
    });
    expect(Math.abs(highest.TNF.value - 257)).toBeLessThan(2);
    expect(highest.TNF.hour).toBeCloseTo(1.72, 1);
    expect(Math.abs(highest.IL6.value - 791)).toBeLessThan(2);
    expect(highest.IL6.hour).toBeCloseTo(2.06, 1);
    expect(highest.IL10.value).toBeCloseTo(41, 0);
    expect(highest.IL10.hour).toBeCloseTo(2.47, 1);
  });

  it.each([
    ['TNF', 257],
    ['IL6', 791],
    ['IL10', 41],
  ] as const)(
    'inside the whole model, with exponents rounded to quarters, %s moves by less than 8 %%',
    (id, published) => {
      const run = course(patient('endotoxin'), 6);
      expect(Math.abs(peak(run, id).value / published - 1)).toBeLessThan(0.08);
    },
  );

  it('half-lives are those published: TNF 28, IL-6 52, IL-10 37 minutes', () => {
    const run = course(patient('health', {}, { TNF: 101, IL6: 101.53, IL10: 100.248 }), 1);
    const minutes = (id: 'TNF' | 'IL6' | 'IL10', base: number): number =>
      60 * (Math.log(2) / Math.log(100 / (at(run, id, 1) - base)));
    expect(Math.round(minutes('TNF', 1))).toBe(28);
    expect(Math.round(minutes('IL6', 1.53))).toBe(52);
    expect(Math.round(minutes('IL10', 0.248))).toBe(37);
  });
});
