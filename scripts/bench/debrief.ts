/** The debrief in worker threads of Node, held against the bare kernel on one core. */
import { debrief } from '../../src/analysis/debrief/debrief.ts';
import { drawLevelPatients } from '../../src/analysis/debrief/patients.ts';
import { createWasmKernel } from '../../src/analysis/wasmKernel.ts';
import { createBatchProgram } from '../../src/cli/batchProgram.ts';
import { createDebriefPool } from '../../src/cli/debriefPool.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';

export interface DebriefFigures {
  /** Seconds from asking to the first mark, and to the last, with warm threads. */
  readonly firstMark: number;
  readonly allMarks: number;
  /** Patients x steps of the integrator. */
  readonly steps: number;
  readonly workers: number;
  /** Bare steps a second on one core. */
  readonly kernelRate: number;
  /** Time that the steps alone would take on so many cores, over the time that the debrief took. */
  readonly overKernel: number;
}

const WORKERS = 2;
const ROUNDS = 5;
const OPTIONS = { seed: 1, patients: 200 };
/** What the bare kernel runs: patients of the level for ten days in steps of half an hour, without a look between. */
const BARE = { patients: 40, steps: 480, stepHours: 0.5 } as const;

/** Measures both in turn and takes the middle round of each. */
export async function measureDebrief(level: Level, log: DecisionLog): Promise<DebriefFigures> {
  const pool = createDebriefPool(WORKERS);
  try {
    const rates: number[] = [];
    const runs: { firstMark: number; allMarks: number; steps: number }[] = [];
    await once(level, log, pool);
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.push(bareRate(level));
      runs.push(await once(level, log, pool));
    }
    const kernelRate = middle(rates);
    const allMarks = middle(runs.map((run) => run.allMarks));
    const steps = runs[0]?.steps ?? 0;
    return {
      firstMark: middle(runs.map((run) => run.firstMark)),
      allMarks,
      steps,
      workers: WORKERS,
      kernelRate,
      overKernel: steps / kernelRate / WORKERS / allMarks,
    };
  } finally {
    await pool.end();
  }
}

async function once(level: Level, log: DecisionLog, pool: ReturnType<typeof createDebriefPool>) {
  const start = performance.now();
  let firstMark = 0;
  const { steps } = await debrief(level, log, OPTIONS, pool, ({ marks }) => {
    if (firstMark === 0 && marks.length > 0) firstMark = secondsSince(start);
  });
  return { firstMark, allMarks: secondsSince(start), steps };
}

/** Patients x steps a second when nobody looks. */
function bareRate(level: Level): number {
  const program = createBatchProgram();
  const numbers = Array.from({ length: BARE.patients }, (_, at) => at);
  const patients = drawLevelPatients(program, level, 1, numbers).patients.map(({ parameters, state }) => ({
    parameters,
    initial: state.y,
  }));
  const start = performance.now();
  createWasmKernel(program, { stepHours: BARE.stepHours }).run(patients, BARE.steps, (_, step) => step === 0);
  return (BARE.patients * BARE.steps) / secondsSince(start);
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
