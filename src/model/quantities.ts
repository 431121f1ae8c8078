import { InvariantError } from './course.ts';
import { RATE_RULES, READOUT_RULES } from './definition/rules.ts';
import { SPECIES_DEFINITIONS } from './definition/species.ts';
import { OBSERVABLES, observe, QUANTITIES, type QuantityId, SPECIES } from './generated/system.ts';

export interface QuantityInfo {
  readonly id: QuantityId;
  readonly name: string;
  /** '1' for a number without unit. */
  readonly unit: string;
}

const INFO: readonly QuantityInfo[] = [
  ...SPECIES_DEFINITIONS,
  ...[...RATE_RULES, ...READOUT_RULES].filter((rule) => rule.observable),
].map(({ id, name, unit }) => ({ id: id as QuantityId, name, unit }));

/** Name and unit of every quantity, in the order of QUANTITIES. */
export const QUANTITY_INFO: readonly QuantityInfo[] = INFO;

/** True if `id` is a species or an observable. */
export function isQuantity(id: string): id is QuantityId {
  return (QUANTITIES as readonly string[]).includes(id);
}

/** Name and unit of one quantity. */
export function quantityInfo(id: QuantityId): QuantityInfo {
  const info = INFO.find((entry) => entry.id === id);
  if (!info) throw new Error(`unknown quantity ${id}`);
  return info;
}

/**
 * Values of all quantities at state y with parameters p, in the order of QUANTITIES.
 *
 * @throws InvariantError when one is not finite, as by a parameter of 0 that divides
 */
export function quantitiesOf(y: Float64Array, p: Float64Array): Float64Array {
  const values = new Float64Array(SPECIES.length + OBSERVABLES.length);
  values.set(y);
  observe(y, p, values.subarray(SPECIES.length));
  // A finite value less itself is 0; any other leaves NaN in the sum. This runs in every tick.
  let rest = 0;
  for (let i = 0; i < values.length; i += 1) rest += (values[i] as number) - (values[i] as number);
  if (rest !== 0) throw new InvariantError(describeLost(values));
  return values;
}

function describeLost(values: Float64Array): string {
  const index = values.findIndex((value) => !Number.isFinite(value));
  return `${QUANTITIES[index]} became ${values[index]}`;
}
