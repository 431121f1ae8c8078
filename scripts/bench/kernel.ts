/** Speed of the model's right-hand side in JavaScript and of the same equations in C. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advanceTick } from '../../src/model/course.ts';
import { rightHandSide } from '../../src/model/generated/system.ts';
import { type Patient, triggerSetup, withChanges } from '../../src/model/triggers.ts';

/** Ticks in 28 days. */
const TICKS_28_DAYS = 28 * 24 * 20;
const EVALUATIONS = 400_000;

/** A patient in mid-storm: no term of the equations is zero by chance. */
export function stormPatient(): Patient {
  const patient = withChanges(triggerSetup('covid19'), { parameters: { wI: 16 } });
  for (let tick = 0; tick < 10 * 480; tick += 1) advanceTick(patient.initial, patient.parameters);
  return patient;
}

/** Right-hand sides a second in this JavaScript engine; feeds each result back so that nothing is optimised away. */
export function javascriptRate({ initial, parameters }: Patient): number {
  const y = initial.slice();
  const dy = new Float64Array(y.length);
  const start = process.hrtime.bigint();
  for (let i = 0; i < EVALUATIONS; i += 1) {
    rightHandSide(y, parameters, dy);
    y[0] = (y[0] as number) + 1e-12 * (dy[0] as number);
  }
  return EVALUATIONS / (Number(process.hrtime.bigint() - start) / 1e9);
}

/** 28-day patients a second on one core: RK4 at 3 minutes with the check of every state. */
export function patientRate({ parameters }: Patient): number {
  const count = 20;
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i += 1) {
    const y = triggerSetup('covid19').initial;
    for (let tick = 0; tick < TICKS_28_DAYS; tick += 1) advanceTick(y, parameters);
  }
  return count / (Number(process.hrtime.bigint() - start) / 1e9);
}

/** The C program: same loop, prints right-hand sides a second. */
function harness(kernel: string, { initial, parameters }: Patient): string {
  const list = (values: Float64Array): string =>
    Array.from(values, (value) => value.toExponential(17)).join(',');
  return `${kernel}
#include <stdio.h>
#include <time.h>
static double y[] = {${list(initial)}};
static double p[] = {${list(parameters)}};
int main(void) {
  static double dy[sizeof y / sizeof *y];
  struct timespec a, b;
  clock_gettime(CLOCK_MONOTONIC, &a);
  for (int i = 0; i < ${EVALUATIONS}; i++) {
    rightHandSide(y, p, dy);
    y[0] += 1e-12 * dy[0];
  }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("%.17g %.17g\\n", ${EVALUATIONS} / ((b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) / 1e9), dy[20]);
  return 0;
}
`;
}

/** A compiled C program that prints its rate, or null where no C compiler is found. */
export interface CProgram {
  run(): number;
  dispose(): void;
}

/** Compiles the same equations with the C compiler at -O3. */
export async function compileC(patient: Patient): Promise<CProgram | null> {
  const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!compiler) return null;
  const { cRightHandSide } = await import('../modelCode.ts');
  const folder = mkdtempSync(join(tmpdir(), 'stormward-bench-'));
  writeFileSync(join(folder, 'kernel.c'), harness(cRightHandSide(), patient));
  execFileSync(compiler, ['-O3', '-o', join(folder, 'kernel'), join(folder, 'kernel.c'), '-lm']);
  return {
    run: () => Number(execFileSync(join(folder, 'kernel'), { encoding: 'utf8' }).split(' ')[0]),
    dispose: () => rmSync(folder, { recursive: true }),
  };
}
