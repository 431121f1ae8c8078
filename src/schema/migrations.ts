import { type Parsed, refuse, shown } from './problem.ts';

/** Rewrites a plain value of one format as the next. The value has not been checked against any schema. */
export type Migration = (value: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Entry i brings format i + 1 to format i + 2. Empty while format 1 is the only one. */
export const LOG_MIGRATIONS: readonly Migration[] = [];
export const LEVEL_MIGRATIONS: readonly Migration[] = [];
export const TREE_MIGRATIONS: readonly Migration[] = [];

/** Brings a value of any earlier format to the current one. */
export function migrate(value: unknown, migrations: readonly Migration[]): Parsed<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('wrongType', '', {
      expected: 'an object',
      found: Array.isArray(value) ? 'a list' : shown(String(value)),
    });
  }
  const { format } = value as { readonly format?: unknown };
  if (format === undefined) return refuse('missingField', 'format');
  const known = typeof format === 'number' && Number.isInteger(format) && format >= 1;
  if (!known || format > migrations.length + 1) {
    return refuse('unknownFormat', 'format', { found: describe(format), expected: migrations.length + 1 });
  }
  let current = value as Record<string, unknown>;
  for (const step of migrations.slice(format - 1)) current = step(current);
  return { ok: true, value: current };
}

function describe(format: unknown): string {
  return typeof format === 'number' || typeof format === 'string' ? shown(String(format)) : typeof format;
}
