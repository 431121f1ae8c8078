import { describe, expect, it } from 'vitest';
import { LAB_ORDER } from '../../src/hud/labReadings.ts';
import { judgeLab, judgeVital, LAB_LIMITS, VITAL_LIMITS, type VitalId } from '../../src/hud/limits.ts';
import { quantityInfo } from '../../src/model/quantities.ts';
import { t } from '../../src/text/catalogue.ts';

/** NEWS2 (Royal College of Physicians 2017), scale 1: values and the points that they score. */
const NEWS2: readonly [VitalId, number, number][] = [
  ['RR', 8, 3],
  ['RR', 9, 1],
  ['RR', 11, 1],
  ['RR', 12, 0],
  ['RR', 20, 0],
  ['RR', 21, 2],
  ['RR', 24, 2],
  ['RR', 25, 3],
  ['SpO2', 91, 3],
  ['SpO2', 92, 2],
  ['SpO2', 93, 2],
  ['SpO2', 94, 1],
  ['SpO2', 95, 1],
  ['SpO2', 96, 0],
  ['HR', 40, 3],
  ['HR', 41, 1],
  ['HR', 50, 1],
  ['HR', 51, 0],
  ['HR', 90, 0],
  ['HR', 91, 1],
  ['HR', 110, 1],
  ['HR', 111, 2],
  ['HR', 130, 2],
  ['HR', 131, 3],
  ['Temp', 35, 3],
  ['Temp', 35.1, 1],
  ['Temp', 36, 1],
  ['Temp', 36.1, 0],
  ['Temp', 38, 0],
  ['Temp', 38.1, 1],
  ['Temp', 39, 1],
  ['Temp', 39.1, 2],
];

describe('vital signs', () => {
  it.each(NEWS2)('%s %d scores %d', (id, value, points) => {
    const expected = points === 3 ? 'alarm' : points > 0 ? 'caution' : 'normal';
    expect(judgeVital(id, value).level).toBe(expected);
  });
  it('alarms below a MAP of 65 mmHg and warns below 70', () => {
    expect(judgeVital('MAP', 65).level).toBe('caution');
    expect(judgeVital('MAP', 64).level).toBe('alarm');
    expect(judgeVital('MAP', 70).level).toBe('normal');
  });
  it('judges the number that is shown', () => {
    expect(judgeVital('SpO2', 91.49).level).toBe('alarm');
    expect(judgeVital('SpO2', 91.5).level).toBe('caution');
    expect(judgeVital('MAP', 64.6).level).toBe('caution');
  });
  it('tells the direction', () => {
    expect(judgeVital('HR', 135).direction).toBe('high');
    expect(judgeVital('HR', 35).direction).toBe('low');
    expect(judgeVital('HR', 70).direction).toBe('within');
  });
});

describe('laboratory', () => {
  it('flags the reference range and the limit for action', () => {
    expect(judgeLab('IL6', 6.9).level).toBe('normal');
    expect(judgeLab('IL6', 7).level).toBe('caution');
    expect(judgeLab('IL6', 70).level).toBe('alarm');
    expect(judgeLab('PF', 199)).toMatchObject({ level: 'alarm', direction: 'low' });
    expect(judgeLab('PF', 301).level).toBe('normal');
    expect(judgeLab('viralLoad', 9).level).toBe('normal');
  });
  it('names a source for every row', () => {
    for (const limits of [...Object.values(VITAL_LIMITS), ...Object.values(LAB_LIMITS)]) {
      expect(limits.source.length).toBeGreaterThan(10);
    }
  });
  it('shows the units of the model', () => {
    for (const id of LAB_ORDER) {
      const unit = t(`hud.lab.${id}.unit`);
      if (id === 'viralLoad' || id === 'bacterialLoad')
        expect(quantityInfo(id).unit).toMatch(/^log10 .*\/mL$/);
      else if (id === 'C' || id === 'A') expect(quantityInfo(id).unit).toBe('1');
      else expect(quantityInfo(id).unit).toBe(unit);
    }
    for (const id of ['MAP', 'SpO2', 'Temp'] as const)
      expect(quantityInfo(id).unit).toBe(t(`hud.vital.${id}.unit`));
  });
});
