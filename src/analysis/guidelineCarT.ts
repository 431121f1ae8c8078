/**
 * Treatment of the cytokine release syndrome after CAR-T cells, graded by the
 * ASTCT (Lee DW et al. 2019, Biol Blood Marrow Transplant 25:625-638) and
 * treated by ASCO (Santomasso BD et al. 2021, J Clin Oncol 39:3978-3992):
 * tocilizumab 8 mg/kg from grade 2, again after 8 hours without improvement,
 * four in all; dexamethasone 10 mg every 6 hours from grade 3, rapidly tapered.
 * Ours are: the same short course in grade 2 when two doses have not helped
 * (there 10 mg every 12 hours, once or twice) and in grade 4 (there
 * methylprednisolone 500 mg every 12 hours), the antibiotic at a count of
 * bacteria (there at once in neutropenia), improvement read from the fever,
 * and what else is marked so.
 */
import { hoursOf } from '../engine/time.ts';
import type { Command } from '../engine/types.ts';
import type { Observation, Policy } from './policy.ts';
import { dosesOf, order, supportOf, treatmentOf } from './support.ts';

const CAR_T = {
  /** °C. */
  fever: 38,
  /** mmHg of mean pressure that count as hypotension (ours; the grading leaves it to the bedside). */
  hypotension: 65,
  tocilizumabAgainHours: 8,
  tocilizumabDoses: 4,
  /** Doses without improvement after which a steroid joins them from grade 2 on. */
  refractoryDoses: 2,
  /** log10 CFU/mL, ten times the 1e4 from which growth in lavage fluid counts (ours). */
  significantGrowth: 5,
} as const;

/** Support, antibiotic, tocilizumab and a short steroid, each when its grade is reached. */
export const carTGuideline: Policy = (observation) => [
  ...supportOf(observation),
  ...(observation.value('bacterialLoad') >= CAR_T.significantGrowth ? [order('antibiotic', 'course')] : []),
  ...dampeningOf(observation),
];

/** Grade 0 to 4 by the ASTCT. Once something was given against the storm, fever is no longer asked for. */
function crsGrade(observation: Observation): number {
  const { state, value } = observation;
  const treated = dosesOf(observation, 'tocilizumab') + dosesOf(observation, 'dexamethasone') > 0;
  if (value('Temp') < CAR_T.fever && !treated) return 0;
  if (state.oxygenStep >= 3) return 4;
  if (state.oxygenStep === 2 || value('ne') > 0) return 3;
  if (state.oxygenStep === 1 || value('MAP') < CAR_T.hypotension) return 2;
  return value('Temp') < CAR_T.fever ? 0 : 1;
}

function dampeningOf(observation: Observation): readonly Command[] {
  const grade = crsGrade(observation);
  const given = dosesOf(observation, 'tocilizumab');
  const commands: Command[] = [];
  if (grade >= 2 && (given === 0 || (given < CAR_T.tocilizumabDoses && isUnimproved(observation))))
    commands.push(order('tocilizumab', 'single'));
  const refractory = given >= CAR_T.refractoryDoses && isUnimproved(observation);
  // Ten milligrams every six hours, and tapered rapidly: a day of it, and more only while the fever stays.
  const first = grade >= 3 && dosesOf(observation, 'dexamethasone') === 0;
  if (first || (grade >= 2 && refractory)) commands.push(order('dexamethasone', 'short'));
  return commands;
}

/** True when the fever has stayed for eight hours after the last tocilizumab. */
function isUnimproved(observation: Observation): boolean {
  const last = treatmentOf(observation, 'tocilizumab')?.lastDoseTick ?? 0;
  const waited = observation.hour >= hoursOf(last) + CAR_T.tocilizumabAgainHours;
  return waited && observation.value('Temp') >= CAR_T.fever;
}
