import { describe, expect, it } from 'vitest';
import { guideline } from '../../../src/analysis/guideline.ts';
import { byPlan, type PlannedOrder, planOf } from '../../../src/analysis/plan.ts';
import { decideHourly } from '../../../src/analysis/policy.ts';
import { costOf, createPolicyCost, DEATH_COST, SEARCH_GAME } from '../../../src/analysis/search/planCost.ts';
import {
  drawPlan,
  narrowed,
  openSpread,
  type PlanDraw,
  planOfDraw,
  spreadAround,
} from '../../../src/analysis/search/planSpread.ts';
import { type CostedPlan, walkFrom, withoutIdle } from '../../../src/analysis/search/planWalk.ts';
import { searchBest } from '../../../src/analysis/search/searchBest.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import type { Level } from '../../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../../src/levels/nodeLevels.ts';
import { createRandom } from '../../../src/math/random.ts';

function levelById(id: string): Level {
  const level = loadLevels().find((candidate) => candidate.id === id);
  if (level === undefined) throw new Error(`no level ${id}`);
  return level;
}

const SEPSIS = levelById('the-golden-hours');
const COVID19 = levelById('the-quiet-doubling');
/** The same patient with one drug: every hour that it is late costs (baselines.test.ts), so the best hour is the first. */
const ONE_DRUG: Level = {
  ...SEPSIS,
  treatments: SEPSIS.treatments.filter(({ id, group }) => group === 'support' || id === 'antibiotic'),
};

function drawsOf(count: number, seed: number, spread = openSpread(COVID19)): PlanDraw[] {
  const random = createRandom(seed, 'test');
  return Array.from({ length: count }, () => drawPlan(spread, random));
}

describe('the cost of a policy', () => {
  const costOfPolicy = createPolicyCost(SEPSIS);

  it('is that of the game it plays, and of no other after it', () => {
    const { state } = simulate(SEPSIS, { ...SEARCH_GAME, decide: decideHourly(SEPSIS, guideline) });
    const before = costOfPolicy(guideline);
    expect(before).toBe(costOf(SEPSIS, state));
    costOfPolicy(() => []);
    expect(costOfPolicy(guideline)).toBe(before);
  });

  it('is given up where it passes the limit, and not before', () => {
    const cost = costOfPolicy(guideline);
    expect(costOfPolicy(guideline, cost)).toBe(cost);
    expect(costOfPolicy(guideline, cost / 2)).toBe(Number.POSITIVE_INFINITY);
  });

  it('of a death is higher than of any survivor', () => {
    expect(costOfPolicy(() => [])).toBe(DEATH_COST);
    expect(costOfPolicy(guideline)).toBeLessThan(DEATH_COST / 2);
  });

  it('counts hours of second infection', () => {
    const infected = simulate(SEPSIS, { ...SEARCH_GAME, decide: decideHourly(SEPSIS, guideline) }).state;
    const before = costOf(SEPSIS, infected);
    infected.tallies.secondInfectionTicks += 200;
    expect(costOf(SEPSIS, infected) - before).toBeCloseTo(5, 10);
  });
});

describe('the distribution over plans', () => {
  it('draws orders of the level, in the order of hours, within it', () => {
    const spread = openSpread(COVID19);
    const plans = drawsOf(200, 1).map((draw) => planOfDraw(spread, draw));
    const orders = plans.flat();
    const known = COVID19.treatments.flatMap(({ id, regimens }) => regimens.map((r) => `${id} ${r.id}`));
    for (const { hour, treatment, regimen } of orders) {
      expect(hour).toBeGreaterThanOrEqual(0);
      expect(hour).toBeLessThan(COVID19.horizonHours);
      if (regimen !== null) expect(known).toContain(`${treatment} ${regimen}`);
    }
    for (const plan of plans) expect(plan).toEqual([...plan].sort((a, b) => a.hour - b.hour));
    expect(new Set(orders.map(({ treatment }) => treatment)).size).toBe(4);
    // What is given once is never stopped.
    expect(orders.some(({ treatment, regimen }) => treatment === 'tocilizumab' && regimen === null)).toBe(
      false,
    );
    expect(orders.some(({ treatment, regimen }) => treatment === 'dexamethasone' && regimen === null)).toBe(
      true,
    );
  });

  it('closes on what the elite have in common, and keeps trying', () => {
    let spread = openSpread(COVID19);
    const at = spread.slots.findIndex(({ treatment }) => treatment === 'dexamethasone');
    const one: PlanDraw = spread.slots.map((_, index) =>
      index === at ? { hour: 17, regimen: 2, stopAfter: 30 } : null,
    );
    for (let round = 0; round < 30; round++) spread = narrowed(spread, [one, one, one]);
    const slot = spread.slots[at];
    expect(slot?.hour.mean).toBeCloseTo(17, 3);
    expect(slot?.hour.sd).toBe(1);
    expect(slot?.stopAfter.mean).toBeCloseTo(30, 3);
    expect(slot?.given).toBeCloseTo(0.98, 5);
    expect(slot?.shares[2]).toBeCloseTo(1, 5);
    for (const { shares, given } of spread.slots) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      expect(given).toBeGreaterThanOrEqual(0.02);
    }
    // Another slot that nobody used keeps what is known of its hour: nothing.
    expect(spread.slots[at + 1]?.hour).toEqual(openSpread(COVID19).slots[at + 1]?.hour);
  });

  it('can set out around a plan', () => {
    const log = readBestLog(COVID19.id);
    const plan = planOf(COVID19, log?.ok === true ? log.value.commands : []);
    const spread = spreadAround(COVID19, plan);
    const likely = spread.slots.filter(({ given }) => given > 0.5);
    expect(likely.map(({ treatment, hour }) => `${treatment} ${hour.mean}`).sort()).toEqual(
      plan.map(({ treatment, hour }) => `${treatment} ${hour}`).sort(),
    );
    const stopped: PlannedOrder[] = [
      { hour: 5, treatment: 'dexamethasone', regimen: 'low' },
      { hour: 45, treatment: 'dexamethasone', regimen: null },
    ];
    const slot = spreadAround(COVID19, stopped).slots.find(({ given }) => given > 0.5);
    expect(slot).toMatchObject({ treatment: 'dexamethasone', hour: { mean: 5 }, stopAfter: { mean: 40 } });
  });
});

