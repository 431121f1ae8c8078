/** Speed of the model's arithmetic: JavaScript, the batch kernel and C, run in turn in one process each. */
import type { CohortKernel } from '../../src/analysis/cohortKernel.ts';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import { advanceTick, TICK_HOURS, TICKS_PER_HOUR } from '../../src/model/course.ts';
import { rightHandSide } from '../../src/model/generated/system.ts';
import type { Patient } from '../../src/model/triggers.ts';
import { COURSE_HOURS, coursePatient, median, processorSeconds, solveByRk4 } from './course.ts';
import { type CProgram, compileC } from './cProgram.ts';
import { type SolverFigures, solverFigures } from './solvers.ts';

const EVALUATIONS = 400_000;
const ROUNDS = 7;
const COURSES = 12;

/** Rates, a second of processor time, medians of rounds run in turn; null without a C compiler. */
export interface KernelFigures {
  readonly ratios: {
    /** Bare right-hand sides a second, JavaScript over C. */
    readonly jsOverC: number | null;
    /** Whole courses a second, JavaScript over C, each with its own RK4 and the check of every state. */
    readonly jsCourseOverC: number | null;
    /** The same for the batch kernel, which also calls a visitor each hour, on one core. */
    readonly batchOverC: number | null;
  };
  readonly rightHandSidesPerSecond: { readonly javascript: number; readonly c: number | null };
  readonly coursesPerSecond: {
    readonly javascript: number;
    readonly batch: number;
    readonly c: number | null;
  };
  readonly solvers: SolverFigures;
}

/** The course's patient in mid-storm: no term of the equations is zero by chance. */
function inMidStorm({ initial, parameters }: Patient): Patient {
  const y = initial.slice();
  for (let tick = 0; tick < 10 * 24 * TICKS_PER_HOUR; tick += 1) advanceTick(y, parameters);
  return { initial: y, parameters };
}

/** Right-hand sides a second in this JavaScript engine; feeds each result back so that nothing is optimised away. */
function javascriptRate({ initial, parameters }: Patient): number {
  const y = initial.slice();
  const dy = new Float64Array(y.length);
  const start = processorSeconds();
  for (let i = 0; i < EVALUATIONS; i += 1) {
    rightHandSide(y, parameters, dy);
    y[0] = (y[0] as number) + 1e-12 * (dy[0] as number);
  }
  return EVALUATIONS / (processorSeconds() - start);
}

/** 28-day patients a second of a kernel with an hourly visit. */
function courseRate(kernel: CohortKernel, patient: Patient): number {
  const ticks = Math.round(COURSE_HOURS / TICK_HOURS);
  const start = processorSeconds();
  kernel.run(Array(COURSES).fill(patient), TICKS_PER_HOUR, (_, tick) => tick < ticks);
  return COURSES / (processorSeconds() - start);
}

function roundsOf(patient: Patient, storm: Patient, program: CProgram | null) {
  const kernel = createNodeKernel();
  const round = () => ({
    js: javascriptRate(storm),
    jsCourses: 1 / solveByRk4(patient).seconds,
    batch: courseRate(kernel, patient),
    c: program?.run() ?? null,
  });
  // What is called first is compiled by the engine while it runs.
  round();
  return Array.from({ length: ROUNDS }, round);
}

/** Measures the arithmetic, and the solvers on the same course. */
export async function kernelFigures(): Promise<KernelFigures> {
  const patient = coursePatient();
  const storm = inMidStorm(patient);
  const program = await compileC(patient, storm);
  try {
    const rounds = roundsOf(patient, storm, program);
    type Round = (typeof rounds)[number];
    const over = (ratio: (round: Round, c: NonNullable<Round['c']>) => number): number | null =>
      program ? median(rounds.map((round) => (round.c ? ratio(round, round.c) : 0))) : null;
    return {
      ratios: {
        jsOverC: over(({ js }, c) => js / c.rightHandSidesPerSecond),
        jsCourseOverC: over(({ jsCourses }, c) => jsCourses / c.coursesPerSecond),
        batchOverC: over(({ batch }, c) => batch / c.coursesPerSecond),
      },
      rightHandSidesPerSecond: {
        javascript: median(rounds.map(({ js }) => js)),
        c: over((_, c) => c.rightHandSidesPerSecond),
      },
      coursesPerSecond: {
        javascript: median(rounds.map(({ jsCourses }) => jsCourses)),
        batch: median(rounds.map(({ batch }) => batch)),
        c: over((_, c) => c.coursesPerSecond),
      },
      solvers: solverFigures(patient, program?.folder ?? null),
    };
  } finally {
    program?.dispose();
  }
}
