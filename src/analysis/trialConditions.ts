/** Reads a patient's quantities and asks whether conditions hold. */
import { TICKS_PER_HOUR } from '../model/course.ts';
import { OBSERVABLES, observe, QUANTITIES, SPECIES } from '../model/generated/system.ts';
import type { Condition, Range } from './trialTypes.ts';

/** All quantities in the order of QUANTITIES, and after them the illness day. */
export type Readings = Float64Array;

const DAY = QUANTITIES.length;

/** Room for the readings of one patient. */
export function createReadings(): Readings {
  return new Float64Array(SPECIES.length + OBSERVABLES.length + 1);
}

/** Fills `readings` from a state; `day` is counted from the first symptom. */
export function read(readings: Readings, y: Float64Array, p: Float64Array, day: number): void {
  readings.set(y);
  observe(y, p, readings.subarray(SPECIES.length, DAY));
  readings[DAY] = day;
}

/** Place of a quantity, or of `day`, in readings; -1 when there is none of this name. */
export function placeOf(quantity: string): number {
  return quantity === 'day' ? DAY : (QUANTITIES as readonly string[]).indexOf(quantity);
}

interface Bound {
  readonly place: number;
  readonly atLeast: number;
  readonly below: number;
}

/** Conditions that were looked up once: of each inner list one bound must hold. */
export type Bounds = readonly (readonly Bound[])[];

export function boundsOf(conditions: readonly Condition[] = []): Bounds {
  return conditions.map((condition) => rangesOf(condition).map(boundOf));
}

/** The ranges of a condition, of which one must hold. */
export function rangesOf({ anyOf, quantity = '', ...bounds }: Condition): readonly Range[] {
  return anyOf ?? [{ quantity, ...bounds }];
}

function boundOf({ quantity, atLeast = -Infinity, below = Infinity }: Range): Bound {
  return { place: placeOf(quantity), atLeast, below };
}

/** True when every condition holds; true for none. */
export function hold(bounds: Bounds, readings: Readings): boolean {
  for (const ranges of bounds) {
    let one = false;
    for (const { place, atLeast, below } of ranges) {
      const value = readings[place] as number;
      one ||= value >= atLeast && value < below;
    }
    if (!one) return false;
  }
  return true;
}

/** Ticks as hours. */
export function hourOf(tick: number): number {
  return tick / TICKS_PER_HOUR;
}
