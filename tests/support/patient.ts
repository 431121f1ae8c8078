/** Runs one virtual patient of the model without the rules of play. */
import { advanceTick, TICK_HOURS } from '../../src/model/course.ts';
import { giveDose } from '../../src/model/dosing.ts';
import { Q, type QuantityId } from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { type Patient, triggerSetup, withChanges } from '../../src/model/triggers.ts';

/** A dose at an hour. */
export interface Dose {
  readonly hour: number;
  readonly treatment: string;
  readonly amount: number;
}

/** Values of all quantities at every tick, first the start. */
export interface Course {
  readonly hours: readonly number[];
  readonly values: readonly Float64Array[];
}

/** A patient of a trigger with changed parameters or initial values. */
export function patient(
  trigger: string,
  parameters: Record<string, number> = {},
  initial: Record<string, number> = {},
): Patient {
  return withChanges(triggerSetup(trigger), { parameters, initial });
}

/** Repeats a dose `count` times, `every` hours apart, from `hour`. */
export function repeated(
  treatment: string,
  amount: number,
  hour: number,
  every: number,
  count: number,
): Dose[] {
  return Array.from({ length: count }, (_, i) => ({ hour: hour + i * every, treatment, amount }));
}

/** The course of a patient over `hours` under doses. */
export function course(who: Patient, hours: number, doses: readonly Dose[] = []): Course {
  const y = who.initial.slice();
  const ticks = Math.round(hours / TICK_HOURS);
  const times: number[] = [];
  const values: Float64Array[] = [];
  for (let tick = 0; tick <= ticks; tick += 1) {
    for (const dose of doses)
      if (Math.round(dose.hour / TICK_HOURS) === tick) giveDose(y, dose.treatment, dose.amount);
    times.push(tick * TICK_HOURS);
    values.push(quantitiesOf(y, who.parameters));
    if (tick < ticks) advanceTick(y, who.parameters);
  }
  return { hours: times, values };
}

/** Value of a quantity at an hour. */
export function at(run: Course, id: QuantityId, hour: number): number {
  return run.values[Math.round(hour / TICK_HOURS)]![Q[id]]!;
}

/** Highest value of a quantity and its hour. */
export function peak(run: Course, id: QuantityId): { value: number; hour: number } {
  return extreme(run, id, (a, b) => a > b);
}

/** Lowest value of a quantity and its hour. */
export function nadir(run: Course, id: QuantityId): { value: number; hour: number } {
  return extreme(run, id, (a, b) => a < b);
}

function extreme(
  run: Course,
  id: QuantityId,
  better: (a: number, b: number) => boolean,
): { value: number; hour: number } {
  let best = { value: run.values[0]![Q[id]]!, hour: 0 };
  run.values.forEach((values, index) => {
    if (better(values[Q[id]]!, best.value)) best = { value: values[Q[id]]!, hour: run.hours[index]! };
  });
  return best;
}

/** First hour from `after` on at which the quantity passes the test, or Infinity. */
export function firstHour(
  run: Course,
  id: QuantityId,
  passes: (value: number) => boolean,
  after = 0,
): number {
  const index = run.values.findIndex((values, i) => run.hours[i]! >= after && passes(values[Q[id]]!));
  return index < 0 ? Number.POSITIVE_INFINITY : run.hours[index]!;
}
