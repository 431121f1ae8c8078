/** Reading a level's treatments. */
import type { Level, LevelTreatment, Regimen, TreatmentId } from './types.ts';

/** Supports that run at a rate until stopped, instead of being given in doses. */
export function isContinuous(id: TreatmentId): boolean {
  return id === 'norepinephrine' || id === 'renalReplacement';
}

/** Given at once and in the body for hours or weeks: an order that no stop takes back. */
export function isGivenOnce(id: TreatmentId): boolean {
  return id === 'tocilizumab' || id === 'siltuximab' || id === 'tnfBlocker' || id === 'fluids';
}

/** Position of a treatment in level.treatments, or -1. */
export function treatmentIndex(level: Level, id: string): number {
  return level.treatments.findIndex((treatment) => treatment.id === id);
}

export function regimenOf(treatment: LevelTreatment, id: string): Regimen | undefined {
  return treatment.regimens.find((regimen) => regimen.id === id);
}

/** Amount of dose number `index` (0, 1, ...) of a regimen, in the treatment's unit, for this body weight in kg. */
export function doseAmount(regimen: Regimen, index: number, weightKg: number): number {
  const { amounts, perKg } = regimen;
  const amount = amounts[Math.min(index, amounts.length - 1)] ?? 0;
  return perKg === undefined ? amount : Math.min(amount * weightKg, perKg.maximum);
}

/** How many doses an order gives before it ends by itself. A regimen without an interval is one dose. */
export function dosesOfOrder(regimen: Regimen): number {
  if (regimen.everyHours === undefined) return 1;
  return regimen.doses ?? Number.POSITIVE_INFINITY;
}
