/** Rows of the model's target table for COVID-19: graded course, ignition, threshold, organs, treatment. */
import { describe, expect, it } from 'vitest';
import { TICK_HOURS } from '../../src/model/course.ts';
import { Q } from '../../src/model/generated/system.ts';
import { at, type Course, course, firstHour, nadir, patient, peak, repeated } from '../support/patient.ts';

const DAY = 24;
const covid = (wI: number, parameters: Record<string, number> = {}): ReturnType<typeof patient> =>
  patient('covid19', { wI, ...parameters });

/** Shortest time in which IL-6 doubles between 30 pg/mL and its peak, hours. */
function doublingHours(run: Course): number {
  const window = Math.round(2 / TICK_HOURS);
  let steepest = 0;
  for (let i = window; i < run.values.length; i += 1) {
    const now = run.values[i]![Q.IL6]!;
    const before = run.values[i - window]![Q.IL6]!;
    if (before >= 30) steepest = Math.max(steepest, Math.log2(now / before) / 2);
  }
  return 1 / steepest;
}

describe('between mild and storm the path is continuous', () => {
  // wI, peak IL-6 (pg/mL), lowest PaO2/FiO2 (mmHg); tolerance 5 % of either
  it.each([
    [2, 17, 215],
    [3, 33, 181],
    [4, 60, 162],
    [6, 221, 139],
    [8, 700, 120],
    [12, 1757, 105],
    [16, 3090, 86],
    [24, 4940, 80],
  ])('severity %d: IL-6 %d, PaO2/FiO2 %d', (wI, il6, pf) => {
    const run = course(covid(wI), 28 * DAY);
    expect(Math.abs(peak(run, 'IL6').value / il6 - 1)).toBeLessThan(0.05);
    expect(Math.abs(nadir(run, 'PF').value / pf - 1)).toBeLessThan(0.05);
  });

  it('no step: from severity 2 to 12 in steps of 5 % the peak never grows more than 1.35-fold', () => {
    let before = peak(course(covid(2), 20 * DAY), 'IL6').value;
    for (let wI = 2.1; wI <= 12; wI *= 1.05) {
      const now = peak(course(covid(wI), 20 * DAY), 'IL6').value;
      expect(now / before).toBeGreaterThan(1);
      expect(now / before).toBeLessThan(1.35);
      before = now;
    }
  });

  it('the lung holds 10 to 100 times the cytokine of plasma while IL-6 is below 100', () => {
    const run = course(covid(4), 20 * DAY);
    const { hour } = peak(run, 'IL6');
    const ratio = at(run, 'K', hour) / at(run, 'IL6', hour);
    expect(ratio).toBeGreaterThan(10);
    expect(ratio).toBeLessThan(100);
  });
});

describe('ignition and threshold', () => {
  it.each([14, 16, 20, 24])('severity %d: IL-6 doubles in 3 to 8 h at ignition', (wI) => {
    const hours = doublingHours(course(covid(wI), 28 * DAY));
    expect(hours).toBeGreaterThan(3);
    expect(hours).toBeLessThan(8);
  });

  it('5 % below the threshold the body comes back, 5 % above it does not by day 28', () => {
    const below = course(covid(13.3), 28 * DAY);
    const above = course(covid(14.7), 28 * DAY);
    expect(at(below, 'IL6', 28 * DAY)).toBeLessThan(40);
    expect(at(below, 'PF', 28 * DAY)).toBeGreaterThan(200);
    expect(at(above, 'IL6', 28 * DAY)).toBeGreaterThan(500);
    expect(at(above, 'PF', 28 * DAY)).toBeLessThan(110);
  });

  it.each(['dexamethasone', 'tocilizumab'])('%s at day 10 rescues the patient above it', (drug) => {
    const doses = drug === 'dexamethasone' ? repeated(drug, 6, 240, 24, 10) : repeated(drug, 560, 240, 24, 1);
    const run = course(covid(14.7), 28 * DAY, doses);
    expect(at(run, 'IL6', 28 * DAY)).toBeLessThan(100);
  });

  it.each([2, 4, 6])(
    'an untreated survivor resolves (severity %d): IL-6 falls to a quarter within 16 d (to the nearest day) of its peak, PaO2/FiO2 passes 300 within 22 d of its nadir',
    (wI) => {
      const run = course(covid(wI), 40 * DAY);
      const top = peak(run, 'IL6');
      const days = (firstHour(run, 'IL6', (x) => x < top.value / 4, top.hour) - top.hour) / DAY;
      expect(Math.round(days)).toBeLessThanOrEqual(16);
      const low = nadir(run, 'PF');
      expect(firstHour(run, 'PF', (x) => x > 300, low.hour) - low.hour).toBeLessThan(22 * DAY);
    },
  );
});

