/** Names for the door of a room: drawn from the safe lists with the randomness of the operating system. */
import { randomInt } from 'node:crypto';
import { drawNames } from '../../classroom/names.ts';

/** As many whole numbers as randomInt can choose from. */
const NUMBERS = 2 ** 48 - 1;

/** Up to `count` names that nobody in the room has, in random order. */
export function freeNames(taken: ReadonlySet<string>, count: number): readonly string[] {
  return drawNames(() => randomInt(NUMBERS) / NUMBERS, taken, count);
}
