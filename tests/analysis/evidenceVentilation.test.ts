import { describe, expect, it } from 'vitest';
import {
  areaUnderRoc,
  type VentilationCase,
  ventilationCases,
  ventilationRow,
} from '../../src/analysis/evidenceVentilation.ts';
import { drawPatient } from '../../src/analysis/population.ts';
import { plausible } from '../../src/analysis/populationPlausible.ts';
import { recordCourse } from '../../src/analysis/recordCourse.ts';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';

const cases = (ventilated: readonly number[], others: readonly number[]): VentilationCase[] => [
  ...ventilated.map((il6) => ({ il6, ventilated: true })),
  ...others.map((il6) => ({ il6, ventilated: false })),
];

describe('the area under the curve', () => {
  it.each([
    [[10, 20], [1, 2], 1],
    [[1, 2], [10, 20], 0],
    [[5], [5], 0.5],
    [[3, 8], [1, 5], 0.75],
  ])('of %o against %o is %d', (ventilated, others, area) => {
    expect(areaUnderRoc(cases(ventilated, others))).toBe(area);
  });

  it('is nothing without both kinds of patients', () => {
    expect(areaUnderRoc(cases([1], []))).toBeNull();
    expect(areaUnderRoc([])).toBeNull();
    expect(ventilationRow([])).toMatchObject({ row: 'il6-vent', value: null });
  });
});

describe('the cohort', () => {
  const kernel = createNodeKernel();
  const whole = ventilationCases(1, { from: 0, to: 24 }, kernel);

  it('does not depend on how its draws are cut into blocks', () => {
    expect(whole.length).toBeGreaterThan(0);
    expect([
      ...ventilationCases(1, { from: 0, to: 10 }, kernel),
      ...ventilationCases(1, { from: 10, to: 24 }, kernel),
    ]).toEqual(whole);
    expect(ventilationCases(2, { from: 0, to: 24 }, kernel)).not.toEqual(whole);
  });

  it('has those who come to need oxygen, with their highest IL-6 until they are ventilated', () => {
    const drawn = Array.from({ length: 24 }, (_, index) => drawPatient('covid19', 1, index));
    const passed = plausible('covid19', drawn, kernel);
    const courses = drawn
      .filter((_, index) => passed[index])
      .map((patient) => recordCourse(patient, 28 * 24, ['PF', 'IL6']));
    const expected = courses.flatMap((course): VentilationCase[] => {
      const hourly = (id: 'PF' | 'IL6'): number[] =>
        [...course.series(id)].filter((_, tick) => tick % 20 === 0);
      const [oxygenation, il6] = [hourly('PF'), hourly('IL6')];
      if (Math.min(...oxygenation) >= 300) return [];
      const at = oxygenation.findIndex((value) => value < 160);
      return [{ il6: Math.max(...(at < 0 ? il6 : il6.slice(0, at + 1))), ventilated: at >= 0 }];
    });
    expect(whole).toEqual(expected);
    expect(expected.length).toBeLessThan(courses.length);
    expect(new Set(expected.map(({ ventilated }) => ventilated)).size).toBe(2);
  });

  it('counts the patients and the ventilated of them', () => {
    const ventilated = whole.filter((one) => one.ventilated).length;
    expect(ventilationRow(whole).note?.values).toEqual({ patients: whole.length, ventilated });
    expect(whole.every(({ il6 }) => il6 > 0)).toBe(true);
  });
});
