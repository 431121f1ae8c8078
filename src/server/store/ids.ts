/** Public ids of rooms, seats and submissions. */
import { randomInt } from 'node:crypto';

const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Twelve random signs, 62 bits: nobody guesses one, and no two are ever the same. */
const LENGTH = 12;

/** A new id, of `publicId` in src/schema/classroom/room.ts. */
export function newId(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