describe('the search', () => {
  const effort = { rounds: 4, plans: 16, steps: 30 };

  it('finds the best hour of the only drug from nothing', () => {
    const { plan, cost, games } = searchBest(ONE_DRUG, null, effort, 1, 'a');
    expect(plan[0]).toEqual({ hour: 0, treatment: 'antibiotic', regimen: 'course' });
    expect(cost).toBeLessThanOrEqual(createPolicyCost(ONE_DRUG)(byPlan(plan.slice(0, 1))));
    expect(games).toBeLessThanOrEqual(1 + 4 * 16 + 30 + 20);
  });

  it('gives the same plan for the same seed, and goes another way for another', () => {
    const once = searchBest(SEPSIS, null, { ...effort, rounds: 2 }, 3, 'a');
    expect(searchBest(SEPSIS, null, { ...effort, rounds: 2 }, 3, 'a')).toEqual(once);
    expect(searchBest(SEPSIS, null, { ...effort, rounds: 2 }, 4, 'a').plan).not.toEqual(once.plan);
    expect(searchBest(SEPSIS, null, { ...effort, rounds: 2 }, 3, 'b').plan).not.toEqual(once.plan);
  });

  it('never loses what it set out from', () => {
    const log = readBestLog(SEPSIS.id);
    const start = planOf(SEPSIS, log?.ok === true ? log.value.commands : []);
    const cost = createPolicyCost(SEPSIS)(byPlan(start));
    expect(searchBest(SEPSIS, start, { rounds: 1, plans: 4, steps: 0 }, 1, 'a').cost).toBeLessThanOrEqual(
      cost,
    );
  });

  it('gives nothing in sepsis that nobody has tried', () => {
    const { plan } = searchBest(SEPSIS, null, effort, 2, 'a');
    for (const { treatment, regimen } of plan)
      expect([
        ['antibiotic', 'course', null] as const,
        ['hydrocortisone', 'standard', null] as const,
      ]).toSatisfy((tried: readonly (readonly (string | null)[])[]) =>
        tried.some(([id, ...regimens]) => id === treatment && regimens.includes(regimen)),
      );
  });
});

it('leaves out orders that change nothing', () => {
  const order = (hour: number): PlannedOrder => ({ hour, treatment: 'antibiotic', regimen: 'course' });
  const start: CostedPlan = { plan: [order(0), order(5), order(9)], cost: 7 };
  const costOfPlan = (plan: readonly PlannedOrder[]): number => (plan.some(({ hour }) => hour === 5) ? 7 : 9);
  expect(withoutIdle(start, costOfPlan)).toEqual({ plan: [order(5)], cost: 7 });
});

it('moves orders that only fit together, together', () => {
  // Cheap only where the second follows the first by five hours: no single move keeps that.
  const costOfPlan = (plan: readonly PlannedOrder[]): number => {
    const [first, second] = plan;
    if (plan.length !== 2 || first === undefined || second === undefined) return 1000;
    return second.hour - first.hour === 5 ? Math.abs(first.hour - 60) : 500;
  };
  const plan: PlannedOrder[] = [
    { hour: 20, treatment: 'dexamethasone', regimen: 'high' },
    { hour: 25, treatment: 'dexamethasone', regimen: 'taper' },
  ];
  const start = { plan, cost: costOfPlan(plan) };
  const walked = walkFrom(COVID19, start, 400, costOfPlan, createRandom(1, 'test'));
  expect(walked.cost).toBe(0);
  expect(walked.plan.map(({ hour }) => hour)).toEqual([60, 65]);
});
