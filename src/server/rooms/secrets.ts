/** Codes, tokens and ids from the system's random source, and the hashes under which they are stored. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '../../schema/classroom/limits.ts';

const ID_SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 12;
const MOVE_LENGTH = 8;
const TOKEN_BYTES = 32;
const SEEDS = 2 ** 32;

function signs(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Six signs that a class can read from a wall. */
export const createCode = (): string => signs(CODE_ALPHABET, CODE_LENGTH);
/** Eight signs that a second device takes a seat over with. */
export const createMoveCode = (): string => signs(CODE_ALPHABET, MOVE_LENGTH);
/** The public number of a seat or of a submission. */
export const createId = (): string => signs(ID_SIGNS, ID_LENGTH);
export const createSeed = (): number => randomInt(SEEDS);

/** 256 bits that nobody guesses: of a seat, or the teacher's key. */
export function createToken(kind: 's' | 't'): string {
  return `${kind}_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}

/** SHA-256, hex: what the database knows of a secret. Finding a row by it tells no time of how near a guess was. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
