/** The batch kernel's program in JavaScript: what it exports, step by step, on the model's own right-hand side. */
import type { BatchProgram } from '../../src/analysis/wasmKernel.ts';
import { createRk4Workspace, rk4Step } from '../../src/math/rk4.ts';
import { BATCH_LAYOUT } from '../../src/model/generated/batchKernel.ts';
import { PARAMETERS, rightHandSide, SPECIES } from '../../src/model/generated/system.ts';

const LANES = 2;

export function createJavascriptProgram(): BatchProgram {
  const memory = new Float64Array(BATCH_LAYOUT.parameters + LANES * (PARAMETERS.length + 1));
  const workspace = createRk4Workspace(SPECIES.length);
  const advanceEach: BatchProgram['advanceEach'] = (steps, first, second, least) => {
    for (let step = 0; step < steps; step += 1) {
      const sound = [first, second].map((hours, lane) => {
        const take = (place: number, length: number): Float64Array =>
          Float64Array.from({ length }, (_, i) => memory[place + LANES * i + lane] as number);
        const y = take(BATCH_LAYOUT.state, SPECIES.length);
        const inDomain = rk4Step(
          workspace,
          rightHandSide,
          y,
          take(BATCH_LAYOUT.parameters, PARAMETERS.length),
          hours,
          least,
        );
        for (const [i, value] of y.entries()) memory[BATCH_LAYOUT.state + LANES * i + lane] = value;
        return inDomain;
      });
      if (sound.includes(false)) return 0;
    }
    return 1;
  };
  return {
    memory,
    prepare: () => {},
    advance: (steps, hours, least) => advanceEach(steps, hours, hours, least),
    advanceEach,
  };
}
