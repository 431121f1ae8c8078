import { createHash, hashDigits, hashString } from '../math/hash.ts';
import type { Level } from './types.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Fingerprint of everything in a level that a game or its score depends on.
 * Words and sources are left out: a corrected sentence must not refuse the logs
 * that were played before it.
 */
export function levelHash(level: Level): string {
  const { text: _text, sources: _sources, objectives, ...rules } = level;
  const bareObjectives = objectives.map(({ text: _objectiveText, ...objective }) => objective);
  const hash = createHash();
  hashString(hash, canonical({ ...rules, objectives: bareObjectives } as unknown as Json));
  return hashDigits(hash);
}

/** JSON with the keys of every object in alphabetical order. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const object = value as { readonly [key: string]: Json };
  const fields = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key] as Json)}`);
  return `{${fields.join()}}`;
}
