/**
 * Treatment by the Surviving Sepsis Campaign 2021 (Evans L et al., Intensive
 * Care Med 47:1181-1247): an antibiotic within the hour, 30 mL/kg of
 * crystalloid, norepinephrine to 65 mmHg, hydrocortisone 200 mg a day while
 * norepinephrine is still needed. Where it gives no number, ours is marked.
 */
import { hoursOf } from '../engine/time.ts';
import type { Command } from '../engine/types.ts';
import type { Observation, Policy } from './policy.ts';
import { dosesOf, kidneysOf, order, oxygenOf, pressorOf, stop, treatmentOf } from './support.ts';

const SEPSIS = {
  /** SOFA points with an infection that make it sepsis: Sepsis-3 (Singer et al. 2016, JAMA 315:801). */
  SOFA: 2,
  /** Hours in which cultures are taken and the antibiotic is brought: it is given within the first, here at its end. */
  antibioticHour: 1,
  /** log10 CFU/mL, significant growth: with fewer, the course is not begun again (ours). */
  significantGrowth: 5,
  /** mmol/L and mmHg of hypoperfusion: hour-1 bundle (Levy et al. 2018, Intensive Care Med 44:925). */
  lactate: 4,
  lowestMAP: 65,
  /** mL/kg in the first three hours. */
  fluidsPerKg: 30,
  /** mL of a litre bag. */
  litre: 1000,
  /** Hours of norepinephrine after which hydrocortisone is begun. The rate of 0.25 µg/kg/min that the campaign adds is left out: here a nurse reaches it late. */
  norepinephrineHours: 4,
} as const;

/** Antibiotic, fluid, pressure, oxygen, kidneys and hydrocortisone, each when its criterion holds. */
export const sepsisGuideline: Policy = (observation) => [
  ...antibioticOf(observation),
  ...resuscitationOf(observation),
  ...oxygenOf(observation),
  ...pressorOf(observation),
  ...kidneysOf(observation),
  ...hydrocortisoneOf(observation),
];

function antibioticOf(observation: Observation): readonly Command[] {
  const { hour, value } = observation;
  if (hour < SEPSIS.antibioticHour) return [];
  const begun = dosesOf(observation, 'antibiotic') > 0;
  const due = begun
    ? value('bacterialLoad') >= SEPSIS.significantGrowth
    : value('SOFA') >= SEPSIS.SOFA || isHypoperfused(observation);
  return due ? [order('antibiotic', 'course')] : [];
}

/** Thirty mL/kg in litres, one an hour while tissue is short of blood. */
function resuscitationOf(observation: Observation): readonly Command[] {
  const { level } = observation;
  const given = dosesOf(observation, 'fluids') * SEPSIS.litre;
  const due = given + SEPSIS.litre <= SEPSIS.fluidsPerKg * level.patient.weightKg;
  return due && isHypoperfused(observation) ? [order('fluids', 'litre')] : [];
}

function isHypoperfused({ value }: Observation): boolean {
  return value('MAP') < SEPSIS.lowestMAP || value('lactate') >= SEPSIS.lactate;
}

function hydrocortisoneOf(observation: Observation): readonly Command[] {
  const { hour, value } = observation;
  if (value('ne') === 0) return [stop('hydrocortisone')];
  const began = treatmentOf(observation, 'norepinephrine')?.lastDoseTick ?? 0;
  const needed = hour >= hoursOf(began) + SEPSIS.norepinephrineHours;
  return needed ? [order('hydrocortisone', 'standard')] : [];
}
