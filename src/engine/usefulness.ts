/**
 * When a dose, a support or a test had nothing to act on. Judged by the true
 * state at the moment it was given, which a player in clinician mode may not
 * have measured: stewardship is about having looked.
 *
 * The limits are ours, except where a source is named.
 */

import { TICKS_PER_HOUR } from '../model/course.ts';
import { Q } from '../model/generated/system.ts';
import type { EngineState } from './state.ts';
import type { LabId, TreatmentId } from './types.ts';

const USE_LIMITS = {
  /** log10 copies/mL; below, an antiviral has hardly a virus left to stop. */
  viralLoad: 4,
  /** log10 CFU/mL; the usual bar of a positive quantitative culture of lavage fluid is 4 to 5. */
  bacterialLoad: 4.5,
  /** %, on room air; RECOVERY found no benefit of dexamethasone without oxygen. */
  steroidSpO2: 94,
  /** mmHg, PaO2/FiO2. */
  steroidPF: 300,
  /** mmHg, the aim of norepinephrine: a steroid helps a pressure that is below it, or held there by norepinephrine. */
  steroidMAP: 65,
  /** pg/mL of IL-6 that still signals; below, an antibody against it or a JAK inhibitor has hardly a signal left to block. */
  signallingIL6: 40,
  /** pg/mL of interferon-γ, whose signal a JAK inhibitor blocks as well. */
  signallingG: 100,
  /** pg/mL of IL-1β; below, anakinra has hardly a signal left to block. */
  signallingJ: 2,
  /** pg/mL of TNF-α; in health 1. */
  TNF: 20,
  /** mmHg. */
  fluidsMAP: 70,
  norepinephrineMAP: 75,
  /** %; above, oxygen could be stepped down. */
  oxygenSpO2: 98,
  /** Hours within which a repeated test needs a reason. */
  testHours: 6,
  /** Share by which the quantity must have moved since the last sample. */
  testChange: 0.2,
} as const;

/** True when a dose given now has something to act on. `values` in the order of QUANTITIES. */
export function isDoseUseful(id: TreatmentId, values: Float64Array, oxygenStep: number): boolean {
  const of = (index: number): number => values[index] as number;
  switch (id) {
    case 'antiviral':
    case 'nirmatrelvir':
      return of(Q.viralLoad) >= USE_LIMITS.viralLoad;
    case 'antibiotic':
      return of(Q.bacterialLoad) >= USE_LIMITS.bacterialLoad;
    case 'dexamethasone':
      return isHypoxic(values, oxygenStep) || isPressed(values);
    // The Surviving Sepsis Campaign 2021 asks for norepinephrine; HYPRESS found no use before shock.
    case 'hydrocortisone':
      return isPressed(values);
    case 'tocilizumab':
    case 'siltuximab':
      return of(Q.S6) >= USE_LIMITS.signallingIL6;
    case 'baricitinib':
      return of(Q.S6) >= USE_LIMITS.signallingIL6 || of(Q.G) >= USE_LIMITS.signallingG;
    case 'anakinra':
      return of(Q.J) >= USE_LIMITS.signallingJ;
    case 'tnfBlocker':
      return of(Q.TNF) >= USE_LIMITS.TNF;
    case 'fluids':
      return of(Q.MAP) < USE_LIMITS.fluidsMAP;
    default:
      return true;
  }
}

function isHypoxic(values: Float64Array, oxygenStep: number): boolean {
  if (oxygenStep > 0) return true;
  return (
    (values[Q.SpO2] as number) < USE_LIMITS.steroidSpO2 || (values[Q.PF] as number) <= USE_LIMITS.steroidPF
  );
}

/** In shock: the pressure is below its aim, or norepinephrine holds it there. */
function isPressed(values: Float64Array): boolean {
  return (values[Q.ne] as number) > 0 || (values[Q.MAP] as number) < USE_LIMITS.steroidMAP;
}

/** True where the pressure is above what norepinephrine is given for. */
export function isPressureKept(values: Float64Array): boolean {
  return (values[Q.MAP] as number) > USE_LIMITS.norepinephrineMAP;
}

/** True while norepinephrine runs although the pressure is above what it is given for. */
export function isNorepinephrineWithoutUse(values: Float64Array): boolean {
  return (values[Q.ne] as number) > 0 && isPressureKept(values);
}

/** True while the patient breathes more oxygen than the saturation needs. */
export function isOxygenWithoutUse(values: Float64Array, oxygenStep: number): boolean {
  return oxygenStep > 0 && (values[Q.SpO2] as number) > USE_LIMITS.oxygenSpO2;
}

/** True when the same test was sampled within six hours and the quantity has hardly moved since. */
export function isTestTooSoon(state: EngineState, test: LabId, truth: number): boolean {
  const last = state.labResults.findLast((result) => result.test === test);
  if (last === undefined) return false;
  if (state.tick - last.orderedTick >= USE_LIMITS.testHours * TICKS_PER_HOUR) return false;
  const size = Math.max(Math.abs(last.value), Math.abs(truth));
  return Math.abs(truth - last.value) < USE_LIMITS.testChange * size;
}
