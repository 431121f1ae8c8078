/** A seeded search for a better policy than any known: the anchor at which the organs score all their points. */
import { guardAreaOf, isDeath, organAreaOf, scoreGame } from '../engine/score.ts';
import { SCORE_RULES } from '../engine/scoreRules.ts';
import { simulate } from '../engine/simulate.ts';
import type { Level } from '../engine/types.ts';
import { log10 } from '../math/logarithm.ts';
import { createRandom, nextIndex, nextUnit, type RandomState } from '../math/random.ts';
import { byPlan, type PlannedOrder, searchedDrugs } from './plan.ts';
import { decideHourly, type Policy } from './policy.ts';

/** What a death costs in the search, so that no plan that kills is ever kept. */
const DEATH = 1000;
const FULL_SCORE = SCORE_RULES.organs + SCORE_RULES.guard + SCORE_RULES.stewardship;
/** Points that a tenfold organ area costs, about: the organ area scales all three parts of the score. */
const POINTS_PER_DECADE = 70;
/** SOFA days below which nothing more is to be gained. */
const SMALLEST_AREA = 1;
const MOST_ORDERS = 8;
const LONGEST_MOVE_HOURS = 48;

/**
 * What a policy costs in points, before any anchor is known; smaller is
 * better. The score itself cannot be used: its anchors are what this is to find.
 */
function costOf(level: Level, policy: Policy): number {
  const { state } = simulate(level, { seed: 1, mode: 'student', decide: decideHourly(level, policy) });
  if (state.outcome === null || isDeath(state.outcome.kind)) return DEATH;
  const { costs, objectiveShare } = scoreGame(state, level).numbers;
  const waste = costs.reduce((sum, cost) => sum + (cost.part === 'stewardship' ? cost.points : 0), 0);
  const organs = POINTS_PER_DECADE * log10(Math.max(organAreaOf(state, level), SMALLEST_AREA));
  const missed = FULL_SCORE * (1 - objectiveShare);
  return organs + SCORE_RULES.guardPointsPerDay * guardAreaOf(state) + waste + missed;
}

/** Walks from `start` by changing one order at a time, keeping what is no worse, for `rounds` plans. */
export function searchBest(
  level: Level,
  start: readonly PlannedOrder[],
  rounds: number,
  seed: number,
): { readonly plan: readonly PlannedOrder[]; readonly cost: number } {
  const random = createRandom(seed, 'search');
  let plan = start;
  let cost = costOf(level, byPlan(plan));
  for (let round = 0; round < rounds; round++) {
    const candidate = changed(level, plan, random);
    const candidateCost = costOf(level, byPlan(candidate));
    if (candidateCost > cost) continue;
    plan = candidate;
    cost = candidateCost;
  }
  return { plan, cost };
}

function changed(level: Level, plan: readonly PlannedOrder[], random: RandomState): readonly PlannedOrder[] {
  const choice = nextUnit(random);
  const at = nextIndex(random, Math.max(plan.length, 1));
  if (plan.length === 0 || (choice < 0.3 && plan.length < MOST_ORDERS))
    return [...plan, drawOrder(level, random)];
  if (choice < 0.5) return plan.filter((_, index) => index !== at);
  const move = nextIndex(random, 2 * LONGEST_MOVE_HOURS + 1) - LONGEST_MOVE_HOURS;
  const nudge = choice < 0.75 ? move : Math.trunc(move / 12);
  return plan.map((order, index) =>
    index === at
      ? { ...order, hour: Math.min(Math.max(order.hour + nudge, 0), level.horizonHours - 1) }
      : order,
  );
}

function drawOrder(level: Level, random: RandomState): PlannedOrder {
  const drugs = searchedDrugs(level);
  const treatment = drugs[nextIndex(random, drugs.length)];
  if (treatment === undefined) throw new RangeError('The level has no drug to order.');
  const regimen = treatment.regimens[nextIndex(random, treatment.regimens.length)]?.id ?? null;
  const hour = nextIndex(random, Math.floor(level.horizonHours / 2));
  return { hour, treatment: treatment.id, regimen: nextUnit(random) < 0.25 ? null : regimen };
}
