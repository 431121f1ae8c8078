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

/** One set of parameters that the calibration found together, and what else would fit. */
export interface CalibrationPart {
  readonly parameters: Readonly<Record<string, number>>;
  /** Least sum of squares, in squared standard errors. */
  readonly objective: number;
  readonly profiles: readonly { readonly id: string; readonly factor: number; readonly objective: number }[];
  readonly alternatives: readonly { readonly parameters: Readonly<Record<string, number>> }[];
}

/** Whether a conclusion holds in the alternative sets. */
export interface Conclusion {
  readonly what: string;
  readonly robust: boolean;
  readonly note?: string;
}

// Either file may be missing: they take hours to make.
const CALIBRATION_FILES = import.meta.glob<object>('../../evidence/calibration/{fit,robustness}.json', {
  import: 'default',
  eager: true,
});
const calibrationFile = (name: string): object | undefined =>
  CALIBRATION_FILES[`../../evidence/calibration/${name}.json`];

const FIT = calibrationFile('fit') as Readonly<Record<string, unknown>> | undefined;

/** What the calibration found; empty when it has not been run. */
export const CALIBRATION: readonly CalibrationPart[] = Object.values(FIT ?? {}).filter(
  (part): part is CalibrationPart => typeof part === 'object' && part !== null && 'profiles' in part,
);

/** Conclusions that were tried on the alternative sets; empty when that has not been done. */
export const CONCLUSIONS: readonly Conclusion[] =
  (calibrationFile('robustness') as { readonly conclusions?: readonly Conclusion[] } | undefined)
    ?.conclusions ?? [];

/** The table as a file. */
export const evidenceText = (): string => `${JSON.stringify(results, null, 2)}\n`;
