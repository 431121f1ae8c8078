import { advanceTick, TICKS_PER_HOUR } from '../model/course.ts';
import { giveDose } from '../model/dosing.ts';
import { Q, type QuantityId } from '../model/generated/system.ts';
import { quantitiesOf } from '../model/quantities.ts';
import type { Patient } from '../model/triggers.ts';

/** One dose at an hour of the course, in the treatment's unit. */
export interface TimedDose {
  readonly hour: number;
  readonly treatment: string;
  readonly amount: number;
}

/** A moment of a course: hours since its start, and a quantity in its own unit. */
export interface Moment {
  readonly hour: number;
  readonly value: number;
}

/** What was watched during a course, at every tick. */
export interface RecordedCourse {
  readonly hours: number;
  /** Values of a watched quantity, one a tick from tick 0. */
  series(id: QuantityId): Float64Array;
}

/** The tick of an hour of the course. */
function tickOf(hour: number): number {
  return Math.floor(hour * TICKS_PER_HOUR + 0.5);
}

/**
 * Runs one patient of the model without the rules of play and keeps the watched quantities at every tick.
 *
 * @param hours length of the course
 * @throws InvariantError when a state leaves the domain of the model
 */
export function recordCourse(
  patient: Patient,
  hours: number,
  watched: readonly QuantityId[],
  doses: readonly TimedDose[] = [],
): RecordedCourse {
  const y = patient.initial.slice();
  const lastTick = tickOf(hours);
  const kept = watched.map(() => new Float64Array(lastTick + 1));
  for (let tick = 0; tick <= lastTick; tick += 1) {
    if (tick > 0) advanceTick(y, patient.parameters);
    for (const dose of doses) if (tickOf(dose.hour) === tick) giveDose(y, dose.treatment, dose.amount);
    const values = quantitiesOf(y, patient.parameters);
    for (const [index, id] of watched.entries())
      (kept[index] as Float64Array)[tick] = values[Q[id]] as number;
  }
  return {
    hours,
    series(id) {
      const series = kept[watched.indexOf(id)];
      if (series === undefined) throw new Error(`${id} was not watched`);
      return series;
    },
  };
}

/** A watched quantity at an hour of the course. */
export function valueAt(course: RecordedCourse, id: QuantityId, hour: number): number {
  const value = course.series(id)[tickOf(hour)];
  if (value === undefined) throw new Error(`the course has no hour ${hour}`);
  return value;
}

/** The highest value of a watched quantity and its first hour. */
export function peakOf(course: RecordedCourse, id: QuantityId): Moment {
  const series = course.series(id);
  let best = 0;
  for (let tick = 1; tick < series.length; tick += 1) {
    if ((series[tick] as number) > (series[best] as number)) best = tick;
  }
  return { hour: best / TICKS_PER_HOUR, value: series[best] as number };
}

/** The first hour at which a watched quantity is above a limit; null when it never is. */
export function firstAbove(course: RecordedCourse, id: QuantityId, limit: number): number | null {
  const tick = course.series(id).findIndex((value) => value > limit);
  return tick < 0 ? null : tick / TICKS_PER_HOUR;
}
