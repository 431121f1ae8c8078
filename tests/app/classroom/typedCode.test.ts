import { describe, expect, it } from 'vitest';
import { readTypedCode } from '../../../src/app/classroom/typedCode.ts';
import { CODE_ALPHABET } from '../../../src/schema/classroom/limits.ts';

const read = (text: string) => readTypedCode(text, 6);

describe('the code of a room as it is typed', () => {
  it('is read in any case, with spaces and hyphens of any kind', () => {
    for (const text of ['KQ7ZDW', 'kq7zdw', ' kq7 zdw ', 'kq7-zdw', 'KQ7–ZDW', 'k q 7\u00a0z\u200bd.w'])
      expect(read(text), text).toEqual({ code: 'KQ7ZDW', problem: null, wrong: [] });
  });

  it('is the last part of an address that was pasted whole', () => {
    expect(read('http://192.168.1.20:8080/#class/join/kq7zdw').code).toBe('KQ7ZDW');
    expect(read('https://example.org/KQ7ZDW/').problem).toBeNull();
  });

  it('names each sign that no code has, once', () => {
    expect(read('o0oi1a')).toMatchObject({ problem: 'sign', wrong: ['O', '0', 'I', '1', 'A'] });
    expect(read('<b>"').problem).toBe('sign');
    expect(read(CODE_ALPHABET.slice(0, 6)).problem).toBeNull();
  });

  it('is told apart when it is missing, too short or too long', () => {
    expect(read(' - ').problem).toBe('empty');
    expect(read('KQ7Z').problem).toBe('short');
    expect(read('KQ7ZDWB').problem).toBe('long');
    expect(readTypedCode('KQ7Z DWBC', 8).problem).toBeNull();
  });
});
