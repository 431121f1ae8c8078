/** How well the highest IL-6 before ventilation tells who will need it, over a cohort with COVID-19. */
import { TICKS_PER_HOUR } from '../model/course.ts';
import { P, Q } from '../model/generated/system.ts';
import type { CohortKernel } from './cohortKernel.ts';
import type { Measured } from './evidenceTypes.ts';
import { MORTALITY } from './mortality.ts';
import { drawPatient } from './population.ts';
import { plausible } from './populationPlausible.ts';
import type { Block } from './trialRun.ts';

/** A patient in hospital. */
export interface VentilationCase {
  /** Highest IL-6 until ventilation, or within the course, pg/mL. */
  readonly il6: number;
  readonly ventilated: boolean;
}

const DAYS = 28;
/** PaO2/FiO2, mmHg, under which oxygen is needed, and so a bed in hospital. */
const OXYGEN_BELOW = 300;

/**
 * Those of a block of draws who come to need oxygen, in the order of their draws, untreated. A patient is ventilated
 * where the trials here say so: from PaO2/FiO2 below 160 mmHg on.
 *
 * @throws InvariantError when a patient leaves the domain of the model
 */
export function ventilationCases(seed: number, { from, to }: Block, kernel: CohortKernel): VentilationCase[] {
  const drawn = Array.from({ length: to - from }, (_, at) => drawPatient('covid19', seed, from + at));
  const passed = plausible('covid19', drawn, kernel);
  const patients = drawn.filter((_, at) => passed[at]);
  const seen = patients.map(() => ({ il6: 0, ventilated: false, oxygen: false }));
  kernel.run(patients, TICKS_PER_HOUR, (index, tick, y, p) => {
    const one = seen[index] as { il6: number; ventilated: boolean; oxygen: boolean };
    const pf = (p[P.PF0] as number) * (1 - (p[P.pfLu] as number) * (y[Q.Lu] as number));
    one.il6 = Math.max(one.il6, y[Q.IL6] as number);
    one.oxygen ||= pf < OXYGEN_BELOW;
    one.ventilated = pf < MORTALITY.ventilatedBelowPF;
    return !one.ventilated && tick < DAYS * 24 * TICKS_PER_HOUR;
  });
  return seen.filter(({ oxygen }) => oxygen).map(({ il6, ventilated }) => ({ il6, ventilated }));
}

/** Chance that a ventilated patient has the higher value, ties counted half; null when there is no pair. */
export function areaUnderRoc(cases: readonly VentilationCase[]): number | null {
  const ventilated = cases.filter((one) => one.ventilated);
  const others = cases.filter((one) => !one.ventilated);
  if (ventilated.length === 0 || others.length === 0) return null;
  let higher = 0;
  for (const { il6 } of ventilated) {
    for (const other of others) higher += il6 > other.il6 ? 1 : il6 === other.il6 ? 0.5 : 0;
  }
  return higher / (ventilated.length * others.length);
}

/** The row of the table. */
export function ventilationRow(cases: readonly VentilationCase[]): Measured {
  const ventilated = cases.filter((one) => one.ventilated).length;
  return {
    row: 'il6-vent',
    value: areaUnderRoc(cases),
    note: { code: 'ventilation', values: { patients: cases.length, ventilated } },
  };
}
