/**
 * The two-word names of a class, from safe lists: kind words, and no animal that is an insult. A name is stored and
 * sent as a slug, `plucky-lynx`, and each language says it in its own words and order.
 */
import type { Text } from '../text/catalogue.ts';
import names from '../text/en/names.json' with { type: 'json' };
import { tAny } from './words.ts';

/** The slugs, in the order of the alphabet; their words are `names.adjective.…` and `names.animal.…`. */
export const ADJECTIVES: readonly string[] = Object.keys(names.adjective);
export const ANIMALS: readonly string[] = Object.keys(names.animal);

/**
 * Different names that nobody has yet, fewer only when there are no more.
 *
 * @param random the next number from 0 to 1, which is left out
 * @param taken slugs
 */
export function drawNames(
  random: () => number,
  taken: ReadonlySet<string>,
  count: number,
): readonly string[] {
  const free = ADJECTIVES.flatMap((adjective) =>
    ANIMALS.map((animal) => `${adjective}-${animal}`).filter((slug) => !taken.has(slug)),
  );
  const drawn: string[] = [];
  while (drawn.length < count && free.length > 0) {
    const last = free.pop() as string;
    const at = Math.floor(random() * (free.length + 1));
    drawn.push(free[at] ?? last);
    if (at < free.length) free[at] = last;
  }
  return drawn;
}

/** True for two words of the lists, which the form of a slug alone does not say. */
export function isKnownName(slug: string): boolean {
  const [adjective = '', animal = '', ...more] = slug.split('-');
  return more.length === 0 && ADJECTIVES.includes(adjective) && ANIMALS.includes(animal);
}

/**
 * A name in words. A language in which the adjective follows the animal's gender names it in `names.gender.<animal>` and
 * has the forms as `names.adjective.<adjective>_<gender>`.
 *
 * @param text another language than the page's
 */
export function nameOf(slug: string, text: Pick<Text, 'tAny' | 'has'> = ENGLISH): string {
  const [adjective = '', animal = ''] = slug.split('-');
  if (!isKnownName(slug)) return slug;
  const gender = `names.gender.${animal}`;
  return text.tAny('names.name', {
    adjective: text.tAny(
      `names.adjective.${adjective}`,
      text.has(gender) ? { context: text.tAny(gender) } : {},
    ),
    animal: text.tAny(`names.animal.${animal}`),
  });
}

/** English has no genders. */
const ENGLISH: Pick<Text, 'tAny' | 'has'> = { tAny, has: () => false };
