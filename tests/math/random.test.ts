import { describe, expect, it } from 'vitest';
import {
  createRandom,
  mix32,
  nextIndex,
  nextNormalLike,
  nextUint32,
  nextUnit,
} from '../../src/math/random.ts';

describe('xoshiro128**', () => {
  it('gives the numbers of the reference implementation (version 1.1, state 1 2 3 4)', () => {
    const state = Uint32Array.of(1, 2, 3, 4);
    const drawn = Array.from({ length: 10 }, () => nextUint32(state));
    expect(drawn).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('goes on from a copy of its state', () => {
    const state = createRandom(7, 'lab');
    nextUint32(state);
    const copy = state.slice();
    expect([nextUint32(copy), nextUint32(copy)]).toEqual([nextUint32(state), nextUint32(state)]);
  });
});

describe('seeding', () => {
  it('mixes as MurmurHash3 finalises (its hashes of the empty string with seeds 1 and 2^32 - 1)', () => {
    expect(mix32(0)).toBe(0);
    expect(mix32(1)).toBe(0x514e28b7);
    expect(mix32(0xffffffff)).toBe(0x81f16f39);
  });

  it('parts seeds and streams', () => {
    const states = [
      createRandom(0, 'lab'),
      createRandom(1, 'lab'),
      createRandom(0, 'policy'),
      createRandom(0, 'bal'),
      createRandom(0, ''),
      createRandom(4294967295, 'lab'),
    ].map((state) => state.join());
    expect(new Set(states).size).toBe(states.length);
  });
});

describe('draws', () => {
  it('are uniform in [0, 1) and near normal', () => {
    const state = createRandom(42, 'test');
    const count = 20_000;
    let sum = 0;
    let normalSum = 0;
    let normalSquares = 0;
    for (let index = 0; index < count; index++) {
      const unit = nextUnit(state);
      expect(unit >= 0 && unit < 1).toBe(true);
      sum += unit;
      const normal = nextNormalLike(state);
      normalSum += normal;
      normalSquares += normal * normal;
    }
    // Four standard errors of each mean.
    expect(Math.abs(sum / count - 0.5)).toBeLessThan(0.0082);
    expect(Math.abs(normalSum / count)).toBeLessThan(0.029);
    expect(Math.abs(normalSquares / count - 1)).toBeLessThan(0.04);
  });

  it('choose every index of a short list', () => {
    const state = createRandom(3, 'test');
    const seen = new Set(Array.from({ length: 200 }, () => nextIndex(state, 5)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
