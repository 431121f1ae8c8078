import * as v from 'valibot';
import type { Level } from '../engine/types.ts';
import { levelSchema } from './levelSchema.ts';
import { LIMITS } from './limits.ts';
import { LEVEL_MIGRATIONS, migrate } from './migrations.ts';
import { type Parsed, refuse } from './problem.ts';
import { problemOf } from './problemOf.ts';
import { checkKeys, readJson } from './readJson.ts';

/**
 * A level from text, or from a value that a bundler has parsed. Never throws.
 * Names of the model's parameters and quantities are for checkLevel of the engine.
 */
export function parseLevel(source: unknown): Parsed<Level> {
  const read = typeof source === 'string' ? readJson(source, LIMITS.levelCharacters) : checkKeys(source);
  if (!read.ok) return read;
  const migrated = migrate(read.value, LEVEL_MIGRATIONS);
  if (!migrated.ok) return migrated;
  const result = v.safeParse(levelSchema, migrated.value, { abortEarly: true });
  if (!result.success) return problemOf(result.issues[0]);
  return (
    checkIds(result.output) ??
    checkRegimens(result.output) ??
    checkObjectives(result.output) ??
    checkEnglish(result.output) ?? { ok: true, value: result.output }
  );
}

type Refused = Extract<Parsed<Level>, { ok: false }>;

function checkIds(level: Level): Refused | null {
  const lists = [
    ['treatments', level.treatments],
    ['oxygen', level.oxygen],
    ['labs', level.labs],
    ['objectives', level.objectives],
    ...level.treatments.map(({ regimens }, index) => [`treatments[${index}].regimens`, regimens] as const),
  ] as const;
  for (const [path, entries] of lists) {
    const ids = entries.map(({ id }) => id);
    const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (again >= 0) return refuse('duplicate', `${path}[${again}].id`, { found: ids[again] ?? '' });
  }
  return null;
}

/** More than one dose needs an interval. */
function checkRegimens(level: Level): Refused | null {
  for (const [index, { regimens }] of level.treatments.entries()) {
    const lost = regimens.findIndex(({ doses, everyHours }) => (doses ?? 1) > 1 && everyHours === undefined);
    if (lost >= 0) return refuse('missingField', `treatments[${index}].regimens[${lost}].everyHours`);
  }
  return null;
}

/** Only what is to be reached has an hour, and that lies within the level. */
function checkObjectives({ objectives, horizonHours }: Level): Refused | null {
  for (const [index, { rule, byHour }] of objectives.entries()) {
    if (byHour === undefined) continue;
    const path = `objectives[${index}].byHour`;
    if (rule !== 'reachBelow' && rule !== 'reachAbove') return refuse('unknownField', path);
    if (byHour > horizonHours) return refuse('tooBig', path, { expected: horizonHours, found: byHour });
  }
  return null;
}

function checkEnglish(level: Level): Refused | null {
  if (level.text.en === undefined) return refuse('missingField', 'text.en');
  const mute = level.objectives.findIndex(({ text }) => text.en === undefined);
  return mute < 0 ? null : refuse('missingField', `objectives[${mute}].text.en`);
}
