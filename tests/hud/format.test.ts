import { describe, expect, it } from 'vitest';
import {
  clockText,
  clockTime,
  formatAmount,
  formatConcentration,
  formatNumber,
  spanText,
} from '../../src/hud/format.ts';

describe('formatNumber', () => {
  it('writes a real minus sign and never a negative zero', () => {
    expect(formatNumber(-3.25, 1)).toBe('\u22123.3');
    expect(formatNumber(-0.04, 1)).toBe('0.0');
  });
  it('groups thousands from five digits up', () => {
    expect(formatNumber(9999, 0)).toBe('9999');
    expect(formatNumber(15300, 0)).toBe('15\u202f300');
    expect(formatNumber(1234567.5, 1)).toBe('1\u202f234\u202f567.5');
  });
  it('shows a dash for what is no number', () => {
    expect(formatNumber(Number.NaN, 1)).toBe('–');
    expect(formatNumber(Number.POSITIVE_INFINITY, 0)).toBe('–');
  });
});

describe('concentrations and amounts', () => {
  it('gives one decimal below 10 and none above, without 10.0 between', () => {
    expect(formatConcentration(9.94)).toBe('9.9');
    expect(formatConcentration(9.96)).toBe('10');
    expect(formatConcentration(1180.4)).toBe('1180');
  });
  it('writes doses without trailing zeros', () => {
    expect(formatAmount(6)).toBe('6');
    expect(formatAmount(0.05)).toBe('0.05');
    expect(formatAmount(500)).toBe('500');
    expect(formatAmount(100)).toBe('100');
  });
});

describe('the clock', () => {
  it('is exact at every tick of ten days', () => {
    for (let tick = 0; tick <= 4800; tick += 1) {
      const minutes = tick * 3;
      const { day, time } = clockTime(tick / 20);
      expect(day * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))).toBe(minutes);
    }
  });
  it('starts at day 0', () => {
    expect(clockText(76 + 1 / 3)).toBe('Day 3 04:20');
    expect(clockText(0)).toBe('Day 0 00:00');
  });
});

describe('spans', () => {
  it('uses minutes, hours, days', () => {
    expect(spanText(0.25)).toBe('15 min');
    expect(spanText(1)).toBe('1 h');
    expect(spanText(47.4)).toBe('47 h');
    expect(spanText(48)).toBe('2 d');
  });
});
