/** One debrief of one log with one seed, for a worker thread. */
import { debrief } from '../../src/analysis/debrief/debrief.ts';
import type { Debrief } from '../../src/analysis/debrief/types.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { createLocalPool } from './localPool.ts';

export interface AgreementInput {
  readonly level: Level;
  readonly log: DecisionLog;
  readonly seed: number;
  readonly patients: number;
}

export function run({ level, log, seed, patients }: AgreementInput): Promise<Debrief> {
  return debrief(level, log, { seed, patients }, createLocalPool(1), () => {});
}
