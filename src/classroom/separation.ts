/**
 * Which decision parted those who recovered from those who did not, and whether chance alone would find one as good.
 *
 * Of all questions the one is taken that tells most of the outcome: its information gain. Looking for the best of many
 * finds something even where there is nothing, so the whole search is repeated with the outcomes dealt at random among
 * the games; p is the share of deals in which its best question was as good (Westfall and Young 1993, maximum statistic).
 */
import type { Level } from '../engine/types.ts';
import { createHash, hashDigits, hashString } from '../math/hash.ts';
import { log10 } from '../math/logarithm.ts';
import { createRandom, nextIndex, type RandomState } from '../math/random.ts';
import { type Question, questionsOf } from './questions.ts';
import type { ClassRow, Separation } from './types.ts';

const FEWEST_GAMES = 6;
const DEALS = 2000;
const SEED = 1;
/** Sums of the same logarithms in another order may differ in their last bits. */
const EQUAL = 1e-9;
const CLEAR = 0.05;
const WORD = 32;

/** What of a game decides. */
export type Decided = Pick<ClassRow, 'marks' | 'endHour' | 'outcome'>;

/** One bit for each game. */
type Bits = Int32Array;

interface Search {
  readonly questions: readonly { readonly question: Question; readonly did: Bits; readonly doers: number }[];
  readonly games: number;
  readonly recovered: number;
  /** Gain, times the number of games, by doers, recovered doers. */
  readonly gainOf: (doers: number, recoveredDoers: number) => number;
}

/**
 * The decision that separated a class; null for fewer than six games, where all ended alike, and where no question
 * parts them. The same for the same games in any order. About 10 ms for thirty games.
 */
export function separationOf(level: Level, rows: readonly Decided[]): Separation | null {
  const games = inFixedOrder(rows);
  const won = games.map(({ outcome }) => outcome === 'recovered');
  const recovered = won.filter(Boolean).length;
  if (games.length < FEWEST_GAMES || recovered === 0 || recovered === games.length) return null;
  const search: Search = {
    questions: questionsOf(level, games).map((question) => ({
      question,
      did: bitsOf(question.did),
      doers: question.did.filter(Boolean).length,
    })),
    games: games.length,
    recovered,
    gainOf: gainTable(games.length, recovered),
  };
  const best = bestQuestion(search, bitsOf(won));
  return best === null ? null : separationBy(best, search, won);
}

/** The games in an order of their own, so that the deals do not depend on who stands first. */
function inFixedOrder(rows: readonly Decided[]): readonly Decided[] {
  const keyed = rows.map((row) => {
    const hash = createHash();
    hashString(hash, JSON.stringify([row.marks, row.endHour, row.outcome]));
    return { row, key: hashDigits(hash) };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ row }) => row);
}

function separationBy({ index, gain }: Best, search: Search, won: readonly boolean[]): Separation {
  const found = search.questions[index];
  if (found === undefined) throw new RangeError(`There is no question ${index}.`);
  const { question, doers } = found;
  const recoveredDoers = question.did.filter((did, game) => did && won[game]).length;
  const did = { won: recoveredDoers, of: doers };
  const didNot = { won: search.recovered - recoveredDoers, of: search.games - doers };
  const p = chanceOf(gain, search, won);
  const { treatment, regimen, hour } = question;
  const about = { treatment, regimen, hour, p, isClear: p <= CLEAR };
  // To leave it out is what separated, if those who never gave it did better.
  const isNever = question.kind === 'ever' && did.won * didNot.of < didNot.won * did.of;
  return isNever
    ? { kind: 'never', ...about, did: didNot, didNot: did }
    : { kind: question.kind, ...about, did, didNot };
}

interface Best {
  readonly index: number;
  readonly gain: number;
}

/** The first of the questions that tell most; null when none may say anything. */
function bestQuestion(search: Search, won: Bits): Best | null {
  let best: Best | null = null;
  search.questions.forEach((_, index) => {
    const gain = gainBy(search, index, won);
    if (gain > (best?.gain ?? 0) + EQUAL) best = { index, gain };
  });
  return best;
}

/** What a question tells of who recovered; 0 when it tells the contrary of what it may say. */
function gainBy({ questions, games, recovered, gainOf }: Search, index: number, won: Bits): number {
  const { question, did, doers } = questions[index] as Search['questions'][number];
  const recoveredDoers = commonBits(did, won);
  const helped = recoveredDoers * games - recovered * doers;
  if (helped === 0 || (helped > 0 ? !question.credits : !question.blames)) return 0;
  return gainOf(doers, recoveredDoers);
}

/** Share of deals whose best question is as good, the true one counted among them. */
function chanceOf(gain: number, search: Search, won: readonly boolean[]): number {
  const random = createRandom(SEED, 'separation');
  const dealt = [...won];
  let asGood = 1;
  for (let deal = 0; deal < DEALS; deal++) {
    shuffle(dealt, random);
    const bits = bitsOf(dealt);
    if (search.questions.some((_, index) => gainBy(search, index, bits) >= gain - EQUAL)) asGood += 1;
  }
  return asGood / (DEALS + 1);
}

/** Fisher and Yates. */
function shuffle(list: boolean[], random: RandomState): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = nextIndex(random, last + 1);
    [list[last], list[other]] = [list[other] as boolean, list[last] as boolean];
  }
}

/** Information gain times the number of games; every case is computed once. */
function gainTable(games: number, recovered: number): Search['gainOf'] {
  const terms = Float64Array.from({ length: games + 1 }, (_, n) => (n === 0 ? 0 : n * log10(n)));
  const term = (n: number): number => terms[n] as number;
  const entropy = (of: number, yes: number): number => term(of) - term(yes) - term(of - yes);
  const whole = entropy(games, recovered);
  const table = new Float64Array((games + 1) * (recovered + 1)).fill(Number.NaN);
  return (doers, recoveredDoers) => {
    const at = doers * (recovered + 1) + recoveredDoers;
    const known = table[at] as number;
    if (!Number.isNaN(known)) return known;
    const rest = entropy(games - doers, recovered - recoveredDoers);
    table[at] = whole - entropy(doers, recoveredDoers) - rest;
    return table[at];
  };
}

function bitsOf(list: readonly boolean[]): Bits {
  const bits = new Int32Array(Math.ceil(list.length / WORD));
  list.forEach((isSet, index) => {
    const word = Math.floor(index / WORD);
    if (isSet) bits[word] = (bits[word] as number) | (1 << (index % WORD));
  });
  return bits;
}

/** How many bits two sets have in common. */
function commonBits(a: Bits, b: Bits): number {
  let count = 0;
  for (let word = 0; word < a.length; word++) {
    let bits = (a[word] as number) & (b[word] as number);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
    count += Math.imul(bits, 0x01010101) >>> 24;
  }
  return count;
}
