/** The evidence table as data for docs and the game, and as text for a terminal. */
import type { EvidenceRow } from '../analysis/evidence.ts';
import type { Bounds, Colour, Published } from '../analysis/evidenceColour.ts';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import { createText } from '../text/catalogue.ts';

const { t, tAny, has } = createText('en', { strict: true });

interface Shown {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly text: string;
}

/** Patients of each trial and cohort of the committed table: with fewer, a stratum may hold none of the rare courses. */
export const TABLE_PATIENTS = 1000;

/** One row of evidence/results.json. */
export interface ResultRow {
  readonly id: string;
  readonly item: string;
  readonly what: string;
  readonly unit: string;
  readonly use: 'calibrated' | 'validated';
  readonly published: Shown;
  /** Where the row is green; a missing bound is none. */
  readonly allowed: { readonly low?: number; readonly high?: number; readonly text: string };
  readonly model: Shown;
  readonly ratio: number | null;
  readonly color: Colour;
  /** Why a row is not green, and how it was measured. */
  readonly note: string;
  readonly source: { readonly text: string; readonly doi: string };
  readonly confidence: 'read' | 'confirmed' | 'recalled';
  /** What was found when the published value was looked up. */
  readonly checked: string;
}

/** evidence/results.json. */
export interface EvidenceResults {
  readonly version: string;
  readonly hash: string;
  readonly patients: number;
  readonly seed: number;
  /** The rules of the colours in words. */
  readonly rules: readonly string[];
  readonly rows: readonly ResultRow[];
}

/** The table as data. */
export function resultsOf(
  rows: readonly EvidenceRow[],
  settings: { readonly patients: number; readonly seed: number },
): EvidenceResults {
  const rules = (['green', 'yellow', 'red'] as const).map((color) => t(`evidence.rule.${color}`));
  return { version: MODEL_VERSION, hash: MODEL_HASH, ...settings, rules, rows: rows.map(resultOf) };
}

function resultOf(row: EvidenceRow): ResultRow {
  const { id, item, comparison, measured, allowed, color, ratio } = row;
  const { low, high } = measured;
  const own = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  return {
    id,
    item: item.id,
    what: comparison.what,
    unit: comparison.unit,
    use: item.use === 'calibrate' ? 'calibrated' : 'validated',
    published: {
      ...comparison.published,
      value: comparison.published.value ?? null,
      text: publishedText(comparison.published),
    },
    allowed: { ...finite(allowed), text: boundsText(allowed) },
    model: { value: measured.value, ...own, text: modelText(row) },
    ratio,
    color,
    note: noteOf(row),
    source: item.source,
    confidence: item.confidence,
    checked: item.checked ?? '',
  };
}

function finite({ low, high }: Bounds): { low?: number; high?: number } {
  return { ...(low === -Infinity ? {} : { low }), ...(high === Infinity ? {} : { high }) };
}

/** A number with three figures that count. */
function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function publishedText({ value, low, high }: Published): string {
  const bounds = boundsText({ low: low ?? -Infinity, high: high ?? Infinity });
  if (value === undefined) return bounds;
  return low === undefined && high === undefined ? figure(value) : `${figure(value)} (${bounds})`;
}

function boundsText({ low, high }: Bounds): string {
  if (low === -Infinity) return t('evidence.atMost', { high: figure(high) });
  if (high === Infinity) return t('evidence.atLeast', { low: figure(low) });
  return t('evidence.range', { low: figure(low), high: figure(high) });
}

/** A fourth figure tells a value beside a bound from one inside. */
function modelText({ measured: { value, low, high }, allowed, color }: EvidenceRow): string {
  if (value === null) return t('evidence.none');
  const rounded = Number(figure(value));
  const hidden =
    color !== 'green' && rounded >= Number(figure(allowed.low)) && rounded <= Number(figure(allowed.high));
  const text = hidden ? String(Number(value.toPrecision(4))) : figure(value);
  if (low === undefined || high === undefined) return text;
  return `${text} (${t('evidence.range', { low: figure(low), high: figure(high) })})`;
}

/** Why a row is not green, how it was measured, and how the published number is meant. */
function noteOf({ id, item, comparison, measured, allowed, color }: EvidenceRow): string {
  const { value, note } = measured;
  const side = value !== null && value > allowed.high ? 'high' : 'low';
  const sentences = [
    color === 'green' || value === null ? null : t(`evidence.off.${side}`, { allowed: boundsText(allowed) }),
    color === 'green' ? null : whyOf(id, side),
    note === undefined ? null : tAny(`evidence.note.${note.code}`, rounded(note.values)),
    comparison.note ?? null,
    item.note ?? null,
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

function rounded(values: Readonly<Record<string, number | string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? figure(value) : value]),
  );
}

/** The reason of this row on this side, where one is known. */
function whyOf(id: string, side: 'low' | 'high'): string | null {
  const keys = [`evidence.why.${id}.${side}`, `evidence.why.${id}.any`];
  const key = keys.find((entry) => has(entry));
  return key === undefined ? t('evidence.whyUnknown') : tAny(key);
}

/** The table for a terminal: aligned, with the colour as a word, then every row that is not green in sentences. */
export function evidenceText(results: EvidenceResults): string {
  const head = (['id', 'use', 'published', 'allowed', 'model', 'ratio', 'color'] as const).map((key) =>
    t(`evidence.head.${key}`),
  );
  const cells = results.rows.map(({ id, use, published, allowed, model, ratio, color, unit }) => [
    id,
    t(`evidence.use.${use}`),
    unit === '1' ? published.text : `${published.text} ${unit}`,
    allowed.text,
    model.text,
    ratio === null ? '' : ratio.toFixed(2),
    t(`evidence.color.${color}`),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((line) => [...(line[column] ?? '')].length)),
  );
  const lines = [head, ...cells].map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const off = results.rows.filter(({ color }) => color !== 'green');
  const count = (color: Colour): number => results.rows.filter((row) => row.color === color).length;
  const counts = { green: count('green'), yellow: count('yellow'), red: count('red') };
  return `${[
    t('evidence.title', { version: results.version, hash: results.hash }),
    t('evidence.settings', { patients: results.patients, seed: results.seed }),
    ...(results.patients < TABLE_PATIENTS ? [t('evidence.few', { table: TABLE_PATIENTS })] : []),
    '',
    ...lines,
    '',
    t('evidence.counts', counts),
    ...results.rules,
    '',
    ...off.map(({ id, color, note }) => `${id} (${t(`evidence.color.${color}`)}): ${note}`),
    '',
    t('cli.notClinical'),
  ].join('\n')}\n`;
}
