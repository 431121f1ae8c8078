/**
 * A 64-bit fingerprint of numbers and strings, the same on every machine.
 * It tells apart states that differ by accident; it is no protection against
 * forgery (whoever must not be fooled simulates again).
 *
 * Two 32-bit lanes read the same words. Lane one is MurmurHash3_x86_32
 * (Appleby, public domain); lane two has the same form with the constants of
 * MurmurHash3_x86_128.
 */
import { mix32 } from './random.ts';

/** Running state: lane one, lane two, words read. */
export type Hash = Uint32Array;

const SECOND_SEED = 0x5bd1e995;
const float = new DataView(new ArrayBuffer(8));

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** An empty hash. */
export function createHash(): Hash {
  return Uint32Array.of(0, SECOND_SEED, 0);
}

/** Adds one 32-bit word. */
export function hashWord(hash: Hash, word: number): void {
  const [one = 0, two = 0, count = 0] = hash;
  const mixedOne = Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
  const mixedTwo = Math.imul(rotateLeft(Math.imul(word, 0x239b961b), 16), 0xab0e9789);
  hash[0] = Math.imul(rotateLeft(one ^ mixedOne, 13), 5) + 0xe6546b64;
  hash[1] = Math.imul(rotateLeft(two ^ mixedTwo, 19), 5) + 0x561ccd1b;
  hash[2] = count + 1;
}

/**
 * Adds one number as its 64 bits. -0 counts as 0: the two compare equal and
 * JSON writes both as 0, so a state must not change its name on the way
 * through a file.
 *
 * @throws RangeError on NaN, which no state may hold
 */
export function hashNumber(hash: Hash, value: number): void {
  if (Number.isNaN(value)) throw new RangeError('NaN cannot be hashed.');
  float.setFloat64(0, value + 0);
  hashWord(hash, float.getUint32(0));
  hashWord(hash, float.getUint32(4));
}

/** Adds the length and every number. @throws RangeError on NaN */
export function hashNumbers(hash: Hash, values: Float64Array): void {
  hashWord(hash, values.length);
  for (let index = 0; index < values.length; index++) hashNumber(hash, values[index] as number);
}

/** Adds the length and every word. */
export function hashWords(hash: Hash, words: Uint32Array): void {
  hashWord(hash, words.length);
  for (let index = 0; index < words.length; index++) hashWord(hash, words[index] as number);
}

/** Adds the length and every UTF-16 unit. */
export function hashString(hash: Hash, text: string): void {
  hashWord(hash, text.length);
  for (let index = 0; index < text.length; index++) hashWord(hash, text.charCodeAt(index));
}

/** The hash so far as 16 hexadecimal digits, lane one first; the hash may go on afterwards. */
export function hashDigits(hash: Hash): string {
  const [one = 0, two = 0, count = 0] = hash;
  const bytes = count * 4;
  return digits(mix32(one ^ bytes)) + digits(mix32(two ^ bytes));
}

function digits(word: number): string {
  return word.toString(16).padStart(8, '0');
}
