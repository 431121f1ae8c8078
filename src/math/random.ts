/**
 * Seeded random numbers whose state is plain data, so that it can live inside
 * the state of a game, be copied, hashed and stored.
 *
 * Generator: xoshiro128** 1.1 (Blackman and Vigna, public domain), 32-bit
 * integer operations only. Seeding: SplitMix with the 32-bit finaliser of
 * MurmurHash3 (Appleby, public domain).
 */

/** Four 32-bit words of xoshiro128**; never all zero. */
export type RandomState = Uint32Array;

const GOLDEN_GAMMA = 0x9e3779b9;
const TO_UNIT = 1 / 4294967296;
const NORMAL_TERMS = 12;

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** The 32-bit finaliser of MurmurHash3: a bijection in which every bit of the input moves half of the output. */
export function mix32(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * State of the stream `stream` of the seed `seed`. One stream per purpose:
 * drawing from one never shifts another.
 *
 * @param seed integer, 0 to 2^32 - 1
 * @param stream name of the purpose, such as 'lab'
 */
export function createRandom(seed: number, stream: string): RandomState {
  let counter = seed >>> 0;
  for (let index = 0; index < stream.length; index++) {
    counter = mix32(counter ^ mix32(stream.charCodeAt(index) + index * 65536));
  }
  const state = new Uint32Array(4);
  for (let index = 0; index < 4; index++) {
    counter = (counter + GOLDEN_GAMMA) >>> 0;
    state[index] = mix32(counter);
  }
  return state;
}

/** Next integer, 0 to 2^32 - 1; advances `state`. */
export function nextUint32(state: RandomState): number {
  let [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
  const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
  const shifted = s1 << 9;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= shifted;
  s3 = rotateLeft(s3, 11);
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
  return result;
}

/** Next number in [0, 1), a multiple of 2^-32; advances `state` once. */
export function nextUnit(state: RandomState): number {
  return nextUint32(state) * TO_UNIT;
}

/** Next integer in 0 to `count` - 1 (count at most 2^21, bias below 2^-11); advances `state` once. */
export function nextIndex(state: RandomState, count: number): number {
  return Math.floor(nextUnit(state) * count);
}

/**
 * Sum of twelve uniform numbers less 6: mean 0, variance 1, within -6 to 6.
 * Stands for a normal draw because it needs no logarithm; advances `state` twelve times.
 */
export function nextNormalLike(state: RandomState): number {
  let sum = 0;
  for (let term = 0; term < NORMAL_TERMS; term++) sum += nextUnit(state);
  return sum - 6;
}
