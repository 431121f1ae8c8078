/**
 * The results of docs/policies.md: guideline, committed and found on every level's own patient and on its population.
 *
 *   npm run policies              plays again what was found, and writes docs/policies/results.json and the tables
 *   npm run policies -- 1 2 3     searches anew with these seeds before; half an hour on two processors
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { guideline } from '../src/analysis/guideline.ts';
import { type PlannedOrder, planOf } from '../src/analysis/plan.ts';
import { decideHourly } from '../src/analysis/policy.ts';
import { summarise } from '../src/analysis/policySummary.ts';
import { SEARCH_GAME } from '../src/analysis/search/planCost.ts';
import type { PolicySource } from '../src/cli/policyFile.ts';
import { runPolicy } from '../src/cli/runPolicy.ts';
import { bestOf, type PlayedGame, playCommands, playPlan, runSearch } from '../src/cli/runSearch.ts';
import { SEARCH_EFFORT, SEARCHES } from '../src/cli/searchOptions.ts';
import { simulate } from '../src/engine/simulate.ts';
import type { Level } from '../src/engine/types.ts';
import { loadLevels, readBestLog } from '../src/levels/nodeLevels.ts';
import { MODEL_VERSION } from '../src/model/version.ts';
import {
  type CohortRow,
  cheapest,
  type FoundGame,
  type LevelResults,
  type OwnGame,
  type Results,
  type SimplerPlan,
  withTables,
} from './policies/results.ts';

const RESULTS = new URL('../docs/policies/results.json', import.meta.url);
const PAGE = new URL('../docs/policies.md', import.meta.url);
const PATIENTS = 200;
const SEED = 1;

const ownGame = ({ log, cost, organArea, guardArea }: PlayedGame): OwnGame => ({
  score: log.score,
  cost,
  organArea,
  guardArea,
});

function earlier(): Results | null {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : null;
}

const order = (hour: number, treatment: PlannedOrder['treatment'], regimen: string): PlannedOrder => ({
  hour,
  treatment,
  regimen,
});

/** What the text of the page asks about the plans that were found, by level. */
function simplerPlans(
  level: Level,
  found: readonly PlannedOrder[],
): readonly (readonly [string, readonly PlannedOrder[]])[] {
  if (level.trigger === 'covid19') {
    const guided = [order(28, 'dexamethasone', 'low'), order(61, 'tocilizumab', 'single')];
    return [
      ['the guideline’s hours', [order(28, 'antiviral', 'course'), ...guided]],
      ['the guideline’s hours, but the antiviral at once', [order(0, 'antiviral', 'course'), ...guided]],
      ['found, without its antibiotic', found.filter(({ treatment }) => treatment !== 'antibiotic')],
    ];
  }
  if (level.trigger === 'carT') {
    return [
      ['one tocilizumab at the guideline’s hour', [order(54, 'tocilizumab', 'single')]],
      ['one tocilizumab at once', [order(0, 'tocilizumab', 'single')]],
      [
        'found, without its first tocilizumab',
        found.filter(({ hour, treatment }) => treatment !== 'tocilizumab' || hour > 24),
      ],
    ];
  }
  return [];
}

async function simplerOf(level: Level, found: readonly PlannedOrder[]): Promise<readonly SimplerPlan[]> {
  const rows: SimplerPlan[] = [];
  for (const [name, plan] of simplerPlans(level, found)) {
    const game = playPlan(level, plan);
    const own = { ...ownGame(game), outcome: game.log.outcome };
    rows.push({ name, plan, own, cohort: await cohortOf(level, name, { type: 'plan', plan }) });
  }
  return rows;
}

/** Plans in the order of hours, as a reader goes through them. */
const byHour = (plan: readonly PlannedOrder[]): readonly PlannedOrder[] =>
  plan.toSorted((a, b) => a.hour - b.hour);

async function search(level: Level, seed: number): Promise<FoundGame> {
  const options = { effort: SEARCH_EFFORT, searches: SEARCHES, seed, from: null };
  const results = await runSearch(level, options);
  const plan = byHour(bestOf(results).plan);
  const found = { ...ownGame(playPlan(level, plan)), seed, plan };
  console.log(level.id, 'seed', seed, 'cost', results.map(({ cost }) => cost.toFixed(2)).join(' '));
  return { ...found, games: results.reduce((sum, { games }) => sum + games, 0) };
}

/** New searches with the seeds, or the plans of earlier ones played again. */
async function searchesOf(level: Level, seeds: readonly number[]): Promise<readonly FoundGame[]> {
  if (seeds.length === 0) {
    const before = earlier()?.levels.find((results) => results.level === level.id)?.searches ?? [];
    return before.map((found) => ({ ...found, ...ownGame(playPlan(level, found.plan)) }));
  }
  const searches: FoundGame[] = [];
  for (const seed of seeds) searches.push(await search(level, seed));
  return searches;
}

async function cohortOf(level: Level, policy: string, source: PolicySource): Promise<CohortRow> {
  const played = await runPolicy(level, source, { mode: 'student', patients: PATIENTS, seed: SEED });
  const { score, alive, kept } = summarise(played);
  return { policy, score, alive, kept };
}

async function resultsOf(level: Level, seeds: readonly number[]): Promise<LevelResults> {
  const log = readBestLog(level.id);
  if (log?.ok !== true) throw new Error(`${level.id} has no best known log.`);
  const searches = await searchesOf(level, seeds);
  const found = cheapest(searches)?.plan ?? [];
  const treated = simulate(level, { ...SEARCH_GAME, decide: decideHourly(level, guideline) });
  const sources: readonly (readonly [string, PolicySource])[] = [
    ['none', { type: 'none' }],
    ['random', { type: 'random' }],
    ['guideline', { type: 'guideline' }],
    ['committed', { type: 'plan', plan: planOf(level, log.value.commands) }],
    ['found', { type: 'plan', plan: found }],
  ];
  const cohort: CohortRow[] = [];
  for (const [policy, source] of sources) cohort.push(await cohortOf(level, policy, source));
  return {
    level: level.id,
    title: level.text.en?.title ?? level.id,
    guideline: ownGame(playCommands(level, treated.recorder.commands)),
    committed: ownGame(playCommands(level, log.value.commands)),
    searches,
    cohort,
    simpler: await simplerOf(level, found),
  };
}

const seeds = argv.slice(2).map(Number);
const levels: LevelResults[] = [];
for (const level of loadLevels()) levels.push(await resultsOf(level, seeds));
const results: Results = {
  model: MODEL_VERSION,
  effort: SEARCH_EFFORT,
  searchesOfASeed: SEARCHES,
  patients: PATIENTS,
  seed: SEED,
  levels,
};
writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8'), results));
