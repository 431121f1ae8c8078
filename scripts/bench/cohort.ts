/** How fast a cohort of 28-day patients is run on all processors, and how time and memory grow with it. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Longest time for one cohort, milliseconds. */
const PATIENCE = 240_000;

/** One cohort, run in a process of its own. */
export interface CohortSize {
  readonly patients: number;
  /** From the start of the threads to the last patient. */
  readonly seconds: number;
  readonly patientsPerSecond: number;
  /** Most memory that the process with all its threads held. */
  readonly peakMegabytes: number;
}

export interface CohortFigures {
  readonly workers: number;
  readonly days: number;
  readonly sizes: readonly CohortSize[];
}

/** Runs cohorts of a hundredth, a tenth and all of `patients`. Throws when one fails or takes too long. */
export function cohortFigures(patients: number): CohortFigures {
  const workers = availableParallelism();
  const sizes = [0.01, 0.1, 1].map((part) => runCohort(Math.max(1, Math.round(patients * part)), workers));
  return { workers, days: 28, sizes };
}

function runCohort(patients: number, workers: number): CohortSize {
  const program = fileURLToPath(new URL('./cohortRun.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, String(patients), String(workers)],
    { encoding: 'utf8', timeout: PATIENCE },
  );
  if (status !== 0) throw new Error(`a cohort of ${patients} patients did not end: ${stderr}`);
  const { seconds, peakMegabytes } = JSON.parse(stdout) as { seconds: number; peakMegabytes: number };
  return { patients, seconds, patientsPerSecond: patients / seconds, peakMegabytes };
}
