/** Reads a patient's quantities and asks whether conditions hold. */
import { TICKS_PER_HOUR } from '../model/course.ts';
import { OBSERVABLES, observe, QUANTITIES, SPECIES } from '../model/generated/system.ts';
import type { Condition } from './trialTypes.ts';

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

/** Conditions that were looked up once. */
export type Bounds = readonly Bound[];

export function boundsOf(conditions: readonly Condition[] = []): Bounds {
  return conditions.map(({ quantity, atLeast = -Infinity, below = Infinity }) => ({
    place: placeOf(quantity),
    atLeast,
    below,
  }));
}

/** True when every bound holds; true for none. */
export function hold(bounds: Bounds, readings: Readings): boolean {
  for (const { place, atLeast, below } of bounds) {
    const value = readings[place] as number;
    if (!(value >= atLeast && value < below)) return false;
  }
  return true;
}

/** Ticks after the trigger, which must fall on whole hours, as hours. */
export function hourOf(tick: number): number {
  return tick / TICKS_PER_HOUR;
}
