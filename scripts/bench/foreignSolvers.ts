/** Solvers of other languages: SciPy's LSODA and R's deSolve, on the equations compiled from C. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Patient } from '../../src/model/triggers.ts';
import { MARKS, type Runs } from './course.ts';

/** Longest time for all runs of a solver, milliseconds. */
const PATIENCE = 60_000;

/** What a script reads: the course, tolerances to try, and how often to time each. */
export interface SolverTask {
  readonly patient: Patient;
  readonly scale: readonly number[];
  readonly ladder: readonly number[];
  readonly rounds: number;
}

/**
 * LSODA as SciPy's odeint has it, compiled from Fortran. Its right-hand side is the C code, called through a
 * Python function by ctypes, for odeint takes nothing else. Null where SciPy is not installed.
 */
export function lsodaRuns(folder: string, task: SolverTask): Runs | null {
  return runScript('/usr/bin/python3', 'lsoda.py', folder, task);
}

/** LSODA as R's deSolve has it; the right-hand side is the C code itself. Null where deSolve is not installed. */
export function deSolveRuns(folder: string, task: SolverTask): Runs | null {
  return runScript('Rscript', 'deSolve.R', folder, task);
}

/** One line of numbers for each part of the task; a script answers a line `run`, tolerance, seconds and states a run. */
function runScript(program: string, script: string, folder: string, task: SolverTask): Runs | null {
  const { patient, scale, ladder, rounds } = task;
  const lines = [patient.initial, patient.parameters, scale, [0, ...MARKS], ladder, [rounds]];
  writeFileSync(join(folder, 'task.txt'), lines.map((line) => `${Array.from(line).join(' ')}\n`).join(''));
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout } = spawnSync(program, [path, folder], { encoding: 'utf8', timeout: PATIENCE });
  if (status !== 0 || typeof stdout !== 'string') return null;
  // The solvers print messages of their own between the runs.
  const runs = stdout.split('\n').filter((line) => line.startsWith('run '));
  const rows = runs.map((line) => line.trim().split(' ').slice(1).map(Number));
  const n = patient.initial.length;
  return rows.map(([tolerance, seconds, ...values]) => ({
    tolerance: tolerance as number,
    seconds: seconds as number,
    states: MARKS.map((_, mark) => values.slice(mark * n, (mark + 1) * n)),
  }));
}
