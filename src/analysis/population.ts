/** Virtual patients, drawn one by one: patient `index` of a seed is the same whoever draws it and in whatever order. */
import { createRandom, nextNormalLike } from '../math/random.ts';
import { P, Q } from '../model/generated/system.ts';
import { type Patient, triggerSetup, withChanges } from '../model/triggers.ts';
import { POPULATIONS, type Population, type Spread, WEIGHT_SD } from './populations.ts';

export interface VirtualPatient extends Patient {
  /** Number of the draw, from 0. */
  readonly index: number;
  /** Standard deviations from the population's mean. */
  readonly frailty: number;
  readonly weightKg: number;
}

/** Medians of a population that differ from those of its trigger. */
export interface Medians {
  readonly parameters?: Readonly<Record<string, number>>;
  readonly initial?: Readonly<Record<string, number>>;
}

/** The population of a trigger. Throws on an unknown trigger, which a host must have checked. */
export function populationOf(trigger: string): Population {
  const found = POPULATIONS.find((population) => population.trigger === trigger);
  if (!found) throw new Error(`no population of ${trigger}`);
  return found;
}

/**
 * A positive number with median 1 from a normal-like z: s z + sqrt(1 + s^2 z^2), which is exp(asinh(s z)). Near
 * log-normal with standard deviation s of the logarithm where s z is small, and needs no exponential.
 */
export function multiplierOf(sd: number, z: number): number {
  const step = sd * z;
  return step + Math.sqrt(1 + step * step);
}

/** Where a spread stands in the patient's arrays. */
function placeOf(spread: Spread, patient: Patient): { readonly values: Float64Array; readonly at: number } {
  return spread.of === 'parameter'
    ? { values: patient.parameters, at: P[spread.id as keyof typeof P] }
    : { values: patient.initial, at: Q[spread.id as keyof typeof Q] };
}

/** A normal-like number with the stated correlations to vigour and frailty, and variance 1. */
function correlated(normal: () => number, spread: Spread, vigour: number, frailty: number): number {
  const own = normal();
  const { vigour: toVigour = 0, frailty: toFrailty = 0 } = spread;
  const rest = Math.sqrt(1 - toVigour * toVigour - toFrailty * toFrailty);
  return toVigour * vigour + toFrailty * frailty + rest * own;
}

/**
 * Draws one patient, before any filter. All numbers come from one stream that is named by purpose and index, in the
 * order vigour, frailty, weight, spreads.
 *
 * @param trigger a trigger that has a population
 * @param seed integer, 0 to 2^32 - 1
 * @param medians values that replace those of the trigger before they are multiplied
 */
export function drawPatient(
  trigger: string,
  seed: number,
  index: number,
  medians: Medians = {},
): VirtualPatient {
  const stream = createRandom(seed, `patient ${trigger} ${index}`);
  return { index, ...patientOf(trigger, medians, () => nextNormalLike(stream)) };
}

/**
 * The patient that standard normal numbers make, taken in the order vigour, frailty, weight, spreads.
 *
 * @param trigger a trigger that has a population
 * @param medians values that replace those of the trigger before they are multiplied
 */
export function patientOf(
  trigger: string,
  medians: Medians,
  normal: () => number,
): Omit<VirtualPatient, 'index'> {
  const { weightKg, spreads } = populationOf(trigger);
  const patient = withChanges(triggerSetup(trigger), medians);
  const vigour = normal();
  const frailty = normal();
  const weight = weightKg * multiplierOf(WEIGHT_SD, normal());
  for (const spread of spreads) {
    const { values, at } = placeOf(spread, patient);
    const drawn =
      (values[at] as number) * multiplierOf(spread.sd, correlated(normal, spread, vigour, frailty));
    values[at] = Math.min(drawn, spread.most ?? drawn);
  }
  return { ...patient, frailty, weightKg: weight };
}

/** The value of a spread in a drawn patient. */
export function drawnValue(spread: Spread, patient: Patient): number {
  const { values, at } = placeOf(spread, patient);
  return values[at] as number;
}
