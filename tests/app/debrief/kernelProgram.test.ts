import { afterEach, describe, expect, it, vi } from 'vitest';
import { debrief } from '../../../src/analysis/debrief/debrief.ts';
import { createDebriefWorker, type DebriefTask } from '../../../src/analysis/debrief/tasks.ts';
import { type BatchProgram, createWasmKernel } from '../../../src/analysis/wasmKernel.ts';
import { createJavascriptProgram, createKernelProgram } from '../../../src/app/debrief/kernelProgram.ts';
import { createBatchProgram } from '../../../src/cli/batchProgram.ts';
import { triggerSetup } from '../../../src/model/triggers.ts';
import { playedLog, SHORT_LEVEL } from '../fixtures.ts';

/** Species of three patients after ten days, two of them with doses on the way. */
function courses(program: BatchProgram): readonly number[][] {
  const patients = ['covid19', 'sepsis', 'carT'].map((trigger) => triggerSetup(trigger));
  const ends: number[][] = [];
  createWasmKernel(program).run(patients, 20, (index, tick, y) => {
    ends[index] = [...y];
    return tick < 20 * 24 * (8 + index);
  });
  return ends;
}

afterEach(() => void vi.unstubAllGlobals());

describe('the batch kernel in the browser', () => {
  it('is that of Node, bit for bit, in WebAssembly and in JavaScript', () => {
    const expected = courses(createBatchProgram());
    expect(courses(createKernelProgram())).toEqual(expected);
    expect(courses(createJavascriptProgram())).toEqual(expected);
  });

  it('is in WebAssembly where that is allowed, and in JavaScript where it is refused', () => {
    let attempts = 0;
    class Refused {
      constructor() {
        attempts += 1;
        throw new WebAssembly.CompileError('refused by the policy');
      }
    }
    expect(createKernelProgram().memory.byteLength % 65536).toBe(0);
    vi.stubGlobal('WebAssembly', { ...WebAssembly, Module: Refused });
    expect(createKernelProgram().memory.byteLength % 65536).not.toBe(0);
    expect(attempts).toBe(1);
    vi.stubGlobal('WebAssembly', undefined);
    expect(courses(createKernelProgram())).toEqual(courses(createJavascriptProgram()));
  });

  it('stops where a patient leaves the model, and takes steps of two lengths', () => {
    const stopped = [createBatchProgram(), createJavascriptProgram()].map((program) => {
      const { initial, parameters } = triggerSetup('covid19');
      const ends: number[][] = [];
      const kernel = createWasmKernel(program);
      kernel.run([{ initial, parameters }], 1, (_, tick, y) => {
        ends[0] = [...y];
        return tick < 5;
      });
      const each = program.advanceEach(3, 0.05, 0.5, -1e-9);
      program.memory[0] = Number.NaN;
      return [ends, each, [...program.memory.slice(2, 40)], program.advance(2, 0.05, -1e-9)];
    });
    expect(stopped[1]).toEqual(stopped[0]);
    expect(stopped[0]?.[3]).toBe(0);
  });

  it('gives the same marks without WebAssembly', async () => {
    const log = playedLog();
    const marksWith = async (program: BatchProgram) => {
      const worker = createDebriefWorker(program);
      const pool = { size: 1, ask: async (_: number, task: unknown) => worker.answer(task as DebriefTask) };
      return debrief(SHORT_LEVEL, log, { seed: 2, patients: 24 }, pool, () => undefined);
    };
    const [one, other] = [await marksWith(createBatchProgram()), await marksWith(createJavascriptProgram())];
    expect(one.marks.length).toBeGreaterThan(0);
    expect(other).toEqual(one);
  });
});
