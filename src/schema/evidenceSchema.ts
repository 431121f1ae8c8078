import * as v from 'valibot';
import { id, line, listOf, numberBetween, paragraph } from './fields.ts';

const DOI = /^10\.\d{4,9}\/[^\s<>"]+$/;
/** Keys of an item's value, such as `t_h`. */
const KEY = /^[a-z][a-z0-9_]*$/;

const number = numberBetween(-1e12, 1e12);
const numbers = v.union([number, listOf(number, 1)]);
const key = v.pipe(v.string(), v.regex(KEY));

const published = v.strictObject({
  value: v.exactOptional(number),
  low: v.exactOptional(number),
  high: v.exactOptional(number),
});

const accept = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['interval', 'below', 'above', 'all']) }),
  v.strictObject({ kind: v.picklist(['fold', 'margin', 'share']), by: numberBetween(0, 1e6) }),
  v.strictObject({ kind: v.literal('range'), low: number, high: number }),
]);

const comparison = v.strictObject({
  id: v.exactOptional(id),
  what: line,
  unit: line,
  published,
  accept,
  scale: v.exactOptional(v.picklist(['ratio', 'linear'])),
  note: v.exactOptional(line),
});

const item = v.strictObject({
  id,
  what: line,
  unit: line,
  value: v.record(key, v.union([numbers, v.record(key, numbers)])),
  use: v.picklist(['calibrate', 'validate']),
  tolerance: line,
  source: v.strictObject({ text: line, doi: v.pipe(v.string(), v.regex(DOI)) }),
  confidence: v.picklist(['read', 'confirmed', 'recalled']),
  checked: v.exactOptional(line),
  note: v.exactOptional(paragraph),
  rows: listOf(comparison, 1),
});

/** Published quantities and what is compared with the model, format 1: evidence/evidence.json. */
export const evidenceSchema = v.strictObject({
  $schema: v.exactOptional(line),
  format: v.literal(1),
  about: paragraph,
  items: listOf(item, 1),
});
