/**
 * What it means to have kept life, organs and guard. All limits are ours; docs/debrief.md states them.
 *
 * Each part is a chance between 0 and 1, not a yes or no: two patients whose numbers are alike do not break at the same
 * moment. The chance falls along a straight line from 1, where everybody like this one is safe, to 0, where nobody is.
 */
import { SECOND_INFECTION } from '../../engine/endings.ts';
import { isDeath } from '../../engine/score.ts';
import type { EndingCounters } from '../../engine/state.ts';
import type { Level, ObjectiveStatus, Outcome } from '../../engine/types.ts';
import { log10 } from '../../math/logarithm.ts';
import { TICK_HOURS } from '../../model/course.ts';
import { Q } from '../../model/generated/system.ts';

/** Where the chance is 1 and where it is 0; between them it is in proportion. */
interface Ramp {
  readonly safe: number;
  readonly gone: number;
}

export const KEPT_RULES = {
  /** Lowest reserve (engine/endings.ts): the game's patient dies at 0, one with three tenths less to spare before. */
  reserve: { safe: 0.3, gone: 0 },
  /** Lowest function of heart and kidneys: below half an organ fails, and at three tenths it is not kept. */
  organFunction: { safe: 0.5, gone: 0.3 },
  /** Lowest PaO2/FiO2, mmHg: severe ARDS by the Berlin definition (2012, JAMA 307:2526) begins at 100. */
  lungs: { safe: 100, gone: 60 },
  /** Hours with bacteria at or above 1e6 CFU/mL: what an antibiotic given in time ends, and what nothing ended. */
  infectionHours: { safe: 12, gone: 36 },
} as const;

/** What is remembered along a course. */
export interface KeptTallies {
  leastReserve: number;
  leastHeart: number;
  leastKidneys: number;
  leastPF: number;
  infectionHours: number;
  /** Bacteria when it was last looked, 1e6 CFU/mL; negative before the first look. */
  bacteria: number;
}

export function createKeptTallies(): KeptTallies {
  return {
    leastReserve: 1,
    leastHeart: 1,
    leastKidneys: 1,
    leastPF: Number.POSITIVE_INFINITY,
    infectionHours: 0,
    bacteria: -1,
  };
}

/** Counts ticks that have passed. `values` at their end, in the order of QUANTITIES. Mutates `kept`. */
export function addToKept(
  kept: KeptTallies,
  { reserve }: Pick<EndingCounters, 'reserve'>,
  values: Float64Array,
  ticks: number,
): void {
  kept.leastReserve = Math.min(kept.leastReserve, reserve);
  kept.leastHeart = Math.min(kept.leastHeart, values[Q.heartFunction] as number);
  kept.leastKidneys = Math.min(kept.leastKidneys, values[Q.kidneyFunction] as number);
  kept.leastPF = Math.min(kept.leastPF, values[Q.PF] as number);
  const bacteria = values[Q.B] as number;
  kept.infectionHours +=
    ticks * TICK_HOURS * infectedShare(kept.bacteria < 0 ? bacteria : kept.bacteria, bacteria);
  kept.bacteria = bacteria;
}

/** Fewest bacteria, 1e6 CFU/mL, that a logarithm is taken of. */
const FEWEST = 1e-9;

/** Share of the time between two looks with an infection: bacteria grow and die by a factor in an hour. */
function infectedShare(before: number, after: number): number {
  if (before >= SECOND_INFECTION === after >= SECOND_INFECTION) return after >= SECOND_INFECTION ? 1 : 0;
  const [from, to] = [log10(Math.max(before, FEWEST)), log10(Math.max(after, FEWEST))];
  const crossed = (LIMIT - from) / (to - from);
  return after >= SECOND_INFECTION ? 1 - crossed : crossed;
}

const LIMIT = log10(SECOND_INFECTION);

/** The parts of being kept, each a chance of 0 to 1. */
export interface KeptParts {
  readonly life: number;
  readonly organs: number;
  readonly guard: number;
  /** What is left by lost objectives that the treatment is for (CAR-T cells that must clear the tumour). */
  readonly purpose: number;
}

/** A course that has ended, or was looked at for the last time. */
export interface KeptCourse {
  readonly kept: KeptTallies;
  readonly outcome: Outcome | null;
  readonly objectives: readonly ObjectiveStatus[];
}

export function keptParts(
  { kept, outcome, objectives }: KeptCourse,
  level: Pick<Level, 'objectives'>,
): KeptParts {
  const { reserve, organFunction, lungs, infectionHours } = KEPT_RULES;
  const died = outcome !== null && isDeath(outcome.kind);
  const least = Math.min(kept.leastHeart, kept.leastKidneys);
  return {
    life: died ? 0 : along(reserve, kept.leastReserve),
    organs: Math.min(along(organFunction, least), along(lungs, kept.leastPF)),
    guard: along(infectionHours, kept.infectionHours),
    purpose: level.objectives.reduce(
      (share, { shareIfLost }, index) => (objectives[index] === 'lost' ? share * (shareIfLost ?? 1) : share),
      1,
    ),
  };
}

/** Chance of ending with life, organs and guard, 0 to 1: the product of the parts. */
export function keptChance(course: KeptCourse, level: Pick<Level, 'objectives'>): number {
  const { life, organs, guard, purpose } = keptParts(course, level);
  return life * organs * guard * purpose;
}

function along({ safe, gone }: Ramp, value: number): number {
  return Math.min(Math.max((value - gone) / (safe - gone), 0), 1);
}
