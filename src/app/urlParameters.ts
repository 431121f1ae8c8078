import type { Mode } from '../engine/types.ts';
import { SPEEDS, type Speed } from './types.ts';

/** What an address may ask for before the `#`: `?level=…&seed=…&speed=…&mode=…&page=model&debug`. */
export interface UrlParameters {
  readonly level: string | null;
  readonly seed: number | null;
  readonly speed: Speed | null;
  readonly mode: Mode | null;
  /** The page about the model; the fragment then names a quantity: `?page=model#IL6`. */
  readonly page: 'model' | null;
  readonly debug: boolean;
  /** Parameters whose value cannot be used, by name; the page says so in words. */
  readonly refused: readonly { readonly name: string; readonly value: string }[];
}

/** Seeds are 32-bit, as the generator's state. */
const SEED_LIMIT = 2 ** 32 - 1;

const MODES: readonly Mode[] = ['student', 'clinician'];

/** Longest piece of a refused value that a sentence repeats. */
const SHOWN_CHARACTERS = 24;

function readSeed(text: string): number | null {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return seed <= SEED_LIMIT ? seed : null;
}

/**
 * Reads an address's query. Unknown parameters are ignored (other pages and
 * mail programs add theirs); known ones with a bad value are refused by name.
 *
 * @param search `location.search`
 * @param knownLevel tells whether a level of that id exists
 */
export function readUrlParameters(search: string, knownLevel: (id: string) => boolean): UrlParameters {
  const given = new URLSearchParams(search);
  const refused: { name: string; value: string }[] = [];
  function read<T>(name: string, meaning: (text: string) => T | null | undefined): T | null {
    const text = given.get(name);
    if (text === null) return null;
    const value = meaning(text) ?? null;
    if (value === null) refused.push({ name, value: text.slice(0, SHOWN_CHARACTERS) });
    return value;
  }
  return {
    level: read('level', (text) => (knownLevel(text) ? text : null)),
    seed: read('seed', readSeed),
    speed: read('speed', (text) => SPEEDS.find((speed) => String(speed) === text)),
    mode: read('mode', (text) => MODES.find((mode) => mode === text)),
    page: read('page', (text) => (text === 'model' ? text : null)),
    debug: given.has('debug'),
    refused,
  };
}
