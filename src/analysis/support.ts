/**
 * What every guideline supports alike, from what a bedside and a laboratory
 * show: oxygen, pressure, kidneys. Sources: Surviving Sepsis Campaign 2020 for
 * COVID-19 (oxygen; Alhazzani et al., Intensive Care Med 46:854) and 2021
 * (pressure). Where they give no number, ours is marked.
 */
import type { Command, TreatmentId } from '../engine/types.ts';
import type { Observation } from './policy.ts';

const SUPPORT = {
  /** %, below which oxygen starts or steps up; at most 96 is aimed at: Surviving Sepsis Campaign, COVID-19. */
  lowestSpO2: 92,
  /** %, above which oxygen is stepped down (ours). */
  highestSpO2: 97.5,
  /** Hours between two steps of oxygen (ours). */
  oxygenStepHours: 2,
  /** mmHg, Surviving Sepsis Campaign. */
  lowestMAP: 65,
  /** mmHg, below which a bag of fluid is tried first (ours). */
  fluidsMAP: 68,
  /** Bags of 500 mL (ours). */
  bags: 2,
  /** mmHg at which a norepinephrine weaned to nothing is stopped (ours). */
  pressureHolds: 70,
  /** µmol/L, kidney injury of stage 3 (KDIGO 2012); that renal replacement starts there is ours. */
  renalReplacementCreatinine: 354,
  /** Share of kidney function at which it is stopped again (ours). */
  kidneyFunctionBack: 0.6,
} as const;

/** mmHg at which saturation is about 93 % (Severinghaus), just inside the target range. */
const OXYGEN_PRESSURE_AT_TARGET = 67;

export const order = (treatment: TreatmentId, regimen: string): Command => ({
  type: 'order',
  treatment,
  regimen,
});
export const stop = (treatment: TreatmentId): Command => ({ type: 'stop', treatment });

/** Oxygen, fluid, pressure and kidneys alone. */
export function supportOf(observation: Observation): readonly Command[] {
  const { value } = observation;
  const thirsty = value('MAP') < SUPPORT.fluidsMAP && dosesOf(observation, 'fluids') < SUPPORT.bags;
  return [
    ...oxygenOf(observation),
    ...(thirsty ? [order('fluids', 'bag')] : []),
    ...pressorOf(observation),
    ...kidneysOf(observation),
  ];
}

/** Steps oxygen up below its target, and down where the lower step is expected to hold. */
export function oxygenOf({ state, level, hour, value }: Observation): readonly Command[] {
  const saturation = value('SpO2');
  const next = state.oxygenStep + 1;
  if (saturation < SUPPORT.lowestSpO2 && next < level.oxygen.length) return [{ type: 'oxygen', step: next }];
  if (state.oxygenStep === 0 || hour % SUPPORT.oxygenStepHours !== 0) return [];
  const now = level.oxygen[state.oxygenStep]?.fio2 ?? 1;
  const lower = level.oxygen[state.oxygenStep - 1]?.fio2 ?? now;
  // Oxygen pressure follows the inspired fraction.
  const holds = value('PF') * lower >= OXYGEN_PRESSURE_AT_TARGET;
  return holds || saturation > SUPPORT.highestSpO2 + 1
    ? [{ type: 'oxygen', step: state.oxygenStep - 1 }]
    : [];
}

/** Norepinephrine below its target, until the pressure holds without. */
export function pressorOf({ value }: Observation): readonly Command[] {
  const map = value('MAP');
  const commands: Command[] = [];
  if (map < SUPPORT.lowestMAP) commands.push(order('norepinephrine', 'titrated'));
  if (map > SUPPORT.pressureHolds && value('ne') === 0) commands.push(stop('norepinephrine'));
  return commands;
}

/** Renal replacement in kidney injury of the highest stage, until the kidneys are back. */
export function kidneysOf({ value }: Observation): readonly Command[] {
  if (value('creatinine') > SUPPORT.renalReplacementCreatinine)
    return [order('renalReplacement', 'continuous')];
  return value('kidneyFunction') > SUPPORT.kidneyFunctionBack ? [stop('renalReplacement')] : [];
}

/** Doses of a treatment given so far; 0 when the level has none of it. */
export function dosesOf(observation: Observation, id: TreatmentId): number {
  return treatmentOf(observation, id)?.dosesGiven ?? 0;
}

/** Where a treatment stands; undefined when the level has none of it. */
export function treatmentOf({ level, state }: Observation, id: TreatmentId) {
  return state.treatments[level.treatments.findIndex((treatment) => treatment.id === id)];
}
