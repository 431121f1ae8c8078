/** Two well-known solvers in JavaScript, given the model's right-hand side. */
import { createRequire } from 'node:module';
import createCashKarp from 'ode45-cash-karp';
import { TICK_HOURS } from '../../src/model/course.ts';
import { rightHandSide } from '../../src/model/generated/system.ts';
import type { Patient } from '../../src/model/triggers.ts';
import { MARKS, processorSeconds, type Solution } from './course.ts';

/** What is used of odex. It ships TypeScript that an import would check by our stricter rules, so it is required. */
interface Odex {
  readonly Solver: new (
    n: number,
  ) => {
    relativeTolerance: number;
    absoluteTolerance: number;
    initialStepSize: number;
    maxSteps: number;
    solve(
      rightHandSide: (x: number, y: readonly number[]) => ArrayLike<number>,
      x: number,
      y: readonly number[],
      xEnd: number,
    ): { readonly y: number[] };
  };
}

const require = createRequire(import.meta.url);
const odex = require('odex') as Odex;

/** Right-hand sides after which a solver is given up; the game's own RK4 needs some fifty thousand. */
const PATIENCE = 500_000;

/** Counts evaluations, and ends a solver that has lost the course. */
function createGuard(): (y: Float64Array) => void {
  let left = PATIENCE;
  return (y) => {
    left -= 1;
    let rest = 0;
    for (let i = 0; i < y.length; i += 1) rest += (y[i] as number) - (y[i] as number);
    if (left < 0 || rest !== 0) throw new LostCourse();
  };
}

class LostCourse extends Error {}

/** The solution, or null when the solver lost the course. */
function timed(solve: (guard: (y: Float64Array) => void) => ArrayLike<number>[]): Solution | null {
  const start = processorSeconds();
  try {
    return { states: solve(createGuard()), seconds: processorSeconds() - start };
  } catch (error) {
    if (error instanceof LostCourse) return null;
    throw error;
  }
}

/** Extrapolation after Gragg, Bulirsch and Stoer, a port of Hairer and Wanner's ODEX. */
export function solveByOdex({ initial, parameters }: Patient, tolerance: number): Solution | null {
  return timed((guard) => {
    const solver = new odex.Solver(initial.length);
    solver.relativeTolerance = tolerance;
    solver.absoluteTolerance = tolerance * 1e-3;
    solver.initialStepSize = TICK_HOURS;
    solver.maxSteps = PATIENCE;
    const y = new Float64Array(initial.length);
    const dy = new Float64Array(initial.length);
    const states: number[][] = [];
    MARKS.forEach((mark, index) => {
      const from = index === 0 ? Array.from(initial) : (states[index - 1] as number[]);
      const derivative = (_: number, values: readonly number[]): Float64Array => {
        y.set(values);
        guard(y);
        rightHandSide(y, parameters, dy);
        return dy;
      };
      states.push(solver.solve(derivative, MARKS[index - 1] ?? 0, from, mark).y);
    });
    return states;
  });
}

/** Cash and Karp's adaptive Runge-Kutta method of order 5(4). */
export function solveByOde45({ initial, parameters }: Patient, tolerance: number): Solution | null {
  return timed((guard) => {
    const derivative = (dy: Float64Array, y: Float64Array): void => {
      guard(y);
      rightHandSide(y, parameters, dy);
    };
    const solver = createCashKarp(initial.slice(), derivative, 0, TICK_HOURS, {
      tol: tolerance,
      verbose: false,
    });
    return MARKS.map((mark) => {
      // The last step before a mark may be tiny; the next one is not to start from it.
      const step = solver.dt;
      solver.steps(Infinity, mark);
      solver.dt = Math.max(solver.dt, step);
      return solver.y.slice();
    });
  });
}
