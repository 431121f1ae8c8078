import type { Level, Snapshot, TreatmentId } from '../engine/types.ts';
import { defaultParameters, P, Q } from '../model/generated/system.ts';
import { saturating, share } from './scales.ts';

/** What the picture shows of the drugs. Shapes are counts in the blood; entries go from 0 to 1 in the hour after a dose. */
export interface DrugPicture {
  /** Share of IL-6 receptors capped by antibody, 0 to 1. */
  readonly blockade: number;
  /** Steroid effect, 0 to 1. */
  readonly steroid: number;
  /** Part of the steroid that is hydrocortisone, 0 to 1. */
  readonly hydrocortisonePart: number;
  /** Antiviral effect, 0 to 1: budding stops. */
  readonly antiviral: number;
  /** Antibiotic effect, 0 to 1: so many bacteria bulge and burst. */
  readonly antibiotic: number;
  /** Share of IL-1 receptors held by anakinra, 0 to 1. */
  readonly il1Blocked: number;
  /** Share of JAK that baricitinib holds, 0 to 1. */
  readonly jakBlocked: number;
  /** Share of IL-6 that siltuximab holds, of TNF-α that its antibody holds, 0 to 1. */
  readonly il6Bound: number;
  readonly tnfBound: number;
  readonly antibodyShapes: number;
  readonly antibodyEntry: number;
  readonly steroidShapes: number;
  readonly steroidEntry: number;
  readonly hydrocortisoneShapes: number;
  readonly hydrocortisoneEntry: number;
  readonly antiviralShapes: number;
  readonly antiviralEntry: number;
  readonly antibioticShapes: number;
  readonly antibioticEntry: number;
  readonly anakinraShapes: number;
  readonly anakinraEntry: number;
  readonly baricitinibShapes: number;
  readonly baricitinibEntry: number;
  readonly siltuximabShapes: number;
  readonly siltuximabEntry: number;
  readonly tnfBlockerShapes: number;
  readonly tnfBlockerEntry: number;
}

/** Hours from a dose until its shapes have crossed the picture. */
const ENTRY_HOURS = 1;

/** Most shapes of a small molecule in the blood, and of an antibody. */
const SMALL = 12;
const LARGE = 14;

/** Hydrocortisone in the body at which half of its shapes are drawn: half a dose of 50 mg. */
const HYDROCORTISONE_HALF = 25;

/** Standard values: an antibody's distribution and binding are those of the drug, not of the patient. */
const STANDARD = defaultParameters();
const standard = (parameter: number): number => STANDARD[parameter] ?? 0;

/**
 * The drugs of one moment.
 *
 * @param level the level played: treatments that it lacks are never drawn
 */
export function drugPictureOf(snapshot: Snapshot, level: Level): DrugPicture {
  const value = (index: number): number => snapshot.values[index] ?? 0;
  const has = (id: TreatmentId): boolean => level.treatments.some((treatment) => treatment.id === id);
  const entry = (...ids: TreatmentId[]): number => Math.min(...ids.map((id) => entryOf(snapshot, id)));
  const antiviral = share(value(Q.antiviralEffect));
  const antibiotic = share(value(Q.antibioticEffect));
  const il1Blocked = saturating(value(Q.ak), 1);
  const jakBlocked = saturating(value(Q.bar), standard(P.Kbar));
  const il6Bound = saturating(value(Q.silC) / standard(P.V1s), standard(P.Kds));
  const tnfBound = saturating(value(Q.tnbC) / standard(P.V1n), standard(P.Kdn));
  const steroidShapes = has('dexamethasone') ? SMALL * saturating(value(Q.dexC), 2) : 0;
  const hydrocortisoneShapes = has('hydrocortisone')
    ? SMALL * saturating(value(Q.hcC), HYDROCORTISONE_HALF)
    : 0;
  const steroids = steroidShapes + hydrocortisoneShapes;
  const alone = has('hydrocortisone') && !has('dexamethasone') ? 1 : 0;
  return {
    blockade: share(value(Q.occ)),
    steroid: share(value(Q.steroidEffect)),
    hydrocortisonePart: steroids > 0.01 ? hydrocortisoneShapes / steroids : alone,
    antiviral,
    antibiotic,
    il1Blocked,
    jakBlocked,
    il6Bound,
    tnfBound,
    antibodyShapes: has('tocilizumab') ? LARGE * saturating(value(Q.tocC), 150) : 0,
    antibodyEntry: entry('tocilizumab'),
    steroidShapes,
    steroidEntry: entry('dexamethasone'),
    hydrocortisoneShapes,
    hydrocortisoneEntry: entry('hydrocortisone'),
    antiviralShapes: has('antiviral') || has('nirmatrelvir') ? SMALL * antiviral : 0,
    antiviralEntry: entry('antiviral', 'nirmatrelvir'),
    antibioticShapes: has('antibiotic') ? SMALL * antibiotic : 0,
    antibioticEntry: entry('antibiotic'),
    anakinraShapes: has('anakinra') ? SMALL * il1Blocked : 0,
    anakinraEntry: entry('anakinra'),
    baricitinibShapes: has('baricitinib') ? SMALL * jakBlocked : 0,
    baricitinibEntry: entry('baricitinib'),
    siltuximabShapes: has('siltuximab') ? LARGE * il6Bound : 0,
    siltuximabEntry: entry('siltuximab'),
    tnfBlockerShapes: has('tnfBlocker') ? LARGE * tnfBound : 0,
    tnfBlockerEntry: entry('tnfBlocker'),
  };
}

/** How far the last dose has come in from the left, 0 to 1 within its first hour. */
function entryOf(snapshot: Snapshot, id: TreatmentId): number {
  const last = snapshot.treatments.find((treatment) => treatment.id === id)?.lastDoseHour ?? -1;
  return last < 0 ? 1 : share((snapshot.hour - last) / ENTRY_HOURS);
}
