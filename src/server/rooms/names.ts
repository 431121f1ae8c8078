/** The two-word names that a seat may have: from the safe lists, never typed. */
import { randomInt } from 'node:crypto';
import names from '../../text/en/names.json' with { type: 'json' };

const ADJECTIVES = Object.keys(names.adjective);
const ANIMALS = Object.keys(names.animal);
const KNOWN: ReadonlySet<string> = new Set(
  ADJECTIVES.flatMap((adjective) => ANIMALS.map((animal) => `${adjective}-${animal}`)),
);
const LIST = [...KNOWN];

/** True for a name of the lists. */
export function isKnownName(name: string): boolean {
  return KNOWN.has(name);
}

/** Up to `count` names that nobody in the room has, in random order. */
export function freeNames(taken: ReadonlySet<string>, count: number): readonly string[] {
  const free = LIST.filter((name) => !taken.has(name));
  const chosen: string[] = [];
  while (chosen.length < count && free.length > 0) {
    const index = randomInt(free.length);
    chosen.push(free[index] as string);
    // The order of what is left does not matter.
    free[index] = free.at(-1) as string;
    free.pop();
  }
  return chosen;
}
