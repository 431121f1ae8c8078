/** The map from a course to the risk of death within 28 days. It is ours, invented and fitted; see docs/model.md. */
import { P, Q } from '../model/generated/system.ts';

/**
 * Constants of the map. Fitted on the control arms and strata of RECOVERY's dexamethasone trial and then left alone.
 * Areas are in days over the 28 days after entry.
 */
export const MORTALITY = {
  days: 28,
  intercept: -2.488,
  /** Days of failing organs: largest addition, and the area at half of it. */
  organ: { most: 3, half: 2.14 },
  /** Days of virus in plenty. */
  virus: { most: 4.7, half: 7.3 },
  /** Days of bacteria in plenty. */
  bacteria: { most: 1.65, half: 0.5 },
  /** For each standard deviation of frailty. */
  frailty: 0.36,
  /** Those who were ventilated at entry were younger, and the frailest are not ventilated. */
  ventilated: -0.673,
  /** Dysfunctions and loads at which their hour counts half, and what the organs weigh. */
  lung: 0.8,
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: a fitted value, not a root
  lungShared: 0.707,
  lungSharedWeight: 0.07,
  heart: 0.5,
  kidney: 0.5,
  heartKidneyWeight: 0.15,
  virusLoad: 4e5,
  bacterialLoad: 0.3,
  /** PaO2/FiO2, mmHg, below which a patient counts as ventilated at entry. */
  ventilatedBelowPF: 160,
} as const;

export type MortalityMap = { readonly [K in keyof typeof MORTALITY]: Loose<(typeof MORTALITY)[K]> };
type Loose<T> = T extends number ? number : { readonly [K in keyof T]: number };

/** Areas in days. */
export interface Areas {
  organ: number;
  virus: number;
  bacteria: number;
}

export function createAreas(): Areas {
  return { organ: 0, virus: 0, bacteria: 0 };
}

/** Hill function with exponent 2, 4 or 8 by squaring `squarings` times: x^n / (1 + x^n). */
function hill(x: number, squarings: number): number {
  let power = x;
  for (let times = 0; times < squarings; times += 1) power *= power;
  return power / (1 + power);
}

/** Adds `hours` spent in the state y to the areas. */
export function addToAreas(
  areas: Areas,
  y: Float64Array,
  hours: number,
  map: MortalityMap = MORTALITY,
): void {
  const days = hours / 24;
  const lung = y[Q.Lu] as number;
  const heart = y[Q.He] as number;
  const kidney = y[Q.Ki] as number;
  const virus = Math.max(y[Q.V] as number, 0);
  const bacteria = Math.max(y[Q.B] as number, 0);
  areas.organ +=
    days *
    (hill(lung / map.lung, 3) +
      map.lungSharedWeight * hill(lung / map.lungShared, 2) +
      map.heartKidneyWeight * (hill(heart / map.heart, 1) + hill(kidney / map.kidney, 1)));
  areas.virus += (days * virus) / (virus + map.virusLoad);
  areas.bacteria += (days * bacteria) / (bacteria + map.bacterialLoad);
}

/** True for a patient whose lungs in the state y need a ventilator by MORTALITY.ventilatedBelowPF. */
export function isVentilated(y: Float64Array, p: Float64Array, map: MortalityMap = MORTALITY): boolean {
  const ratio = (p[P.PF0] as number) * (1 - (p[P.pfLu] as number) * (y[Q.Lu] as number));
  return ratio < map.ventilatedBelowPF;
}

/** Risk of death, 0 to 1, from areas over 28 days. */
export function riskOfDeath(
  areas: Areas,
  patient: { readonly frailty: number; readonly ventilated: boolean },
  map: MortalityMap = MORTALITY,
): number {
  const part = (area: number, { most, half }: { readonly most: number; readonly half: number }): number =>
    (most * area) / (area + half);
  const z =
    map.intercept +
    part(areas.organ, map.organ) +
    part(areas.virus, map.virus) +
    part(areas.bacteria, map.bacteria) +
    map.frailty * patient.frailty +
    (patient.ventilated ? map.ventilated : 0);
  return (1 + z / Math.sqrt(1 + z * z)) / 2;
}
