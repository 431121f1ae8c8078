import { byPlan, type PlannedOrder, searchStart } from '../analysis/plan.ts';
import { decideHourly } from '../analysis/policy.ts';
import { costOf, SEARCH_GAME } from '../analysis/search/planCost.ts';
import type { SearchEffort, SearchResult } from '../analysis/search/searchBest.ts';
import { makeLog } from '../engine/log.ts';
import { guardAreaOf, organAreaOf } from '../engine/score.ts';
import { fromCommands, type SimulateOptions, simulate } from '../engine/simulate.ts';
import type { DecisionLog, Level, TimedCommand } from '../engine/types.ts';
import { runParallel } from './parallel.ts';
import type { SearchInput } from './searchJob.ts';

const JOB = new URL('./searchJob.ts', import.meta.url);

/** Where a search sets out: from a plan, from what the field would try first, or from nothing. */
export type SearchOrigin = 'plan' | 'field' | 'nothing';

export interface SearchOptions {
  readonly effort: SearchEffort;
  /** Searches beside each other; the work is cut by them, so that the result does not depend on the workers. */
  readonly searches: number;
  /** Integer, 0 to 2^32 - 1. */
  readonly seed: number;
  /** A plan from which half of the searches set out; null: half of them set out from what the field would try. */
  readonly from: readonly PlannedOrder[] | null;
  readonly workers?: number | undefined;
}

export interface OriginResult extends SearchResult {
  readonly origin: SearchOrigin;
}

/**
 * Several searches over worker threads, in their order.
 *
 * @throws CommandFailure when a plan takes the patient out of what the model can compute
 */
export async function runSearch(
  level: Level,
  { effort, searches, seed, from, workers }: SearchOptions,
): Promise<readonly OriginResult[]> {
  const field = searchStart(level.trigger);
  const origins = Array.from({ length: searches }, (_, place): SearchOrigin => {
    if (place % 2 === 1) return 'nothing';
    if (from !== null) return 'plan';
    return field.length > 0 ? 'field' : 'nothing';
  });
  const startOf = { plan: from, field, nothing: null };
  const inputs = origins.map(
    (origin, place): SearchInput => ({
      level,
      start: startOf[origin],
      effort,
      seed,
      stream: `search ${place}`,
    }),
  );
  const found = await runParallel<SearchInput, SearchResult>(JOB, inputs, workers);
  return found.map((result, place) => ({ ...result, origin: origins[place] ?? 'nothing' }));
}

/** The cheapest; of equals the first. */
export function bestOf(results: readonly OriginResult[]): OriginResult {
  return results.reduce((left, right) => (right.cost < left.cost ? right : left));
}

/** A game played to its end, with what the search makes small. */
export interface PlayedGame {
  readonly log: DecisionLog;
  readonly cost: number;
  /** SOFA days and days of lost guard. */
  readonly organArea: number;
  readonly guardArea: number;
}

/** Plays a plan, with support as by the guideline. */
export function playPlan(level: Level, plan: readonly PlannedOrder[]): PlayedGame {
  return play(level, decideHourly(level, byPlan(plan)));
}

/** Plays commands as they are. */
export function playCommands(level: Level, commands: readonly TimedCommand[]): PlayedGame {
  return play(level, fromCommands(commands));
}

function play(level: Level, decide: NonNullable<SimulateOptions['decide']>): PlayedGame {
  const { state, recorder } = simulate(level, { ...SEARCH_GAME, decide });
  return {
    log: makeLog(level, state, recorder),
    cost: costOf(level, state),
    organArea: organAreaOf(state, level),
    guardArea: guardAreaOf(state),
  };
}
