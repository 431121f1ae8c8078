import { DOSE_DEFINITIONS } from './definition/doses.ts';
import { Q } from './generated/system.ts';

/** Adds one dose (amount in the treatment's unit) to the state, in place. Throws if the treatment has no doses. */
export function giveDose(y: Float64Array, treatment: string, amount: number): void {
  const dose = DOSE_DEFINITIONS.find((entry) => entry.treatment === treatment);
  if (!dose) throw new Error(`${treatment} is not given as doses`);
  const index = Q[dose.species as keyof typeof Q];
  y[index] = (y[index] as number) + amount * dose.factor;
}
