/** The model against published evidence: what single courses give, and the table that comes of all measurements. */

import { type Bounds, type Colour, colourOf, greenBounds } from './evidenceColour.ts';
import {
  measureBerlin,
  measureCrp,
  measureEndotoxin,
  measureHealth,
  measureStorm,
  measureVirus,
} from './evidenceCourses.ts';
import { measureCarT, measureKinetics, measureParadox } from './evidenceDrugs.ts';
import type { EvidenceComparison, EvidenceContext, EvidenceItem, Measured } from './evidenceTypes.ts';

/** What single courses give: all of it in less than a second. */
export function measureCourses(context: EvidenceContext): Measured[] {
  return [
    ...measureEndotoxin(),
    ...measureHealth(),
    ...measureStorm(context),
    ...measureCrp(),
    ...measureVirus(),
    ...measureBerlin(),
    ...measureKinetics(context),
    ...measureParadox(),
    ...measureCarT(),
  ];
}

/** One row of the table. */
export interface EvidenceRow {
  readonly id: string;
  readonly item: EvidenceItem;
  readonly comparison: EvidenceComparison;
  readonly measured: Measured;
  /** Where the row is green. */
  readonly allowed: Bounds;
  readonly color: Colour;
  /** Model over published; null where either is missing or the published number is 0. */
  readonly ratio: number | null;
}

/** The id of a row. */
export function rowIdOf(item: EvidenceItem, comparison: EvidenceComparison): string {
  return comparison.id === undefined ? item.id : `${item.id}.${comparison.id}`;
}

/**
 * The table in the order of the items; rows that were not measured are left out.
 *
 * @throws Error when something was measured that no item asks for
 */
export function evidenceTable(items: readonly EvidenceItem[], measured: readonly Measured[]): EvidenceRow[] {
  const rows = items.flatMap((item) =>
    item.rows.flatMap((comparison) => {
      const found = measured.find(({ row }) => row === rowIdOf(item, comparison));
      return found === undefined ? [] : [rowOf(item, comparison, found)];
    }),
  );
  const lost = measured.find(({ row }) => rows.every(({ id }) => id !== row));
  if (lost !== undefined) throw new Error(`no item asks for ${lost.row}`);
  return rows;
}

function rowOf(item: EvidenceItem, comparison: EvidenceComparison, measured: Measured): EvidenceRow {
  const { published, accept, scale } = comparison;
  const { value } = measured;
  const target = published.value ?? null;
  return {
    id: rowIdOf(item, comparison),
    item,
    comparison,
    measured,
    allowed: greenBounds(published, accept),
    color: colourOf(value, published, accept, scale),
    ratio: value === null || target === null || target === 0 ? null : value / target,
  };
}
