/** What a treatment costs in points before any anchor is known: what a search for the best known policy makes small. */
import { createGame } from '../../engine/createGame.ts';
import { guardAreaOf, isDeath, organAreaOf, scoreGame } from '../../engine/score.ts';
import { SCORE_RULES } from '../../engine/scoreRules.ts';
import { cloneState, type EngineState } from '../../engine/state.ts';
import { step } from '../../engine/step.ts';
import type { Level } from '../../engine/types.ts';
import { log10 } from '../../math/logarithm.ts';
import { TICKS_PER_HOUR } from '../../model/course.ts';
import { decideHourly, type Policy } from '../policy.ts';

/** What a death costs in the search, so that no plan that kills is ever kept. */
export const DEATH_COST = 1000;
/** Points that a tenfold organ area costs, about: the organ area scales all three parts of the score. */
const POINTS_PER_DECADE = 70;
/** SOFA days below which nothing more is to be gained. */
const SMALLEST_AREA = 1;
const FULL_SCORE = SCORE_RULES.organs + SCORE_RULES.guard + SCORE_RULES.stewardship;

/** The game in which every plan is tried, and that is logged: the seed decides the noise of assays, which no plan reads. */
export const SEARCH_GAME = { seed: 1, mode: 'student' } as const;

/**
 * Points that a game which has ended cost; smaller is better. The score itself cannot be used: its anchors are what a
 * search is to find, and at them it stops counting. Organs count by the decade of their area, guard and waste as in the
 * score, and an objective that the treatment is for costs its share of everything.
 */
export function costOf(level: Level, state: EngineState): number {
  if (state.outcome === null || isDeath(state.outcome.kind)) return DEATH_COST;
  const { costs, objectiveShare } = scoreGame(state, level).numbers;
  // The guard is counted whole here, not from an anchor on.
  const waste = costs.reduce((sum, { code, points }) => (code === 'guardLost' ? sum : sum + points), 0);
  return areasCost(level, state) + waste + FULL_SCORE * (1 - objectiveShare);
}

/** Of a game that goes on: what it has cost so far, which only grows. */
function areasCost(level: Level, state: EngineState): number {
  const organs = POINTS_PER_DECADE * log10(Math.max(organAreaOf(state, level), SMALLEST_AREA));
  return organs + SCORE_RULES.guardPointsPerDay * guardAreaOf(state);
}

/**
 * What a policy costs on the patient of a level. The untreated hours before the first tick are run once for all.
 *
 * @returns a function of the policy and of the cost beyond which nobody asks: there it stops and says Infinity
 * @throws InvariantError when the patient leaves the domain of the model
 */
export function createPolicyCost(level: Level): (policy: Policy, limit?: number) => number {
  const start = createGame(level, SEARCH_GAME);
  return (policy, limit = Number.POSITIVE_INFINITY) => {
    const state = cloneState(start);
    const decide = decideHourly(level, policy);
    while (state.outcome === null) {
      if (state.tick % TICKS_PER_HOUR === 0 && areasCost(level, state) > limit)
        return Number.POSITIVE_INFINITY;
      step(state, level, decide(state));
    }
    return costOf(level, state);
  };
}