describe('organs and virus', () => {
  it('in a storm lungs fail first, then kidney, then heart: 6.1, 10.8, 11.2 d, each within 0.4 d', () => {
    const run = course(covid(16), 20 * DAY);
    const days = (['Lu', 'Ki', 'He'] as const).map((id) => firstHour(run, id, (x) => x > 0.5) / DAY);
    expect(Math.abs(days[0]! - 6.1)).toBeLessThan(0.4);
    expect(Math.abs(days[1]! - 10.8)).toBeLessThan(0.4);
    expect(Math.abs(days[2]! - 11.2)).toBeLessThan(0.4);
    expect(days[0]! < days[1]! && days[1]! < days[2]!).toBe(true);
  });

  it('virus peaks on day 3 to 7 between 10^7.4 and 10^10.5 copies/mL', () => {
    const { value, hour } = peak(course(covid(2), 12 * DAY), 'viralLoad');
    expect(hour / DAY).toBeGreaterThan(3);
    expect(hour / DAY).toBeLessThan(7);
    expect(value).toBeGreaterThan(7.4);
    expect(value).toBeLessThan(10.5);
  });

  it('IL-6 in health stays below 10 pg/mL', () => {
    expect(peak(course(patient('health'), 28 * DAY), 'IL6').value).toBeLessThan(10);
  });
});

describe('treatment', () => {
  it('remdesivir 200 mg, then 100 mg a day: the earlier the lower the storm (start at 48, 96, 120, 168 h: below 30, 120, 1100 pg/mL, then hardly an effect)', () => {
    const [body = 0, ...tops] = [Infinity, 48, 96, 120, 168].map((start) => {
      const doses = [
        { hour: start, treatment: 'antiviral', amount: 100 },
        ...repeated('antiviral', 100, start, 24, 10),
      ];
      return peak(course(covid(12), 28 * DAY, doses), 'IL6').value;
    });
    expect(tops[0]).toBeLessThan(30);
    expect(tops[1]).toBeLessThan(120);
    expect(tops[2]).toBeLessThan(1100);
    expect(tops[3]! / body).toBeGreaterThan(0.9);
    expect(tops).toEqual([...tops].sort((x, y) => x - y));
  });

  it('tocilizumab: serum IL-6 rises 1.5 to 4 fold in a day while CRP halves in 15 to 25 h', () => {
    const given = 11 * DAY;
    const run = course(covid(8), 16 * DAY, [{ hour: given, treatment: 'tocilizumab', amount: 560 }]);
    let top = 0;
    for (let hour = given; hour <= given + 24; hour += 0.5) top = Math.max(top, at(run, 'IL6', hour));
    const fold = top / at(run, 'IL6', given - 0.05);
    const halfLife = 48 / Math.log2(at(run, 'CRP', given + 12) / at(run, 'CRP', given + 60));
    expect(fold).toBeGreaterThan(1.5);
    expect(fold).toBeLessThan(4);
    expect(halfLife).toBeGreaterThan(15);
    expect(halfLife).toBeLessThan(25);
  });

  it('over-dampening: 24 mg a day for 20 d with two doses of tocilizumab lets bacteria pass 5e6/mL; standard doses do not pass 1e5', () => {
    const start = 8 * DAY;
    const drowned = course(covid(8), 28 * DAY, [
      ...repeated('dexamethasone', 24, start, 24, 20),
      ...repeated('tocilizumab', 560, start, 24, 2),
    ]);
    const standard = course(covid(8), 28 * DAY, [
      ...repeated('dexamethasone', 6, start, 24, 10),
      ...repeated('tocilizumab', 560, start, 24, 1),
    ]);
    expect(peak(drowned, 'B').value).toBeGreaterThan(5);
    expect(peak(standard, 'B').value).toBeLessThan(0.1);
  });
});
