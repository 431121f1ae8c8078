/**
 * Treatment by the guidelines of severe COVID-19, from what a bedside and a
 * laboratory show. Sources: WHO living guideline on COVID-19 (2023), RECOVERY
 * 2021 (dexamethasone, tocilizumab), Surviving Sepsis Campaign 2020 for
 * COVID-19 (oxygen; Alhazzani et al., Intensive Care Med 46:854) and 2021 (pressure).
 * Where they give no number, ours is marked.
 */
import { hoursOf } from '../engine/time.ts';
import type { Command, TreatmentId } from '../engine/types.ts';
import type { Observation, Policy } from './policy.ts';

const GUIDELINE = {
  /** %, below which oxygen starts or steps up; at most 96 is aimed at: Surviving Sepsis Campaign, COVID-19. */
  lowestSpO2: 92,
  /** %, above which oxygen is stepped down (ours). */
  highestSpO2: 97.5,
  /** Hours between two steps of oxygen (ours). */
  oxygenStepHours: 2,
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
  /** log10 CFU/mL, significant growth in lavage fluid. */
  significantGrowth: 5,
  /** mmHg, Surviving Sepsis Campaign. */
  lowestMAP: 65,
  /** mmHg, below which a bag of fluid is tried first (ours). */
  fluidsMAP: 68,
  /** mmHg at which a norepinephrine weaned to nothing is stopped (ours). */
  pressureHolds: 70,
  /** µmol/L, kidney injury of stage 3 (KDIGO 2012); that renal replacement starts there is ours. */
  renalReplacementCreatinine: 354,
} as const;

const order = (treatment: TreatmentId, regimen: string): Command => ({ type: 'order', treatment, regimen });
const stop = (treatment: TreatmentId): Command => ({ type: 'stop', treatment });

/** Support, antiviral, steroid, tocilizumab and antibiotic, each when its criterion holds. */
export const guideline: Policy = (observation) => [
  ...supportOf(observation),
  ...infectionOf(observation),
  ...dampeningOf(observation),
];

/** Oxygen, fluid, pressure and kidneys alone. */
export function supportOf(observation: Observation): readonly Command[] {
  return [...oxygenOf(observation), ...pressureOf(observation), ...kidneysOf(observation)];
}

function oxygenOf({ state, level, hour, value }: Observation): readonly Command[] {
  const saturation = value('SpO2');
  const next = state.oxygenStep + 1;
  if (saturation < GUIDELINE.lowestSpO2 && next < level.oxygen.length)
    return [{ type: 'oxygen', step: next }];
  if (state.oxygenStep === 0 || hour % GUIDELINE.oxygenStepHours !== 0) return [];
  const now = level.oxygen[state.oxygenStep]?.fio2 ?? 1;
  const lower = level.oxygen[state.oxygenStep - 1]?.fio2 ?? now;
  // Down only where the lower step is expected to hold: oxygen pressure follows the inspired fraction.
  const holds = value('PF') * lower >= OXYGEN_PRESSURE_AT_TARGET;
  return holds || saturation > GUIDELINE.highestSpO2 + 1
    ? [{ type: 'oxygen', step: state.oxygenStep - 1 }]
    : [];
}

/** mmHg at which saturation is about 93 % (Severinghaus), just inside the target range. */
const OXYGEN_PRESSURE_AT_TARGET = 67;

function pressureOf(observation: Observation): readonly Command[] {
  const { value } = observation;
  const map = value('MAP');
  const commands: Command[] = [];
  if (map < GUIDELINE.fluidsMAP && dosesOf(observation, 'fluids') < 2) commands.push(order('fluids', 'bag'));
  if (map < GUIDELINE.lowestMAP) commands.push(order('norepinephrine', 'titrated'));
  if (map > GUIDELINE.pressureHolds && value('ne') === 0) commands.push(stop('norepinephrine'));
  return commands;
}

function kidneysOf({ value }: Observation): readonly Command[] {
  if (value('creatinine') > GUIDELINE.renalReplacementCreatinine)
    return [order('renalReplacement', 'continuous')];
  return value('kidneyFunction') > 0.6 ? [stop('renalReplacement')] : [];
}

function infectionOf(observation: Observation): readonly Command[] {
  const { illnessHour, value } = observation;
  const commands: Command[] = [];
  const early = illnessHour <= GUIDELINE.antiviralDays * 24;
  // Severe illness begins where oxygen does: before that the guideline waits, which is what this policy costs.
  const severe = observation.state.oxygenStep > 0;
  if (
    early &&
    severe &&
    value('viralLoad') >= GUIDELINE.positiveViralLoad &&
    dosesOf(observation, 'antiviral') === 0
  ) {
    commands.push(order('antiviral', 'course'));
  }
  if (value('bacterialLoad') >= GUIDELINE.significantGrowth) commands.push(order('antibiotic', 'course'));
  return commands;
}

function dampeningOf(observation: Observation): readonly Command[] {
  const { state, value } = observation;
  if (state.oxygenStep === 0) return [];
  const commands: Command[] = [];
  if (dosesOf(observation, 'dexamethasone') === 0) commands.push(order('dexamethasone', 'low'));
  const given = dosesOf(observation, 'tocilizumab');
  const inflamed = value('CRP') >= GUIDELINE.tocilizumabCRP && dosesOf(observation, 'dexamethasone') > 0;
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
  return state.oxygenStep >= 3 && hour >= hoursOf(last) + GUIDELINE.tocilizumabAgainHours;
}

function dosesOf(observation: Observation, id: TreatmentId): number {
  return treatmentOf(observation, id)?.dosesGiven ?? 0;
}

function treatmentOf({ level, state }: Observation, id: TreatmentId) {
  return state.treatments[level.treatments.findIndex((treatment) => treatment.id === id)];
}
