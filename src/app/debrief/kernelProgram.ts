/** The batch kernel in a browser's worker: in WebAssembly where that is there and allowed, in JavaScript otherwise. */
import type { BatchProgram } from '../../analysis/wasmKernel.ts';
import { createRk4Workspace, rk4Step } from '../../math/rk4.ts';
import { BATCH_KERNEL, BATCH_LAYOUT } from '../../model/generated/batchKernel.ts';
import { PARAMETERS, rightHandSide, SPECIES } from '../../model/generated/system.ts';

/** What the module exports; scripts/wasmCode.ts writes it. */
type BatchExports = Omit<BatchProgram, 'memory'> & { readonly memory: WebAssembly.Memory };

const LANES = 2;

/** The fastest kernel that this browser runs. Both give the same bits; not for the page itself, which it would hold up. */
export function createKernelProgram(): BatchProgram {
  try {
    return createWebAssemblyProgram();
  } catch {
    // No WebAssembly, no two-lane arithmetic in it, or a content security policy that refuses it.
    return createJavascriptProgram();
  }
}

/** @throws where WebAssembly is missing, too old for the module, or refused */
function createWebAssemblyProgram(): BatchProgram {
  const bytes = Uint8Array.from(atob(BATCH_KERNEL), (letter) => letter.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const { memory, ...functions } = exports as unknown as BatchExports;
  return { ...functions, memory: new Float64Array(memory.buffer) };
}

/** The batch kernel without WebAssembly, with the same bits: a stand-in for where that is missing. */
export function createJavascriptProgram(): BatchProgram {
  const memory = new Float64Array(BATCH_LAYOUT.parameters + LANES * PARAMETERS.length);
  const workspace = createRk4Workspace(SPECIES.length);
  const [p, y] = [new Float64Array(PARAMETERS.length), new Float64Array(SPECIES.length)];
  const step = (lane: number, hours: number, least: number): boolean => {
    read(memory, BATCH_LAYOUT.parameters + lane, p);
    read(memory, BATCH_LAYOUT.state + lane, y);
    const holds = rk4Step(workspace, rightHandSide, y, p, hours, least);
    for (let i = 0; i < y.length; i += 1) memory[BATCH_LAYOUT.state + lane + LANES * i] = y[i] as number;
    return holds;
  };
  const advanceEach = (steps: number, first: number, second: number, least: number): number => {
    for (let taken = 0; taken < steps; taken += 1) {
      const [holds, otherHolds] = [step(0, first, least), step(1, second, least)];
      if (!(holds && otherHolds)) return 0;
    }
    return 1;
  };
  return {
    memory,
    prepare: () => undefined,
    advance: (steps, hours, least) => advanceEach(steps, hours, hours, least),
    advanceEach,
  };
}

function read(memory: Float64Array, place: number, values: Float64Array): void {
  for (let i = 0; i < values.length; i += 1) values[i] = memory[place + LANES * i] as number;
}
