import { describe, expect, it } from 'vitest';
import {
  createHash,
  hashDigits,
  hashNumber,
  hashNumbers,
  hashString,
  hashWord,
  hashWords,
} from '../../src/math/hash.ts';

function ofNumbers(values: readonly number[]): string {
  const hash = createHash();
  hashNumbers(hash, Float64Array.from(values));
  return hashDigits(hash);
}

function ofString(text: string): string {
  const hash = createHash();
  hashString(hash, text);
  return hashDigits(hash);
}

describe('hash', () => {
  it('has MurmurHash3_x86_32 as its first lane', () => {
    const laneOne = (words: readonly number[]): string => {
      const hash = createHash();
      for (const word of words) hashWord(hash, word);
      return hashDigits(hash).slice(0, 8);
    };
    // Published values for the bytes FF FF FF FF and 21 43 65 87, seed 0.
    expect(laneOne([0xffffffff])).toBe('76293b50');
    expect(laneOne([0x87654321])).toBe('f55b516b');
    expect(laneOne([])).toBe('00000000');
  });

  it('is 16 hexadecimal digits and stays as it is', () => {
    expect(ofNumbers([1, 2.5, -3e-300])).toMatch(/^[0-9a-f]{16}$/);
    expect(ofNumbers([1, 2.5, -3e-300])).toBe('ced245fd0e0611be');
    expect(ofString('Stormward')).toBe('a195236470642910');
  });

  it('sees the last bit of a number, order, length and where one part ends', () => {
    expect(ofNumbers([1])).not.toBe(ofNumbers([1 + Number.EPSILON]));
    expect(ofNumbers([1, 2])).not.toBe(ofNumbers([2, 1]));
    expect(ofNumbers([0])).not.toBe(ofNumbers([0, 0]));
    const split = (first: string, second: string): string => {
      const hash = createHash();
      hashString(hash, first);
      hashString(hash, second);
      return hashDigits(hash);
    };
    expect(split('ab', 'c')).not.toBe(split('a', 'bc'));
  });

  it('takes -0 for 0 and refuses NaN', () => {
    expect(ofNumbers([-0])).toBe(ofNumbers([0]));
    expect(() => hashNumber(createHash(), Number.NaN)).toThrow(RangeError);
  });

  it('reads words, and can be read on the way', () => {
    const hash = createHash();
    hashWords(hash, Uint32Array.of(1, 2));
    const before = hashDigits(hash);
    expect(hashDigits(hash)).toBe(before);
    hashWord(hash, 0);
    expect(hashDigits(hash)).not.toBe(before);
  });

  it('lets no two of many near states collide', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 20_000; index++) seen.add(ofNumbers([index / 1000, 1]));
    expect(seen.size).toBe(20_000);
  });
});
