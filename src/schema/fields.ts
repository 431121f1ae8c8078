/** Fields that levels and logs share. Each message is a problem code; problemOf turns an issue into a Problem. */
import * as v from 'valibot';
import { LIMITS } from './limits.ts';

const ID = /^[A-Za-z][A-Za-z0-9-]*$/;
const HASH = /^[0-9a-f]{16}$/;
/**
 * No control characters, which move the cursor of a terminal, and no marks that
 * turn the direction of a text. Written as what is allowed: JSON Schema knows no flags.
 */
const LINE = /^[ -~\u00A0-\u2027\u202F-\u2065\u206A-\uFFFF]+$/;
/** The same over several lines. */
const PARAGRAPH = /^[\n -~\u00A0-\u2027\u202F-\u2065\u206A-\uFFFF]+$/;
const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;

/** A number within limits; what is infinite is outside of any. */
export const numberBetween = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));

/** A whole number within limits. */
export const wholeBetween = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const id = v.pipe(v.string(), v.maxLength(LIMITS.idCharacters), v.regex(ID));
export const hash = v.pipe(v.string(), v.regex(HASH));
export const version = v.pipe(v.string(), v.regex(VERSION));
export const line = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.lineCharacters), v.regex(LINE));
export const paragraph = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(LIMITS.textCharacters),
  v.regex(PARAGRAPH),
);
export const tick = wholeBetween(0, LIMITS.ticks);
export const mode = v.picklist(['student', 'clinician']);

export const treatmentId = v.picklist([
  'antiviral',
  'nirmatrelvir',
  'antibiotic',
  'dexamethasone',
  'hydrocortisone',
  'tocilizumab',
  'siltuximab',
  'anakinra',
  'baricitinib',
  'tnfBlocker',
  'fluids',
  'norepinephrine',
  'renalReplacement',
]);

export const labId = v.picklist([
  'IL6',
  'TNF',
  'G',
  'CRP',
  'ferritin',
  'lactate',
  'creatinine',
  'troponin',
  'PF',
  'viralLoad',
  'bacterialLoad',
  'C',
  'A',
]);

/** A list of at least `least` and at most LIMITS.listEntries entries. */
export const listOf = <T extends v.GenericSchema>(entry: T, least = 0) =>
  v.pipe(v.array(entry), v.minLength(least), v.maxLength(LIMITS.listEntries));
