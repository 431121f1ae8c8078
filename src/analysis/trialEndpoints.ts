/** What is read from a course after entry, and how it becomes numbers that can be averaged. */
import { log10 } from '../math/logarithm.ts';
import { type Bounds, boundsOf, hold, placeOf, type Readings } from './trialConditions.ts';
import type { Endpoint, Trial } from './trialTypes.ts';

/** An endpoint whose names were looked up once. */
export interface Reader {
  readonly endpoint: Endpoint;
  readonly when: Bounds;
  readonly after: Bounds;
  /** What makes it fail at `failHour` after entry; -1: nothing. */
  readonly fails: Bounds;
  readonly failHour: number;
  readonly forHours: number;
  /** Hours after entry up to which it counts. */
  readonly lastHour: number;
  /** Place in readings of what a value endpoint reads. */
  readonly place: number;
  /** Numbers that one patient of one arm gives. */
  readonly width: number;
}

/** What a reader has seen of one course. */
export interface Seen {
  /** Hours on end that the conditions have held. */
  held: number;
  open: boolean;
  failed: boolean;
  /** Hour after entry at which the event was complete; Infinity: not yet. */
  reached: number;
  value: number;
  hours: number;
}

export function readersOf(trial: Trial): Reader[] {
  return trial.endpoints.map((endpoint) => {
    const timed = endpoint.type === 'event' || endpoint.type === 'time' ? endpoint : null;
    const days =
      endpoint.type === 'event' || endpoint.type === 'value' ? endpoint.withinDays : trial.horizonDays;
    return {
      endpoint,
      when: boundsOf(timed?.when),
      after: boundsOf(endpoint.type === 'event' ? endpoint.after : []),
      fails: boundsOf(endpoint.type === 'event' ? endpoint.failed?.when : []),
      failHour: endpoint.type === 'event' ? (endpoint.failed?.hours ?? -1) : -1,
      forHours: timed?.forHours ?? 0,
      lastHour: Math.min(days ?? trial.horizonDays, trial.horizonDays) * 24,
      place: endpoint.type === 'value' ? placeOf(endpoint.quantity) : -1,
      width: endpoint.type === 'time' ? wholeDays(trial.horizonDays) + 1 : 1,
    };
  });
}

/** Days of a horizon, begun ones counted in full. */
function wholeDays(days: number): number {
  return -Math.floor(-days);
}

export function createSeen({ after }: Reader): Seen {
  return {
    held: -1,
    open: after.length === 0,
    failed: false,
    reached: Infinity,
    value: Number.NaN,
    hours: 0,
  };
}

/** Looks at a course at `hour` after entry; hours must come one after the other. */
export function look(reader: Reader, seen: Seen, readings: Readings, hour: number): void {
  if (hour > reader.lastHour || reader.endpoint.type === 'death') return;
  if (reader.endpoint.type === 'value') {
    lookAtValue(reader, seen, readings);
    return;
  }
  if (seen.reached < Infinity || seen.failed) return;
  if (hour === reader.failHour && hold(reader.fails, readings)) {
    seen.failed = true;
    return;
  }
  if (!seen.open) {
    seen.open = hold(reader.after, readings);
    return;
  }
  seen.held = hold(reader.when, readings) ? seen.held + 1 : -1;
  if (seen.held >= reader.forHours) seen.reached = hour;
}

function lookAtValue({ endpoint, place }: Reader, seen: Seen, readings: Readings): void {
  if (endpoint.type !== 'value') return;
  const now = readings[place] as number;
  const first = seen.hours === 0;
  seen.hours += 1;
  if (first || endpoint.reading === 'last') seen.value = now;
  else if (endpoint.reading === 'first') return;
  else if (endpoint.reading === 'peak') seen.value = Math.max(seen.value, now);
  else if (endpoint.reading === 'lowest') seen.value = Math.min(seen.value, now);
  else seen.value += (now - seen.value) / seen.hours;
}

/**
 * Writes the numbers of one course to `out` from `at`: a probability (death, event), a number or its logarithm
 * (value), or for a time the probability of each day on which it was reached, and at the end the mean days to it, the
 * horizon for never.
 *
 * @param risk of death within 28 days
 */
export function writeOutcome(reader: Reader, seen: Seen, risk: number, out: Float64Array, at: number): void {
  const { endpoint, width } = reader;
  const happened = seen.reached < Infinity ? 1 : 0;
  if (endpoint.type === 'death') out[at] = risk;
  else if (endpoint.type === 'event')
    out[at] = endpoint.orDeath === true ? Math.max(happened, risk) : happened;
  else if (endpoint.type === 'value')
    out[at] = endpoint.average === 'geometric' ? log10(Math.max(seen.value, 0)) : seen.value;
  else {
    const chance = endpoint.alive === true ? 1 - risk : 1;
    const days = reader.lastHour / 24;
    if (happened === 1) {
      // The last moment of the horizon belongs to its last day.
      const day = Math.min(Math.floor(seen.reached / 24), width - 2);
      out[at + day] = chance;
      out[at + width - 1] = chance * (seen.reached / 24) + (1 - chance) * days;
    } else out[at + width - 1] = days;
  }
}

/** The probability that the endpoint happens in the course whose numbers stand at `at`; NaN for a value. */
export function chanceOf({ endpoint, width }: Reader, out: Float64Array, at: number): number {
  if (endpoint.type === 'value') return Number.NaN;
  if (endpoint.type !== 'time') return out[at] as number;
  let sum = 0;
  for (let day = 0; day < width - 1; day += 1) sum += out[at + day] as number;
  return sum;
}
