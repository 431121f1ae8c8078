/**
 * A seeded search for a better policy than any known: the anchor at which the organs score all their points. The
 * cross-entropy method narrows a distribution over dosing times towards its best plans, round by round; a walk that
 * changes an order, or moves several together, then goes on until its steps are spent. Support is left to the guideline.
 */
import type { Level } from '../../engine/types.ts';
import { createRandom, type RandomState } from '../../math/random.ts';
import { byPlan, type PlannedOrder } from '../plan.ts';
import { createPolicyCost } from './planCost.ts';
import { drawPlan, narrowed, openSpread, type PlanDraw, planOfDraw, spreadAround } from './planSpread.ts';
import { type CostedPlan, type PlanCost, walkFrom, withoutIdle } from './planWalk.ts';

/** How long a search goes on. */
export interface SearchEffort {
  /** Rounds of the cross-entropy method, and plans drawn in each. */
  readonly rounds: number;
  readonly plans: number;
  /** Changes tried by the walk afterwards. */
  readonly steps: number;
}

export interface SearchResult extends CostedPlan {
  /** Games played, those that were given up early included. */
  readonly games: number;
}

/** One plan in eight is kept as good. */
const ELITE_SHARE = 0.125;

/**
 * One search. The same level, start, effort and seed find the same plan on every machine.
 *
 * @param start a plan to search around, or null to begin with nothing but the drugs of the level
 * @param seed integer, 0 to 2^32 - 1
 * @param stream name of this search among those of one seed
 * @throws InvariantError when a plan takes the patient out of the domain of the model
 */
export function searchBest(
  level: Level,
  start: readonly PlannedOrder[] | null,
  effort: SearchEffort,
  seed: number,
  stream: string,
): SearchResult {
  const { costOfPlan, games } = createPlanCost(level);
  const random = createRandom(seed, stream);
  const first = { plan: start ?? [], cost: costOfPlan(start ?? [], Number.POSITIVE_INFINITY) };
  const found = byCrossEntropy(level, start, first, effort, costOfPlan, random);
  const walked = walkFrom(level, withoutIdle(found, costOfPlan), effort.steps, costOfPlan, random);
  return { ...withoutIdle(walked, costOfPlan), games: games() };
}

/** Plays each plan once, however often it is drawn, and counts the games. */
function createPlanCost(level: Level): { readonly costOfPlan: PlanCost; readonly games: () => number } {
  const policyCost = createPolicyCost(level);
  const known = new Map<string, { readonly cost: number; readonly limit: number }>();
  let games = 0;
  const costOfPlan: PlanCost = (plan, limit) => {
    const key = plan.map(({ hour, treatment, regimen }) => `${hour} ${treatment} ${regimen ?? ''}`).join();
    const before = known.get(key);
    // A game that was given up at a lower limit has to be played further.
    if (before !== undefined && (before.cost < Number.POSITIVE_INFINITY || before.limit >= limit))
      return before.cost;
    games += 1;
    const cost = policyCost(byPlan(plan), limit);
    known.set(key, { cost, limit });
    return cost;
  };
  return { costOfPlan, games: () => games };
}

interface CostedDraw {
  readonly draw: PlanDraw;
  readonly cost: number;
}

function byCrossEntropy(
  level: Level,
  start: readonly PlannedOrder[] | null,
  first: CostedPlan,
  { rounds, plans }: SearchEffort,
  costOfPlan: PlanCost,
  random: RandomState,
): CostedPlan {
  let spread = start === null ? openSpread(level) : spreadAround(level, start);
  let best = first;
  let bestDraw: CostedDraw | null = null;
  const most = Math.max(Math.floor(plans * ELITE_SHARE), 2);
  for (let round = 0; round < rounds; round++) {
    // The best draw so far stays among the elite, so that a round of bad luck does not lose it.
    let elite: readonly CostedDraw[] = bestDraw === null ? [] : [bestDraw];
    for (let drawn = 0; drawn < plans; drawn++) {
      const draw = drawPlan(spread, random);
      const limit = elite.length < most ? Number.POSITIVE_INFINITY : (elite.at(-1)?.cost ?? 0);
      const cost = costOfPlan(planOfDraw(spread, draw), limit);
      if (cost <= limit) elite = [...elite, { draw, cost }].sort((a, b) => a.cost - b.cost).slice(0, most);
    }
    bestDraw = elite[0] ?? bestDraw;
    if (bestDraw !== null && bestDraw.cost < best.cost)
      best = { plan: planOfDraw(spread, bestDraw.draw), cost: bestDraw.cost };
    spread = narrowed(
      spread,
      elite.map(({ draw }) => draw),
    );
  }
  return best;
}
