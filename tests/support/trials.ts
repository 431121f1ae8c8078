/** Small trials with answers known by hand. */
import type { Effect, TrialResult } from '../../src/analysis/trialEffects.ts';
import { runTrial } from '../../src/analysis/trialRun.ts';
import type { DosingRule, Trial, ValueEndpoint } from '../../src/analysis/trialTypes.ts';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import { P } from '../../src/model/generated/system.ts';
import { triggerSetup } from '../../src/model/triggers.ts';

/** A course of nirmatrelvir, which the model eliminates from one compartment and which does nothing in health. */
export function nirmatrelvir(change: Partial<DosingRule> = {}): DosingRule {
  return { treatment: 'nirmatrelvir', amount: 300, start: { from: 'entry', hours: 0 }, ...change };
}

/** Nirmatrelvir at the end of the trial, in doses of 300 mg. */
export const LEFT: ValueEndpoint = {
  id: 'left',
  type: 'value',
  quantity: 'nir',
  reading: 'last',
  measure: 'difference',
};

/** Healthy volunteers for a day: an arm without anything and one with the doses. */
export function volunteers(doses: readonly DosingRule[], change: Partial<Trial> = {}): Trial {
  return {
    format: 1,
    id: 'volunteers',
    title: 'Volunteers',
    about: 'A trial for tests.',
    trigger: 'health',
    entry: { timing: 'first', strata: [{ id: 'everyone', day: [0, 0], when: [] }] },
    eligibility: [],
    background: [],
    arms: [
      { id: 'nothing', doses: [] },
      { id: 'treated', doses },
    ],
    control: 'nothing',
    endpoints: [LEFT],
    horizonDays: 1,
    published: [],
    sources: [],
    ...change,
  };
}

const kernel = createNodeKernel();

/** Runs a trial in this thread. */
export function play(trial: Trial, patients = 6, seed = 1): TrialResult {
  return runTrial(trial, { patients, seed }, kernel);
}

/** One comparison of a result. */
export function effectOf(
  result: TrialResult,
  endpoint: string,
  arm: string = 'treated',
  stratum: string = 'all',
): Effect {
  const found = result.effects.find(
    (effect) => effect.endpoint === endpoint && effect.arm === arm && effect.stratum === stratum,
  );
  if (!found) throw new Error(`${endpoint} ${arm} ${stratum}`);
  return found;
}

/** The number of one comparison; NaN where there is none. */
export function estimateOf(result: TrialResult, ...names: [string, string?, string?]): number {
  return effectOf(result, ...names).estimate ?? Number.NaN;
}

/** Nirmatrelvir left of doses of 300 mg that were given so many hours ago. */
export function leftAfter(...hours: number[]): number {
  const rate = triggerSetup('health').parameters[P.knir] ?? Number.NaN;
  return hours.reduce((sum, hour) => sum + Math.exp(-rate * hour), 0);
}
