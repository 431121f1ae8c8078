/** A walk through plans by changing one order at a time: what is left to gain once a distribution has closed. */
import type { Level } from '../../engine/types.ts';
import { nextIndex, nextUnit, type RandomState } from '../../math/random.ts';
import { type PlannedOrder, searchedDrugs } from '../plan.ts';

/** A plan and what it costs. */
export interface CostedPlan {
  readonly plan: readonly PlannedOrder[];
  readonly cost: number;
}

/** What a plan costs; Infinity where that is more than `limit`. */
export type PlanCost = (plan: readonly PlannedOrder[], limit: number) => number;

const MOST_ORDERS = 10;
const LONGEST_MOVE_HOURS = 48;

/** Tries so many changes of a plan, one after the other, and keeps each that is no worse. Advances `random`. */
export function walkFrom(
  level: Level,
  start: CostedPlan,
  steps: number,
  costOfPlan: PlanCost,
  random: RandomState,
): CostedPlan {
  let best = start;
  for (let taken = 0; taken < steps; taken++) {
    const plan = changed(level, best.plan, random);
    const cost = costOfPlan(plan, best.cost);
    if (cost <= best.cost) best = { plan, cost };
  }
  return best;
}

/** Leaves out every order without which the plan costs no more: what a search picked up by the way and does not need. */
export function withoutIdle(start: CostedPlan, costOfPlan: PlanCost): CostedPlan {
  let best = start;
  for (let place = start.plan.length - 1; place >= 0; place--) {
    const plan = best.plan.filter((_, index) => index !== place);
    const cost = costOfPlan(plan, best.cost);
    if (cost <= best.cost) best = { plan, cost };
  }
  return best;
}

function changed(level: Level, plan: readonly PlannedOrder[], random: RandomState): readonly PlannedOrder[] {
  const choice = nextUnit(random);
  const at = nextIndex(random, Math.max(plan.length, 1));
  if (plan.length === 0 || (choice < 0.3 && plan.length < MOST_ORDERS))
    return [...plan, drawOrder(level, random)];
  if (choice < 0.45) return plan.filter((_, index) => index !== at);
  const move = nextIndex(random, 2 * LONGEST_MOVE_HOURS + 1) - LONGEST_MOVE_HOURS;
  const nudge = choice < 0.65 ? move : Math.trunc(move / 12);
  return plan.map((order, index) =>
    index === at
      ? { ...order, hour: Math.min(Math.max(order.hour + nudge, 0), Math.floor(level.horizonHours) - 1) }
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
