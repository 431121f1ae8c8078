/**
 * What a clinician can know of a moment: the monitor, the drugs given and the
 * results that have arrived. The inside view of clinician mode is drawn from
 * this, so that nobody sees a storm coming that nobody has measured.
 */
import type { LabId, LabView, Mode, Snapshot } from '../engine/types.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import { defaultInitialState, defaultParameters, P, Q } from '../model/generated/system.ts';
import { triggerSetup } from '../model/triggers.ts';
import { stormIndexOf } from './stormIndex.ts';

/** Hours in which the picture moves from one result to the next: a result is not a flash. */
const SETTLING_HOURS = 1;

const HEALTH = defaultInitialState();
const STANDARD = defaultParameters();

/** What is assumed of a quantity before its first result: health. */
const BEFORE_FIRST_RESULT: Readonly<Partial<Record<LabId, number>>> = {
  IL6: inHealth(Q.IL6),
  TNF: inHealth(Q.TNF),
  creatinine: inHealth(Q.creatinine),
  troponin: inHealth(Q.troponin),
};

/** log10 of a load that a positive test without a number stands for, and of the bacteria that everybody carries. */
const POSITIVE = 6;
const CARRIED = 3;

type Assumptions = typeof BEFORE_FIRST_RESULT;
const assumed = new Map<string, Assumptions>();

/** Health, and what the diagnosis already says: which germ tested positive, which cells were infused, the tumour of that day. */
function assumptionsOf(trigger: string): Assumptions {
  const before = assumed.get(trigger);
  if (before) return before;
  const { initial } = triggerSetup(trigger);
  const began = (species: number): number => initial[species] ?? 0;
  const made: Assumptions = {
    ...BEFORE_FIRST_RESULT,
    viralLoad: began(Q.V) > 0 ? POSITIVE : 0,
    bacterialLoad: began(Q.B) > 0 ? POSITIVE : CARRIED,
    C: began(Q.C),
    A: began(Q.A),
  };
  assumed.set(trigger, made);
  return made;
}

const known = new WeakMap<Snapshot, Snapshot>();

/**
 * The snapshot as the player of this mode may see it: itself for a student. The same object for the same moment.
 *
 * @param trigger that of the level: what the diagnosis says is known from the start
 */
export function knownSnapshot(snapshot: Snapshot, mode: Mode, trigger: string): Snapshot {
  if (mode === 'student' || snapshot.outcome !== null) return snapshot;
  const before = known.get(snapshot);
  if (before) return before;
  const made = { ...snapshot, values: knownValues(snapshot, assumptionsOf(trigger)) };
  known.set(snapshot, made);
  return made;
}

function knownValues(snapshot: Snapshot, before: Assumptions): Float64Array {
  const values = snapshot.values.slice();
  const result = (test: LabId): number => resultOf(snapshot, test, before) ?? before[test] ?? 0;
  const il6 = result('IL6');
  const storm = stormIndexOf(il6);
  const lungs = lungDamage(snapshot, before);
  values[Q.IL6] = il6;
  values[Q.TNF] = result('TNF');
  // IL-10 cannot be ordered.
  values[Q.IL10] = inHealth(Q.IL10);
  values[Q.stormIndex] = storm;
  // What no laboratory of a ward measures follows from what it does: the storm from IL-6, the lung from its gas exchange.
  values[Q.K] = 10_000 * storm;
  values[Q.N] = storm;
  values[Q.Nl] = 0.6 * lungs;
  values[Q.Z] = 0;
  values[Q.Lu] = lungs;
  values[Q.E] = share((standard(P.MAP0) - (values[Q.MAP] ?? 0)) / standard(P.mapE));
  values[Q.G] = result('G');
  values[Q.C] = result('C');
  values[Q.A] = result('A');
  // Endotoxin cannot be ordered either.
  values[Q.L] = 0;
  values[Q.viralLoad] = result('viralLoad');
  values[Q.I] = result('viralLoad') > 0 ? share(0.03 * 10 ** (result('viralLoad') - 8.2)) : 0;
  values[Q.T] = 1 - (values[Q.I] ?? 0);
  values[Q.bacterialLoad] = result('bacterialLoad');
  values[Q.heartFunction] = 1 - Math.sqrt(share((result('troponin') - standard(P.Tn0)) / standard(P.tnHe)));
  values[Q.kidneyFunction] = share(standard(P.Cr0) / result('creatinine'));
  return values;
}

/** Value of a species in health. */
function inHealth(species: number): number {
  return HEALTH[species] ?? 0;
}

/** Value of a parameter before any level changes it. */
function standard(parameter: number): number {
  return STANDARD[parameter] ?? 0;
}

/**
 * Lung damage from the last PaO2/FiO2; before the first, from saturation and inspired oxygen:
 * SpO2/FiO2 = 64 + 0.84 PaO2/FiO2 (Rice TW et al. 2007, Chest 132:410-417).
 */
function lungDamage(snapshot: Snapshot, before: Assumptions): number {
  const saturation = snapshot.values[Q.SpO2] ?? 97;
  const estimated = (saturation / (snapshot.values[Q.fio2] ?? 0.21) - 64) / 0.84;
  const ratio = resultOf(snapshot, 'PF', before) ?? estimated;
  return share((1 - ratio / standard(P.PF0)) / standard(P.pfLu));
}

/** The last result of a test, moving from the one before it; null before the first. */
function resultOf({ labs, tick }: Snapshot, test: LabId, before: Assumptions): number | null {
  const results = labs.find((lab: LabView) => lab.test === test)?.results ?? [];
  const last = results.at(-1);
  if (!last) return null;
  const previous = results.at(-2)?.value ?? before[test] ?? last.value;
  const settled = share((tick - last.readyTick) / (SETTLING_HOURS * TICKS_PER_HOUR));
  return previous + (last.value - previous) * settled;
}

function share(value: number): number {
  return Math.max(0, Math.min(1, value));
}
