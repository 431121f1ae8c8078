import type { GoldenCase } from './cases.ts';
import { fileOf } from './cases.ts';
import { type GoldenFile, holdGolden } from './goldenLog.ts';

/** What replaying every golden log gave, in whatever engine it was done. */
export interface GoldenReport {
  readonly logs: number;
  readonly checkpoints: number;
  readonly ticks: number;
  /** `name: sentence` of each log that is not the same. */
  readonly faults: readonly string[];
}

/** Replays all cases from their files. */
export function reportGolden(
  cases: readonly GoldenCase[],
  read: (file: string) => GoldenFile | undefined,
): GoldenReport {
  const results = cases.map((golden) => holdGolden(golden, read(fileOf(golden))?.[golden.name]));
  const sum = (pick: (result: (typeof results)[number]) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  return {
    logs: results.length,
    checkpoints: sum(({ checkpoints }) => checkpoints),
    ticks: sum(({ ticks }) => ticks),
    faults: results.flatMap(({ name, fault }) => (fault === null ? [] : [`${name}: ${fault}`])),
  };
}
