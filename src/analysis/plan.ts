/** Treatment by the clock: what a search for the best known policy varies. */
import type { Command, TreatmentId } from '../engine/types.ts';
import type { Observation, Policy } from './policy.ts';
import { supportOf } from './support.ts';

/** An order or a stop at an hour of the level. */
export interface PlannedOrder {
  readonly hour: number;
  readonly treatment: TreatmentId;
  /** A regimen, or null to stop. */
  readonly regimen: string | null;
}

/** Gives the orders of a plan at their hours, with oxygen, fluid, pressure and kidneys as by the guideline. */
export function byPlan(plan: readonly PlannedOrder[]): Policy {
  return (observation: Observation): readonly Command[] => [
    ...supportOf(observation),
    ...plan
      .filter(({ hour }) => hour === observation.hour)
      .map(
        ({ treatment, regimen }): Command =>
          regimen === null ? { type: 'stop', treatment } : { type: 'order', treatment, regimen },
      ),
  ];
}
