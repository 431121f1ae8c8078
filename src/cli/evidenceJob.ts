/** One group of the evidence table, on a worker thread or in this one. */
import { javascriptKernel } from '../analysis/cohortKernel.ts';
import { measureGroup } from '../analysis/evidence.ts';
import type { Measured } from '../analysis/evidenceTypes.ts';
import { loadEvidence } from '../levels/nodeEvidence.ts';
import { openLevel } from './files.ts';

/** The level whose untreated course is the full storm. */
const STORM_LEVEL = 'the-quiet-doubling';

export interface EvidenceInput {
  readonly group: string;
  readonly patients: number;
  readonly seed: number;
}

/** Measures one group. */
export function run({ group, patients, seed }: EvidenceInput): Measured[] {
  return measureGroup(group, {
    items: loadEvidence().items,
    kernel: javascriptKernel,
    stormLevel: openLevel(STORM_LEVEL),
    patients,
    seed,
  });
}
