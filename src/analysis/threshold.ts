/** Where the body stops coming back by itself: the threshold of a storm, and the two branches on its sides. */
import { TICKS_PER_HOUR } from '../model/course.ts';
import { Q } from '../model/generated/system.ts';
import { type Patient, triggerSetup, withChanges } from '../model/triggers.ts';
import type { CohortKernel } from './cohortKernel.ts';

const DAY = 24 * TICKS_PER_HOUR;

/** Day on which it is asked whether the body came back. */
export const THRESHOLD_DAY = 28;

/** IL-6 above which the body has not come back, pg/mL. */
export const NOT_BACK_IL6 = 500;

/** One number of a patient that is turned: a parameter, or what the illness starts from. */
export interface Dial {
  readonly trigger: string;
  readonly kind: 'parameters' | 'initial';
  readonly id: string;
  /** A value at which the body comes back, and one at which it does not. */
  readonly back: number;
  readonly lost: number;
}

/** Severity of COVID-19: how strongly the lung answers infected and dead cells. */
export const SEVERITY: Dial = { trigger: 'covid19', kind: 'parameters', id: 'wI', back: 2, lost: 40 };

/** The dials whose thresholds are told of: severity of COVID-19, growth of bacteria in sepsis. */
export const DIALS: readonly Dial[] = [
  SEVERITY,
  { trigger: 'sepsis', kind: 'parameters', id: 'kpg', back: 0.2, lost: 1.5 },
];

/** `back` comes back, `lost` does not, and they are closer together than the tolerance asked for. */
export interface Threshold {
  readonly dial: Dial;
  readonly back: number;
  readonly lost: number;
}

/** The untreated patient with the dial at `value`. */
function patientAt({ trigger, kind, id }: Dial, value: number): Patient {
  return withChanges(triggerSetup(trigger), { [kind]: { [id]: value } });
}

/** IL-6 (pg/mL) after `days` of each patient's untreated course, in their order. */
function il6After(kernel: CohortKernel, patients: readonly Patient[], days: number): number[] {
  const last = days * DAY;
  const found = new Array<number>(patients.length).fill(Number.NaN);
  kernel.run(patients, DAY, (index, tick, y) => {
    if (tick < last) return true;
    found[index] = y[Q.IL6] as number;
    return false;
  });
  return found;
}

/** True for each value of the dial at which the untreated body has come back by day 28. */
export function comesBack(kernel: CohortKernel, dial: Dial, values: readonly number[]): boolean[] {
  const patients = values.map((value) => patientAt(dial, value));
  return il6After(kernel, patients, THRESHOLD_DAY).map((il6) => il6 <= NOT_BACK_IL6);
}

/** Points between the two ends of a round, so that a kernel of two lanes is always full. */
const CUTS = 3;

/**
 * Closes in on the threshold, each round by the first of three points at which the body is lost.
 *
 * @param tolerance relative distance of the two ends at the end, above 0
 * @returns null when the ends of the dial are not on the two sides of a threshold
 */
export function findThreshold(kernel: CohortKernel, dial: Dial, tolerance: number): Threshold | null {
  let { back, lost } = dial;
  const [low, high] = comesBack(kernel, dial, [back, lost]);
  if (low !== true || high !== false) return null;
  while (lost - back > tolerance * lost) {
    const step = (lost - back) / (CUTS + 1);
    const start = back;
    const points = Array.from({ length: CUTS }, (_, index) => start + step * (index + 1));
    const first = comesBack(kernel, dial, points).indexOf(false);
    lost = first < 0 ? lost : (points[first] as number);
    back = first === 0 ? start : (points[first < 0 ? CUTS - 1 : first - 1] as number);
  }
  return { dial, back, lost };
}

/** IL-6 (pg/mL) on day 28 at one value of the dial. */
export interface BranchPoint {
  readonly value: number;
  /** Of a healthy body that falls ill. */
  readonly fromHealth: number;
  /** Of a body that is in a full storm when it falls ill. */
  readonly fromStorm: number;
}

/** Day of the illness from which the storm of the upper branch is taken. */
const STORM_DAY = 14;

/** What the illness is, as against what the body does about it. */
const ILLNESS = ['T', 'I', 'V', 'F', 'Z', 'B', 'L', 'C', 'A'] as const;

/**
 * The two branches over values of the dial: the same illness in a healthy body, and in a body in the storm that
 * the dial's `lost` end has become on day 14. Where they differ, the start decides and not the illness.
 */
export function branches(kernel: CohortKernel, dial: Dial, values: readonly number[]): BranchPoint[] {
  const storm = stateAfter(kernel, patientAt(dial, dial.lost), STORM_DAY);
  const ill = values.map((value) => patientAt(dial, value));
  const inStorm = ill.map(({ parameters, initial }) => ({ parameters, initial: fallenIll(storm, initial) }));
  const fromHealth = il6After(kernel, ill, THRESHOLD_DAY);
  const fromStorm = il6After(kernel, inStorm, THRESHOLD_DAY);
  return values.map((value, index) => ({
    value,
    fromHealth: fromHealth[index] as number,
    fromStorm: fromStorm[index] as number,
  }));
}

/** The body of one state with the illness of another. */
function fallenIll(body: Float64Array, illness: Float64Array): Float64Array {
  const state = body.slice();
  for (const id of ILLNESS) state[Q[id]] = illness[Q[id]] as number;
  return state;
}

/** The whole state of an untreated patient after `days`. */
function stateAfter(kernel: CohortKernel, patient: Patient, days: number): Float64Array {
  let state = patient.initial;
  kernel.run([patient], DAY, (_, tick, y) => {
    if (tick < days * DAY) return true;
    state = y.slice();
    return false;
  });
  return state;
}
