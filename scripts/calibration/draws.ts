/** Virtual patients as tables for the calibration: what each draw multiplies, so that medians may move underneath it. */
import { drawnValue, drawPatient, populationOf } from '../../src/analysis/population.ts';
import { type Patient, triggerSetup } from '../../src/model/triggers.ts';

export interface DrawTable {
  readonly trigger: string;
  readonly initial: readonly number[];
  readonly parameters: readonly number[];
  readonly spreads: readonly {
    readonly of: 'parameter' | 'initial';
    readonly id: string;
    readonly most?: number;
  }[];
  /** One row a patient: a multiplier for each spread. */
  readonly multipliers: readonly (readonly number[])[];
  readonly frailty: readonly number[];
  readonly weightKg: readonly number[];
}

/** The first `count` draws of a trigger's population, before any filter. */
export function drawTable(trigger: string, seed: number, count: number): DrawTable {
  const median: Patient = triggerSetup(trigger);
  const { spreads } = populationOf(trigger);
  const patients = Array.from({ length: count }, (_, index) => drawPatient(trigger, seed, index));
  return {
    trigger,
    initial: [...median.initial],
    parameters: [...median.parameters],
    spreads: spreads.map(({ of, id, most }) => (most === undefined ? { of, id } : { of, id, most })),
    multipliers: patients.map((patient) =>
      spreads.map((spread) => drawnValue(spread, patient) / drawnValue(spread, median)),
    ),
    frailty: patients.map(({ frailty }) => frailty),
    weightKg: patients.map(({ weightKg }) => weightKg),
  };
}
