import * as v from 'valibot';
import { evidenceSchema } from './evidenceSchema.ts';
import { LIMITS } from './limits.ts';
import { type Parsed, refuse } from './problem.ts';
import { problemOf } from './problemOf.ts';
import { readJson } from './readJson.ts';

export type Evidence = v.InferOutput<typeof evidenceSchema>;

/** Published evidence from text. Never throws. Ids of items, and of the rows of an item, are there once. */
export function parseEvidence(text: string): Parsed<Evidence> {
  const read = readJson(text, LIMITS.levelCharacters);
  if (!read.ok) return read;
  const result = v.safeParse(evidenceSchema, read.value, { abortEarly: true });
  if (!result.success) return problemOf(result.issues[0]);
  const { items } = result.output;
  const lists = [
    ['items', items.map(({ id }) => id)] as const,
    ...items.map(({ rows }, index) => [`items[${index}].rows`, rows.map(({ id }) => id ?? '')] as const),
  ];
  for (const [path, ids] of lists) {
    const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (again >= 0) return refuse('duplicate', `${path}[${again}].id`, { found: ids[again] ?? '' });
  }
  return { ok: true, value: result.output };
}
