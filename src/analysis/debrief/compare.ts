/** Arms of a comparison as chances, losses and gains. */
import type { Alternative } from './alternatives.ts';
import type { DebriefCohort } from './cohort.ts';
import { estimateOf, meanOf, NO_DIFFERENCE } from './estimate.ts';
import type { Selection } from './selection.ts';
import type { Estimate } from './types.ts';

/** An alternative with what it would have come to. */
export interface Weighed {
  readonly alternative: Alternative;
  /** Chance of each patient, in the order of the weighing's. */
  readonly arm: Float64Array;
  /** Chance of keeping life, organs and guard. */
  readonly chance: number;
  /** Chance of the alternative less chance as played. */
  readonly better: Estimate;
}

export interface Weighing {
  /** Chance as played, and that of each patient. */
  readonly played: number;
  readonly playedArm: Float64Array;
  /** Those that are legal. */
  readonly weighed: readonly Weighed[];
  readonly selection: Selection;
}

/**
 * Weighs alternatives against what was played in the same patients.
 *
 * @param tick moment at which the patients are like the real one
 * @param from tick up to which the alternatives are what was played; that moment unless said otherwise
 */
export async function weigh(
  cohort: DebriefCohort,
  tick: number,
  alternatives: readonly Alternative[],
  size: number,
  from: number = tick,
): Promise<Weighing> {
  const { selection, played, arms } = await cohort.compare(tick, alternatives, size, from);
  return {
    played: meanOf(played, selection.weights),
    playedArm: played,
    selection,
    weighed: alternatives.flatMap((alternative, place) => {
      const arm = arms[place];
      if (!arm) return [];
      const { commands } = alternative;
      const better = cohort.isPlayed(commands) ? NO_DIFFERENCE : difference(selection, arm, played);
      return [{ alternative, arm, chance: meanOf(arm, selection.weights), better }];
    }),
  };
}

/** Chance of one arm less that of another in the same patients. */
export function difference(selection: Selection, arm: Float64Array, other: Float64Array): Estimate {
  return estimateOf({
    values: Array.from(arm, (chance, place) => chance - (other[place] as number)),
    weights: selection.weights,
    effective: selection.effective,
  });
}

/** Share by which a stranger thing to do must be better than a simpler one to be called the best. */
const SIMPLER_WITHIN = 0.01;
const SIMPLEST_FIRST = ['none', 'move', 'order', 'all', 'guideline'] as const;
/** The same for treating by the guideline in everything: it must be worth a mistake more than any single order. */
export const ONE_ORDER_WITHIN = 0.1;

/** The one that is best by more than chance makes of it: of nearly equals nothing, before the same later, before others. */
export function bestOf(weighed: readonly Weighed[]): Weighed | null {
  const most = weighed.reduce((sum, { better }) => Math.max(sum, better.value), Number.NEGATIVE_INFINITY);
  const single = weighed.filter(({ alternative }) => alternative.change.type !== 'guideline');
  const bestSingle = single.reduce(
    (sum, { better }) => Math.max(sum, better.value),
    Number.NEGATIVE_INFINITY,
  );
  const isEnough = bestSingle >= most - ONE_ORDER_WITHIN;
  const least = (isEnough ? bestSingle : most) - SIMPLER_WITHIN;
  const equals = byChance(isEnough ? single : weighed).filter(({ better }) => better.value >= least);
  for (const type of SIMPLEST_FIRST) {
    const found = equals.find(({ alternative }) => alternative.change.type === type);
    if (found !== undefined) return found;
  }
  return null;
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
