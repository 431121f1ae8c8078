/** The model's equations in C at -O3, alone and with an RK4 of its own, as a program and as a library for other tools. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUNDING, TICK_HOURS } from '../../src/model/course.ts';
import type { Patient } from '../../src/model/triggers.ts';
import { COURSE_HOURS, solveByRk4 } from './course.ts';

const EVALUATIONS = 400_000;
const COURSES = 12;

const list = (values: Float64Array): string =>
  Array.from(values, (value) => value.toExponential(17)).join(',');

/** The step and its check as in JavaScript; a compiler at -O3 takes as many species at once as it likes. */
const COURSE = `
static int course(const double *initial, const double *p, double h, long steps, double *y) {
  double k1[N], k2[N], k3[N], k4[N], stage[N];
  const double half = h / 2, sixth = h / 6;
  for (int i = 0; i < N; i++) y[i] = initial[i];
  for (long step = 0; step < steps; step++) {
    rightHandSide(y, p, k1);
    for (int i = 0; i < N; i++) stage[i] = y[i] + half * k1[i];
    rightHandSide(stage, p, k2);
    for (int i = 0; i < N; i++) stage[i] = y[i] + half * k2[i];
    rightHandSide(stage, p, k3);
    for (int i = 0; i < N; i++) stage[i] = y[i] + h * k3[i];
    rightHandSide(stage, p, k4);
    for (int i = 0; i < N; i++) y[i] = y[i] + sixth * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    for (int i = 0; i < N; i++) if (!(y[i] >= ROUNDING && y[i] < INFINITY)) return 0;
  }
  return 1;
}`;

/** What R's deSolve calls. */
const LIBRARY = `
static double given[sizeof parameters / sizeof *parameters];
void initmod(void (*odeparms)(int *, double *)) { int n = sizeof given / sizeof *given; odeparms(&n, given); }
void derivs(int *n, double *t, double *y, double *dy, double *out, int *ip) { rightHandSide(y, given, dy); }`;

const MAIN = `
static double seconds(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec + t.tv_nsec / 1e9; }
int main(void) {
  static double y[N], dy[N];
  for (int i = 0; i < N; i++) y[i] = storm[i];
  double start = seconds();
  for (int i = 0; i < ${EVALUATIONS}; i++) { rightHandSide(y, parameters, dy); y[0] += 1e-12 * dy[0]; }
  const double evaluations = ${EVALUATIONS} / (seconds() - start);
  start = seconds();
  for (int i = 0; i < ${COURSES}; i++)
    if (!course(initial, parameters, ${TICK_HOURS}, ${Math.round(COURSE_HOURS / TICK_HOURS)}, y)) return 1;
  printf("%.17g %.17g\\n", evaluations, ${COURSES} / (seconds() - start));
  for (int i = 0; i < N; i++) printf("%.17g ", y[i]);
  return 0;
}`;

function sourceOf(kernel: string, patient: Patient, storm: Patient): string {
  return `${kernel}
#include <stdio.h>
#include <time.h>
#define N ${patient.initial.length}
#define ROUNDING ${ROUNDING}
static const double initial[] = {${list(patient.initial)}};
static const double storm[] = {${list(storm.initial)}};
static const double parameters[] = {${list(patient.parameters)}};
${COURSE}
${LIBRARY}
${MAIN}
`;
}

/** How fast C is in one round. */
export interface CRates {
  readonly rightHandSidesPerSecond: number;
  /** Whole courses of 28 days, RK4 and the check of every state included. */
  readonly coursesPerSecond: number;
}

export interface CProgram {
  run(): CRates;
  /** Folder in which the library model.so lies. */
  readonly folder: string;
  dispose(): void;
}

/** Compiles the equations, or returns null where no C compiler is found. Throws if C computes another course. */
export async function compileC(patient: Patient, storm: Patient): Promise<CProgram | null> {
  const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!compiler) return null;
  const { cRightHandSide } = await import('../modelCode.ts');
  const folder = mkdtempSync(join(tmpdir(), 'stormward-bench-'));
  const source = join(folder, 'model.c');
  const program = join(folder, 'model');
  writeFileSync(source, sourceOf(cRightHandSide(), patient, storm));
  execFileSync(compiler, ['-O3', '-o', program, source, '-lm']);
  execFileSync(compiler, ['-O3', '-shared', '-fPIC', '-o', `${program}.so`, source, '-lm']);
  const run = (): string[] => execFileSync(program, { encoding: 'utf8' }).trim().split(/\s+/);
  checkCourse(run().slice(2).map(Number), patient);
  return {
    run: () => {
      const [evaluations, courses] = run().map(Number) as [number, number];
      return { rightHandSidesPerSecond: evaluations, coursesPerSecond: courses };
    },
    folder,
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

/** C may contract a multiplication and an addition on some processors, so its last bits are not asked for. */
function checkCourse(end: readonly number[], patient: Patient): void {
  const expected = solveByRk4(patient).states.at(-1) as ArrayLike<number>;
  end.forEach((value, i) => {
    const largest = Math.max(Math.abs(expected[i] as number), 1e-12);
    if (!(Math.abs(value - (expected[i] as number)) <= 1e-6 * largest))
      throw new Error(`the C program ends at ${value} in species ${i}, not at ${expected[i]}`);
  });
}
