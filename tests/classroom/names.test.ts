import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createInstance } from 'i18next';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ADJECTIVES, ANIMALS, drawNames, isKnownName, nameOf } from '../../src/classroom/names.ts';
import { createRandom, nextUnit } from '../../src/math/random.ts';
import { nameSlug } from '../../src/schema/classroom/room.ts';
import { LANGUAGES, type LateWords } from '../../src/text/catalogue.ts';

const ALL = ADJECTIVES.flatMap((adjective) => ANIMALS.map((animal) => `${adjective}-${animal}`));

/** Letters to put in, take out or change until one word is the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  [...from].forEach((letter, i) => {
    const next = [i + 1];
    [...to].forEach((other, j) => {
      next.push(
        Math.min((row[j] ?? 0) + Number(letter !== other), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

function wordsOf(language: string): LateWords['names'] {
  return JSON.parse(readFileSync(new URL(`../../src/text/${language}/names.json`, import.meta.url), 'utf8'));
}

describe('the safe lists', () => {
  it('make more names than the largest room has seats, many times over', () => {
    expect(ADJECTIVES).toHaveLength(72);
    expect(ANIMALS).toHaveLength(72);
    expect(new Set(ALL).size).toBe(72 * 72);
    expect(ALL.every((slug) => v.is(nameSlug, slug))).toBe(true);
  });

  it('have short words of which no two are taken for each other', () => {
    const words = [...ADJECTIVES, ...ANIMALS];
    expect(words.filter((word) => word.length > 9)).toEqual([]);
    const near = words.flatMap((word, index) =>
      words.slice(index + 1).filter((other) => distance(word, other) < 2),
    );
    expect(near).toEqual([]);
  });

  it('have nothing in them that is said to hurt', () => {
    const never =
      /^(pig|hog|boar|snake|viper|rat|mouse|cow|bull|ox|ass|donkey|mule|sloth|worm|toad|ape|monkey|gorilla|chimp|baboon|lemur|dog|bitch|cur|hyena|skunk|weasel|leech|louse|parasite|shark|vulture|crow|chicken|hen|cock|rooster|bat|bear|wolf|fox|shrew|whale|hippo|elephant|goose|turkey|booby|tit|shag|coot|cuckoo|dodo|beaver|camel|crab|slug|snail|maggot|thrush|kiwi|eagle|hawk|dove|panther|pangolin|civet|mink|black|white|brown|yellow|red|dark|pale|fat|thin|slim|big|small|old|young|sick|mad|crazy|blind|deaf|lame|holy|pious|dirty|lazy|slow|dumb|ugly|wild|cheeky|naked|hot|sexy|gay|straight|poor|rich|proud)$/;
    expect([...ADJECTIVES, ...ANIMALS].filter((word) => never.test(word))).toEqual([]);
  });

  it.each(LANGUAGES)('have a word for every slug in %s', (language) => {
    const words = wordsOf(language);
    const base = (keys: object): string[] => [
      ...new Set(Object.keys(keys).map((key) => key.split('_')[0] ?? '')),
    ];
    expect(base(words.adjective).sort()).toEqual([...ADJECTIVES].sort());
    expect(Object.keys(words.animal).sort()).toEqual([...ANIMALS].sort());
    for (const list of [words.adjective, words.animal]) {
      const said = Object.values(list);
      expect(said.every((word) => /^\p{L}[\p{L}\p{M}' -]{1,17}$/u.test(word))).toBe(true);
    }
    expect(new Set(Object.values(words.animal)).size).toBe(ANIMALS.length);
    expect(words.name).toContain('{{adjective}}');
    expect(words.name).toContain('{{animal}}');
  });
});

describe('a name', () => {
  it('is said in the words of the catalogue', () => {
    expect(nameOf('plucky-lynx')).toBe('Plucky Lynx');
    expect(new Set(ALL.map((slug) => nameOf(slug))).size).toBe(ALL.length);
  });

  it('is said in another order and with its ending where a language has them', () => {
    const words = {
      name: '{{animal}} {{adjective}}',
      adjective: { calm: 'Sereno', calm_f: 'Serena' },
      animal: { giraffe: 'Jirafa', lynx: 'Lince' },
      gender: { giraffe: 'f' },
    };
    const instance = createInstance();
    void instance.init({ lng: 'es', initAsync: false, resources: { es: { translation: { names: words } } } });
    const spanish: NonNullable<Parameters<typeof nameOf>[1]> = {
      tAny: (key, values = {}) => String(instance.t(key, values)),
      has: (key) => instance.exists(key),
    };
    expect(nameOf('calm-giraffe', spanish)).toBe('Jirafa Serena');
    expect(nameOf('calm-lynx', spanish)).toBe('Lince Sereno');
  });

  it('is the slug itself where its words are not known here', () => {
    for (const slug of ['bold-unicorn', 'constructor-lynx', 'plucky', 'plucky-lynx-lynx', 'lynx-plucky']) {
      expect(isKnownName(slug)).toBe(false);
      expect(nameOf(slug)).toBe(slug);
    }
  });
});

describe('drawing names', () => {
  const drawn = (seed: number, taken: ReadonlySet<string>, count: number) => {
    const state = createRandom(seed, 'names');
    return drawNames(() => nextUnit(state), taken, count);
  };

  it('gives different known names that nobody has', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.constantFrom(...ALL), { maxLength: 200 }), (seed, taken) => {
        const names = drawn(seed, new Set(taken), 8);
        expect(new Set(names).size).toBe(8);
        expect(names.every((name) => isKnownName(name) && !taken.includes(name))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the last ones when few are left, and none when none are', () => {
    const left = ['calm-lynx', 'wise-owl'];
    expect([...drawn(1, new Set(ALL.filter((slug) => !left.includes(slug))), 8)].sort()).toEqual(left);
    expect(drawn(1, new Set(ALL), 8)).toEqual([]);
  });

  it('draws each as often', () => {
    const counts = new Map<string, number>();
    const taken = new Set(ALL.filter((slug) => !slug.startsWith('calm-')));
    for (let seed = 0; seed < 1440; seed++) {
      const [name = ''] = drawn(seed, taken, 1);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    // 20 of each are expected, with a standard deviation of 4.5.
    expect(counts.size).toBe(72);
    expect(Math.max(...counts.values())).toBeLessThan(43);
  });

  it('reaches the first and the last name of the lists', () => {
    expect(drawNames(() => 0, new Set(), 1)).toEqual([ALL[0]]);
    expect(drawNames(() => 1 - 2 ** -32, new Set(), 1)).toEqual([ALL.at(-1)]);
  });
});
