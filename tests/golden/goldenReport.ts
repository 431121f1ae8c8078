import type { CohortKernel } from '../../src/analysis/cohortKernel.ts';
import { fileOf, type GoldenCase } from './cases.ts';
import { compareCohorts, type GoldenCohort, runGoldenCohort } from './cohort.ts';
import { type GoldenFile, holdGolden } from './goldenLog.ts';

/** What one kernel of cohorts gave. */
export interface KernelReport {
  readonly name: string;
  readonly courses: number;
  /** `patient: sentence` of each course that is not the same. */
  readonly faults: readonly string[];
}

/** What replaying every golden log gave, in whatever engine it was done. */
export interface GoldenReport {
  readonly logs: number;
  readonly checkpoints: number;
  readonly ticks: number;
  /** `name: sentence` of each log that is not the same. */
  readonly faults: readonly string[];
  readonly kernels: readonly KernelReport[];
}

/** A kernel by its name; creating it may fail where the engine refuses WebAssembly. */
export type NamedKernel = readonly [name: string, create: () => CohortKernel];

function reportKernel([name, create]: NamedKernel, kept: GoldenCohort): KernelReport {
  const courses = Object.keys(kept).length;
  try {
    return { name, courses, faults: compareCohorts(kept, runGoldenCohort(create())) };
  } catch (error) {
    return { name, courses, faults: [`the kernel failed: ${(error as Error).message}`] };
  }
}

/** Replays all cases from their files, and runs the golden cohort with each kernel. */
export function reportGolden(
  cases: readonly GoldenCase[],
  read: (file: string) => GoldenFile | undefined,
  cohort: GoldenCohort,
  kernels: readonly NamedKernel[],
): GoldenReport {
  const results = cases.map((golden) => holdGolden(golden, read(fileOf(golden))?.[golden.name]));
  const sum = (pick: (result: (typeof results)[number]) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  return {
    logs: results.length,
    checkpoints: sum(({ checkpoints }) => checkpoints),
    ticks: sum(({ ticks }) => ticks),
    faults: results.flatMap(({ name, fault }) => (fault === null ? [] : [`${name}: ${fault}`])),
    kernels: kernels.map((kernel) => reportKernel(kernel, cohort)),
  };
}
