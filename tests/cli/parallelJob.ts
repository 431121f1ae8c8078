/** A job for parallel.test.ts: what it does depends on its input alone. */
import { threadId } from 'node:worker_threads';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import { wrongUse } from '../../src/cli/command.ts';
import type { Chunk } from '../../src/cli/parallel.ts';
import { createRandom, nextUnit } from '../../src/math/random.ts';
import { type Patient, triggerSetup } from '../../src/model/triggers.ts';

interface JobInput extends Chunk {
  readonly fail?: 'program' | 'use';
  /** Shared among threads; counts the runs. */
  readonly count?: Int32Array;
}

/** Patients by index, each with a virus load of its own. */
function* patientsOf({ from, to }: Chunk): Generator<Patient> {
  for (let index = from; index < to; index += 1) {
    const patient = triggerSetup('covid19');
    patient.initial[2] = 400 * nextUnit(createRandom(index, 'patient'));
    yield patient;
  }
}

/** States after a day, and the thread that computed them. */
export function run(input: JobInput): { states: Float64Array[]; thread: number } {
  if (input.count) Atomics.add(input.count, 0, 1);
  if (input.fail === 'program') throw new Error(`part ${input.from} failed`);
  if (input.fail === 'use') throw wrongUse('not like that');
  const states: Float64Array[] = [];
  createNodeKernel().run(patientsOf(input), 20, (index, tick, y) => {
    states[index] = y.slice();
    return tick < 480;
  });
  return { states, thread: threadId };
}
