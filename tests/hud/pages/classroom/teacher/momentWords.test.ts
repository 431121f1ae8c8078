import { describe, expect, it } from 'vitest';
import {
  groupedCode,
  spelledCode,
  zoneAt,
} from '../../../../../src/hud/pages/classroom/teacher/momentWords.ts';

describe('a code', () => {
  it('stands in groups that are read at one go', () => {
    expect(groupedCode('KQ7ZDW')).toBe('KQ7 ZDW');
    expect(groupedCode('BCDFGH23')).toBe('BCDF GH23');
  });

  it('is spelled for who does not see it', () => expect(spelledCode('KQ7ZDW')).toBe('K Q 7 Z D W'));
});

describe('the time zone', () => {
  it('is named with its offset on the day in question', () => {
    const winter = new Date('2026-01-15T12:00:00Z');
    const summer = new Date('2026-07-15T12:00:00Z');
    expect(zoneAt(winter, 'Europe/Berlin')).toEqual({ zone: 'Europe/Berlin', offset: 'GMT+1' });
    expect(zoneAt(summer, 'Europe/Berlin')).toEqual({ zone: 'Europe/Berlin', offset: 'GMT+2' });
    expect(zoneAt(winter, 'Asia/Kathmandu').offset).toBe('GMT+5:45');
  });
});
