import { DOSE_DEFINITIONS } from './definition/doses.ts';
import { Q } from './generated/system.ts';

/** Where one dose (amount in the treatment's unit) goes, and how much is added there. Throws if the treatment has no doses. */
export function doseOf(
  treatment: string,
  amount: number,
): { readonly species: number; readonly amount: number } {
  const dose = DOSE_DEFINITIONS.find((entry) => entry.treatment === treatment);
  if (!dose) throw new Error(`${treatment} is not given as doses`);
  return { species: Q[dose.species as keyof typeof Q], amount: amount * dose.factor };
}

/** Adds one dose (amount in the treatment's unit) to the state, in place. Throws if the treatment has no doses. */
export function giveDose(y: Float64Array, treatment: string, amount: number): void {
  const dose = doseOf(treatment, amount);
  y[dose.species] = (y[dose.species] as number) + dose.amount;
}
