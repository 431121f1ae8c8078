import type { ParameterDefinition, ParameterOrigin, SourceId } from './types.ts';

/** [id, value, unit, what it is] */
export type Row = readonly [string, number, string, string];

/** Gives rows of one source their origin. */
export function from(source: SourceId, origin: ParameterOrigin, rows: readonly Row[]): ParameterDefinition[] {
  return rows.map(([id, value, unit, name]) => ({ id, value, unit, origin, source, name }));
}
