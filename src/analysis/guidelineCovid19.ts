/**
 * Treatment by the guidelines of severe COVID-19. Sources: WHO living
 * guideline on COVID-19 (2023), RECOVERY 2021 (dexamethasone, tocilizumab).
 * Where they give no number, ours is marked.
 */
import { hoursOf } from '../engine/time.ts';
import type { Command } from '../engine/types.ts';
import type { Observation, Policy } from './policy.ts';
import { dosesOf, order, supportOf, treatmentOf } from './support.ts';

const COVID19 = {
  /**
   * Days since the infection within which an antiviral is started (ours). The WHO sets 5 to 7 days since the
   * first symptoms for illness that is not severe, and none for severe illness.
   */
  antiviralDays: 7,
  /** log10 copies/mL: a positive test (ours). */
  positiveViralLoad: 4,
  /** mg/L, RECOVERY. */
  tocilizumabCRP: 75,
  /** Hours after the first dose at which a second is weighed: RECOVERY 12 to 24. */
  tocilizumabAgainHours: 24,
  /** log10 CFU/mL, ten times the 1e4 from which growth in lavage fluid counts (ours). */
  significantGrowth: 5,
} as const;

/** Support, antiviral, steroid, tocilizumab and antibiotic, each when its criterion holds. */
export const covid19Guideline: Policy = (observation) => [
  ...supportOf(observation),
  ...infectionOf(observation),
  ...dampeningOf(observation),
];

function infectionOf(observation: Observation): readonly Command[] {
  const { illnessHour, value } = observation;
  const commands: Command[] = [];
  const early = illnessHour <= COVID19.antiviralDays * 24;
  // Severe illness begins where oxygen does: before that the guideline waits, which is what this policy costs.
  const severe = observation.state.oxygenStep > 0;
  if (
    early &&
    severe &&
    value('viralLoad') >= COVID19.positiveViralLoad &&
    dosesOf(observation, 'antiviral') === 0
  ) {
    commands.push(order('antiviral', 'course'));
  }
  if (value('bacterialLoad') >= COVID19.significantGrowth) commands.push(order('antibiotic', 'course'));
  return commands;
}

function dampeningOf(observation: Observation): readonly Command[] {
  const { state, value } = observation;
  if (state.oxygenStep === 0) return [];
  const commands: Command[] = [];
  if (dosesOf(observation, 'dexamethasone') === 0) commands.push(order('dexamethasone', 'low'));
  const given = dosesOf(observation, 'tocilizumab');
  const inflamed = value('CRP') >= COVID19.tocilizumabCRP && dosesOf(observation, 'dexamethasone') > 0;
  // RECOVERY asked for hypoxia alone; waiting for high flow, as REMAP-CAP did, is ours.
  const worsening = state.oxygenStep >= 2;
  if (inflamed && worsening && (given === 0 || (given === 1 && isSecondDue(observation)))) {
    commands.push(order('tocilizumab', 'single'));
  }
  return commands;
}

function isSecondDue(observation: Observation): boolean {
  const { state, hour } = observation;
  const last = treatmentOf(observation, 'tocilizumab')?.lastDoseTick ?? 0;
  return state.oxygenStep >= 3 && hour >= hoursOf(last) + COVID19.tocilizumabAgainHours;
}
