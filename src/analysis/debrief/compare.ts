/** Arms of a comparison as chances, losses and gains. */
import type { Alternative } from './alternatives.ts';
import type { Compared, DebriefCohort } from './cohort.ts';
import { estimateOf, meanOf } from './estimate.ts';
import type { Estimate } from './types.ts';

/** An alternative with what it would have come to. */
export interface Weighed {
  readonly alternative: Alternative;
  /** Chance of keeping life, organs and guard. */
  readonly chance: number;
  /** Chance of the alternative less chance as played. */
  readonly better: Estimate;
}

export interface Weighing {
  /** Chance as played. */
  readonly played: number;
  /** Those that are legal. */
  readonly weighed: readonly Weighed[];
  readonly patients: number;
  readonly effective: number;
}

/** Weighs alternatives against what was played in the same patients. */
export async function weigh(
  cohort: DebriefCohort,
  tick: number,
  alternatives: readonly Alternative[],
  size: number,
): Promise<Weighing> {
  const compared = await cohort.compare(tick, alternatives, size);
  const { selection, played, arms } = compared;
  return {
    played: meanOf(played, selection.weights),
    patients: selection.patients.length,
    effective: selection.effective,
    weighed: alternatives.flatMap((alternative, place) => {
      const arm = arms[place];
      if (!arm) return [];
      const better = difference(compared, arm, played);
      return [{ alternative, chance: meanOf(arm, selection.weights), better }];
    }),
  };
}

function difference({ selection }: Compared, arm: Float64Array, other: Float64Array): Estimate {
  return estimateOf({
    values: Array.from(arm, (chance, place) => chance - (other[place] as number)),
    weights: selection.weights,
    effective: selection.effective,
  });
}

/** The one with the largest chance; the first of equals. Null when there is none. */
export function bestOf(weighed: readonly Weighed[]): Weighed | null {
  return weighed.reduce<Weighed | null>(
    (best, one) => (best === null || one.better.value > best.better.value ? one : best),
    null,
  );
}

/** The better ones first; equals stay in their order. */
export function byChance(weighed: readonly Weighed[]): readonly Weighed[] {
  return [...weighed].sort((a, b) => b.better.value - a.better.value);
}

/** How much the chances of what could have been done differ, what was played among them. */
export function spreadOf({ played, weighed }: Weighing): number {
  const chances = [played, ...weighed.map(({ chance }) => chance)];
  return Math.max(...chances) - Math.min(...chances);
}

/** A loss: what the best alternative is better by, and nothing where none is. */
export function lossOf(better: Estimate | null): Estimate {
  if (better === null) return { value: 0, low: 0, high: 0 };
  return {
    value: Math.max(better.value, 0),
    low: Math.max(better.low, 0),
    high: Math.max(better.high, 0),
  };
}

/** The difference the other way round. */
export function negated({ value, low, high }: Estimate): Estimate {
  return { value: 0 - value, low: 0 - high, high: 0 - low };
}
