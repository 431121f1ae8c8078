/** Support that follows the patient from hour to hour, the same in every arm. */
import { Q } from '../model/generated/system.ts';
import type { Patient } from '../model/triggers.ts';
import { type Bounds, boundsOf, hold, type Readings } from './trialConditions.ts';
import type { Trial, UsualCare } from './trialTypes.ts';

/** The species that each support sets. */
const SUPPORT_SPECIES: Readonly<Record<UsualCare['support'], number>> = {
  norepinephrine: Q.ne,
  oxygen: Q.fio2,
  ventilator: Q.vent,
  renalReplacement: Q.rrt,
};

export interface CareRule {
  readonly at: number;
  readonly value: number;
  readonly bounds: Bounds;
}

export function careOf(trial: Trial): CareRule[] {
  return (trial.usualCare ?? []).map(({ support, value, when }) => ({
    at: SUPPORT_SPECIES[support],
    value,
    bounds: boundsOf(when),
  }));
}

/** Sets each support for the next hour, in place; of several rules for one support the last that holds counts. */
export function applyCare(
  care: readonly CareRule[],
  patient: Patient,
  readings: Readings,
  y: Float64Array,
): void {
  for (const { at } of care) y[at] = patient.initial[at] as number;
  for (const { at, value, bounds } of care) if (hold(bounds, readings)) y[at] = value;
}
