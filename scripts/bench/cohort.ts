/** How fast a cohort of 28-day patients is run on all processors, and how time and memory grow with it. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Seconds after which the largest cohort, and a smaller one, is broken off. */
const PATIENCE = { largest: 120, smaller: 30 } as const;

/** One cohort, run in a process of its own. */
export interface CohortSize {
  readonly asked: number;
  /** Fewer than were asked for when the time was over. */
  readonly patients: number;
  /** From the start of the threads to the last patient. */
  readonly seconds: number;
  readonly patientsPerSecond: number;
  /** The same for a second of processor time, on however many threads. */
  readonly patientsPerProcessorSecond: number;
  /** Most memory that the process with all its threads held. */
  readonly peakMegabytes: number;
}

export interface CohortFigures {
  readonly workers: number;
  readonly days: number;
  readonly sizes: readonly CohortSize[];
}

/** Runs cohorts of a hundredth, a tenth and all of `patients`. Throws when one fails. */
export function cohortFigures(patients: number): CohortFigures {
  const workers = availableParallelism();
  const sizes = [0.01, 0.1, 1].map((part) => {
    const limit = part === 1 ? PATIENCE.largest : PATIENCE.smaller;
    return runCohort(Math.max(1, Math.round(patients * part)), workers, limit);
  });
  return { workers, days: 28, sizes };
}

function runCohort(asked: number, workers: number, limit: number): CohortSize {
  const program = fileURLToPath(new URL('./cohortRun.ts', import.meta.url));
  const line = [program, asked, workers, limit].map(String);
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`a cohort of ${asked} patients failed: ${stderr}`);
  const { patients, seconds, processorSeconds, peakMegabytes } = JSON.parse(stdout) as CohortAnswer;
  return {
    asked,
    patients,
    seconds,
    patientsPerSecond: patients / seconds,
    patientsPerProcessorSecond: patients / processorSeconds,
    peakMegabytes,
  };
}

/** What cohortRun.ts prints. */
interface CohortAnswer {
  readonly patients: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}
