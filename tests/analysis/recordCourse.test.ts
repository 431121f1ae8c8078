import { describe, expect, it } from 'vitest';
import { firstAbove, peakOf, recordCourse, valueAt } from '../../src/analysis/recordCourse.ts';
import { advanceTick } from '../../src/model/course.ts';
import { Q } from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { triggerSetup } from '../../src/model/triggers.ts';

describe('a recorded course', () => {
  const patient = triggerSetup('endotoxin');
  const course = recordCourse(patient, 6, ['IL6', 'HR', 'L']);

  it('has the values of the integrator at every tick, species and observables', () => {
    const y = patient.initial.slice();
    for (let tick = 0; tick <= 120; tick += 1) {
      if (tick > 0) advanceTick(y, patient.parameters);
      const values = quantitiesOf(y, patient.parameters);
      expect(course.series('IL6')[tick]).toBe(values[Q.IL6]);
      expect(course.series('HR')[tick]).toBe(values[Q.HR]);
    }
    expect(course.series('IL6')).toHaveLength(121);
    expect(patient.initial[Q.L]).toBe(2);
  });

  it('tells peak, first passing of a limit, and values at hours', () => {
    const peak = peakOf(course, 'IL6');
    expect(peak.value).toBe(Math.max(...course.series('IL6')));
    expect(valueAt(course, 'IL6', peak.hour)).toBe(peak.value);
    const first = firstAbove(course, 'IL6', 100) as number;
    expect(valueAt(course, 'IL6', first)).toBeGreaterThan(100);
    expect(valueAt(course, 'IL6', first - 0.05)).toBeLessThanOrEqual(100);
    expect(firstAbove(course, 'IL6', 1e9)).toBeNull();
    expect(peakOf(course, 'L').hour).toBe(0);
  });

  it('gives each dose once, at its hour', () => {
    const dose = { hour: 3, treatment: 'tocilizumab', amount: 600 };
    const treated = recordCourse(triggerSetup('health'), 5, ['tocC'], [dose]);
    expect(valueAt(treated, 'tocC', 2.95)).toBe(0);
    expect(valueAt(treated, 'tocC', 3)).toBe(600);
    expect(valueAt(treated, 'tocC', 5)).toBeLessThan(600);
  });

  it('refuses what was not watched and hours beyond its end', () => {
    expect(() => course.series('TNF')).toThrow('TNF');
    expect(() => valueAt(course, 'IL6', 7)).toThrow('7');
  });
});
