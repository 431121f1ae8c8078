/** A walk through plans by changing an order, or several that belong together: what is left to gain once a distribution has closed. */
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

/** Shares of the ways in which a plan is changed; what is left nudges one order by a few hours. */
const WAYS = { add: 0.2, leaveOut: 0.12, otherRegimen: 0.08, moveOne: 0.15, moveSeveral: 0.25 } as const;

function changed(level: Level, plan: readonly PlannedOrder[], random: RandomState): readonly PlannedOrder[] {
  const at = nextIndex(random, Math.max(plan.length, 1));
  const move = nextIndex(random, 2 * LONGEST_MOVE_HOURS + 1) - LONGEST_MOVE_HOURS;
  const chosen = plan[at];
  let choice = nextUnit(random);
  const isWay = (way: keyof typeof WAYS): boolean => {
    choice -= WAYS[way];
    return choice < 0;
  };
  const added = (): readonly PlannedOrder[] => [...plan, drawOrder(level, random)];
  if (chosen === undefined) return added();
  if (isWay('add')) return plan.length < MOST_ORDERS ? added() : plan;
  if (isWay('leaveOut')) return plan.filter((_, index) => index !== at);
  if (isWay('otherRegimen')) {
    const { regimen } = drawOrder(level, random, chosen.treatment);
    return plan.map((order, index) => (index === at ? { ...order, regimen } : order));
  }
  if (isWay('moveOne')) return moved(level, plan, move, (order) => order === chosen);
  // Orders that follow from each other only fit together: all from one on, or all of one drug.
  if (isWay('moveSeveral')) {
    const far = nextUnit(random) < 0.3 ? move : Math.trunc(move / 4);
    return nextUnit(random) < 0.7
      ? moved(level, plan, far, ({ hour }) => hour >= chosen.hour)
      : moved(level, plan, far, ({ treatment }) => treatment === chosen.treatment);
  }
  return moved(level, plan, Math.trunc(move / 12), (order) => order === chosen);
}

function moved(
  level: Level,
  plan: readonly PlannedOrder[],
  hours: number,
  isMoved: (order: PlannedOrder) => boolean,
): readonly PlannedOrder[] {
  const last = Math.floor(level.horizonHours) - 1;
  return plan.map((order) =>
    isMoved(order) ? { ...order, hour: Math.min(Math.max(order.hour + hours, 0), last) } : order,
  );
}

/** Any order of the level, or one of a treatment; a quarter of them stops it. */
function drawOrder(level: Level, random: RandomState, treatmentId?: PlannedOrder['treatment']): PlannedOrder {
  const drugs = searchedDrugs(level).filter(({ id }) => id === (treatmentId ?? id));
  const treatment = drugs[nextIndex(random, drugs.length)];
  if (treatment === undefined) throw new RangeError('The level has no drug to order.');
  const regimen = treatment.regimens[nextIndex(random, treatment.regimens.length)]?.id ?? null;
  const hour = nextIndex(random, Math.floor(level.horizonHours / 2));
  return { hour, treatment: treatment.id, regimen: nextUnit(random) < 0.25 ? null : regimen };
}
