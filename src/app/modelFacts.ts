/** What the page about the model shows besides the model's document. Loaded with that page. */

import results from '../../evidence/results.json' with { type: 'json' };
import { MORTALITY } from '../analysis/mortality.ts';
import type { ModelDocument } from '../model/document.ts';
import document from '../model/generated/document.json' with { type: 'json' };

/** A value in a row of evidence, with the text that stands for it. */
interface EvidenceValue {
  readonly value: number | null;
  readonly text: string;
}

/** One row of the table of the model against published data, as `npm run -s cli -- evidence --write` leaves it. */
export interface EvidenceEntry {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly use: 'calibrated' | 'validated';
  readonly published: EvidenceValue;
  readonly allowed: { readonly text: string };
  readonly model: EvidenceValue;
  readonly ratio: number | null;
  readonly color: 'green' | 'yellow' | 'red';
  readonly note: string;
  readonly source: { readonly text: string; readonly doi: string };
  readonly confidence: 'read' | 'confirmed' | 'recalled';
}

export interface EvidenceTable {
  readonly version: string;
  readonly hash: string;
  readonly patients: number;
  readonly rules: readonly string[];
  readonly rows: readonly EvidenceEntry[];
}

export const MODEL_DOCUMENT = document as unknown as ModelDocument;
export const EVIDENCE = results as unknown as EvidenceTable;

/** The constants of the map from a course to the risk of death. */
export const MORTALITY_MAP = MORTALITY;

/** The table as a file. */
export const evidenceText = (): string => `${JSON.stringify(results, null, 2)}\n`;
