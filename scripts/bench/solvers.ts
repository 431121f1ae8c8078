/** Other solvers on the same course, at an accuracy like that of the game. */
import { TICK_HOURS } from '../../src/model/course.ts';
import type { Patient } from '../../src/model/triggers.ts';
import {
  errorOf,
  median,
  type Reference,
  type Runs,
  referenceOf,
  type Solution,
  solveByRk4,
} from './course.ts';
import { deSolveRuns, lsodaRuns } from './foreignSolvers.ts';
import { solveByOde45, solveByOdex } from './javascriptSolvers.ts';

/** Tolerances that a solver is tried with, the loosest first. */
const LADDER: readonly number[] = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12];
/** An error is like another one when it is at most so many times larger. */
const LIKE = 3;
const ROUNDS = 8;
/** Step of the second comparison, hours: what the calibration takes. */
const LONG_STEP_HOURS = 0.2;

/** One run of a solver that proved accurate enough. */
export interface SolverRun {
  readonly tolerance: number;
  /** Largest error relative to each species' largest value. */
  readonly error: number;
  readonly milliseconds: number;
}

export interface SolverComparison {
  readonly stepHours: number;
  /** RK4 in JavaScript with this step. */
  readonly rk4: { readonly error: number; readonly milliseconds: number };
  /** The loosest tolerance at which a solver's error is at most three times RK4's; null when there is none. */
  readonly solvers: Readonly<Record<SolverId, SolverRun | null>>;
  /** Courses a second, JavaScript over the solver. */
  readonly ratios: Readonly<Record<SolverId, number | null>>;
}

export type SolverId = 'odex' | 'ode45' | 'lsoda' | 'deSolve';

export interface SolverFigures {
  /** With the step of the game, and with a longer one. */
  readonly comparisons: readonly SolverComparison[];
  /** Solvers that could not be run here. */
  readonly missing: readonly SolverId[];
}

function javascriptRuns(
  solve: (patient: Patient, tolerance: number) => Solution | null,
  patient: Patient,
): Runs {
  return LADDER.flatMap((tolerance) => {
    const solutions = Array.from({ length: ROUNDS }, () => solve(patient, tolerance));
    const [first] = solutions;
    if (!first) return [];
    const seconds = median(solutions.map((solution) => solution?.seconds ?? Infinity));
    return [{ tolerance, states: first.states, seconds }];
  });
}

function compare(
  patient: Patient,
  reference: Reference,
  stepHours: number,
  all: Readonly<Record<SolverId, Runs | null>>,
): SolverComparison {
  const courses = Array.from({ length: ROUNDS }, () => solveByRk4(patient, stepHours));
  const seconds = median(courses.map((course) => course.seconds));
  const error = errorOf(courses[0] as Solution, reference);
  const choose = (runs: Runs | null): SolverRun | null => {
    const good = runs?.find((run) => errorOf(run, reference) <= LIKE * error);
    if (!good) return null;
    return {
      tolerance: good.tolerance,
      error: errorOf(good, reference),
      milliseconds: good.seconds * 1000,
    };
  };
  const each = <T>(pick: (id: SolverId) => T): Record<SolverId, T> => ({
    odex: pick('odex'),
    ode45: pick('ode45'),
    lsoda: pick('lsoda'),
    deSolve: pick('deSolve'),
  });
  const solvers = each((id) => choose(all[id]));
  const ratio = (run: SolverRun | null): number | null => run && run.milliseconds / 1000 / seconds;
  return {
    stepHours,
    rk4: { error, milliseconds: seconds * 1000 },
    solvers,
    ratios: each((id) => ratio(solvers[id])),
  };
}

/** Runs every solver; `folder` holds the compiled right-hand side, null where there is no C compiler. */
export function solverFigures(patient: Patient, folder: string | null): SolverFigures {
  const reference = referenceOf(patient);
  const task = { patient, scale: reference.scale, ladder: LADDER, rounds: ROUNDS };
  const all = {
    odex: javascriptRuns(solveByOdex, patient),
    ode45: javascriptRuns(solveByOde45, patient),
    lsoda: folder === null ? null : lsodaRuns(folder, task),
    deSolve: folder === null ? null : deSolveRuns(folder, task),
  };
  return {
    comparisons: [TICK_HOURS, LONG_STEP_HOURS].map((step) => compare(patient, reference, step, all)),
    missing: (Object.keys(all) as SolverId[]).filter((id) => all[id] === null),
  };
}
