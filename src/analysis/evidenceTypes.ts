import type { Level } from '../engine/types.ts';
import type { Accept, Published, Scale } from './evidenceColour.ts';

/** What of an item is compared with the model. */
export interface EvidenceComparison {
  /** Missing when the item has one row. */
  readonly id?: string;
  readonly what: string;
  readonly unit: string;
  readonly published: Published;
  readonly accept: Accept;
  readonly scale?: Scale;
  /** How the published number is meant here. */
  readonly note?: string;
}

/** A published quantity, as in evidence/evidence.json. */
export interface EvidenceItem {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly use: 'calibrate' | 'validate';
  readonly tolerance: string;
  readonly source: { readonly text: string; readonly doi: string };
  readonly confidence: 'read' | 'confirmed' | 'recalled';
  readonly checked?: string;
  readonly note?: string;
  readonly rows: readonly EvidenceComparison[];
}

/** A sentence of the catalogue, `evidence.note.<code>`, and what stands in it. */
export interface EvidenceNote {
  readonly code: string;
  readonly values: Readonly<Record<string, number | string>>;
}

/** What the model gives for one row. */
export interface Measured {
  /** Id of the row: the item's, a full stop, the comparison's. */
  readonly row: string;
  /** Null when the model has no such quantity. */
  readonly value: number | null;
  /** The model's own interval or range, where it has one. */
  readonly low?: number;
  readonly high?: number;
  readonly note?: EvidenceNote;
}

/** What measuring courses needs from its host. */
export interface EvidenceContext {
  readonly items: readonly EvidenceItem[];
  /** The level whose untreated course is the full storm. */
  readonly stormLevel: Level;
}

/** Numbers of an item's value, such as hours or concentrations. @throws Error when there are none */
export function numbersOf({ items }: EvidenceContext, item: string, key: string): readonly number[] {
  const list = items.find(({ id }) => id === item)?.value[key];
  if (!Array.isArray(list)) throw new Error(`${item} has no list ${key}`);
  return list as readonly number[];
}
