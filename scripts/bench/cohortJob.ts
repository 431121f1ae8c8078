/** The bench's cohort: one part of it, on one thread. */
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import type { Chunk } from '../../src/cli/parallel.ts';
import { createRandom, nextUnit } from '../../src/math/random.ts';
import { TICK_HOURS, TICKS_PER_HOUR } from '../../src/model/course.ts';
import { Q } from '../../src/model/generated/system.ts';
import { type Patient, triggerSetup, withChanges } from '../../src/model/triggers.ts';
import { COURSE_HOURS } from './course.ts';

const TICKS = Math.round(COURSE_HOURS / TICK_HOURS);
const KERNEL = createNodeKernel();

/** Patients of COVID-19 who differ in the virus that they took up and in how strongly the lung answers. */
function* patientsOf({ from, to }: Chunk): Generator<Patient> {
  const usual = triggerSetup('covid19');
  for (let index = from; index < to; index += 1) {
    const random = createRandom(index, 'bench');
    yield withChanges(usual, {
      initial: { V: (usual.initial[Q.V] as number) * (0.5 + nextUnit(random)) },
      parameters: { wI: 4 + 12 * nextUnit(random) },
    });
  }
}

/** Runs patients `from` to `to` for 28 days with an hourly visit; returns the sum of their highest IL-6, pg/mL. */
export function run(chunk: Chunk): number {
  const highest = new Float64Array(chunk.to - chunk.from);
  KERNEL.run(patientsOf(chunk), TICKS_PER_HOUR, (index, tick, y) => {
    highest[index] = Math.max(highest[index] as number, y[Q.IL6] as number);
    return tick < TICKS;
  });
  return highest.reduce((sum, value) => sum + value, 0);
}
