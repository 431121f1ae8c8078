/** Figures of docs/policies.md: what they are, and how they become its tables. */
import type { PlannedOrder } from '../../src/analysis/plan.ts';
import type { Interval } from '../../src/analysis/policySummary.ts';
import type { SearchEffort } from '../../src/analysis/search/searchBest.ts';
import type { OutcomeKind } from '../../src/engine/types.ts';
import { t, tAny } from '../../src/text/catalogue.ts';

/** A game on the level's own patient. */
export interface OwnGame {
  readonly score: number;
  readonly cost: number;
  readonly organArea: number;
  readonly guardArea: number;
}

export interface FoundGame extends OwnGame {
  readonly seed: number;
  readonly games: number;
  readonly plan: readonly PlannedOrder[];
}

export interface CohortRow {
  readonly policy: string;
  readonly score: Interval;
  readonly alive: Interval;
  readonly kept: Interval;
}

/** A plan by which the found one is taken apart. */
export interface SimplerPlan {
  readonly name: string;
  readonly plan: readonly PlannedOrder[];
  readonly own: OwnGame & { readonly outcome: OutcomeKind };
  readonly cohort: CohortRow;
}

export interface LevelResults {
  readonly level: string;
  readonly title: string;
  readonly guideline: OwnGame;
  readonly committed: OwnGame;
  readonly searches: readonly FoundGame[];
  readonly cohort: readonly CohortRow[];
  readonly simpler: readonly SimplerPlan[];
}

export interface Results {
  readonly model: string;
  readonly effort: SearchEffort;
  readonly searchesOfASeed: number;
  readonly patients: number;
  readonly seed: number;
  readonly levels: readonly LevelResults[];
}

const BEGIN = '<!-- results: written by `npm run policies` -->';
const END = '<!-- /results -->';

/** The page with the tables of these results. @throws Error when the page has no place for them */
export function withTables(page: string, results: Results): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page has no ${BEGIN} ... ${END}.`);
  return `${before}${BEGIN}\n${tables(results)}\n${END}${after}`;
}

/** The cheapest of the searches. */
export function cheapest(searches: readonly FoundGame[]): FoundGame | undefined {
  return searches.reduce<FoundGame | undefined>(
    (best, found) => (best === undefined || found.cost < best.cost ? found : best),
    undefined,
  );
}

function tables({ model, effort, searchesOfASeed, patients, seed, levels }: Results): string {
  return [
    `Model ${model}. Each search: ${searchesOfASeed} beside each other, of ${effort.rounds} rounds of ${effort.plans} plans and a walk of ${effort.steps} steps.`,
    '',
    '**The level’s own patient.** Points of 100, and in brackets the cost that the search makes small; smaller is better.',
    '',
    '| level | guideline | committed as best known | found from nothing committed, by seed | best found less committed |',
    '|---|---|---|---|---|',
    ...levels.map(ownRow),
    '',
    `**${patients} virtual patients of each level’s population**, seed ${seed}; means with 95 % intervals. *Found* is the best plan of the searches, given by the clock to everybody.`,
    '',
    '| level | policy | score | alive, % | life, organs and guard kept, % |',
    '|---|---|---|---|---|',
    ...levels.flatMap(({ title, cohort }) => cohort.map((row) => cohortRow(title, row))),
    '',
    '**Plans taken apart.** The same patient and the same population.',
    '',
    '| level | plan | own patient | score | alive, % | kept, % |',
    '|---|---|---|---|---|---|',
    ...levels.flatMap(({ title, simpler }) => simpler.map((row) => simplerRow(title, row))),
    '',
    '**The best plans found**, by the hour of the level; oxygen, fluid, pressure and kidneys are left to the guideline.',
    '',
    ...levels.map(planLine),
  ].join('\n');
}

const points = ({ score, cost }: OwnGame): string => `${score} (${cost.toFixed(2)})`;

function ownRow({ title, guideline, committed, searches }: LevelResults): string {
  const found = searches.map((game) => `${game.seed}: ${points(game)}`).join('; ');
  const best = cheapest(searches);
  const difference =
    best === undefined
      ? ''
      : (best.cost - committed.cost)
          .toFixed(2)
          .replace(/^-0\.00$/, '0.00')
          .replace('-', '−');
  return `| ${[title, points(guideline), points(committed), found, difference].join(' | ')} |`;
}

function cohortRow(title: string, row: CohortRow): string {
  return `| ${[title, row.policy, ...cohortCells(row)].join(' | ')} |`;
}

function cohortCells({ score, alive, kept }: CohortRow): readonly string[] {
  const shown = ({ value, low, high }: Interval, digits: number, times: number): string =>
    `${(times * value).toFixed(digits)} (${(times * low).toFixed(digits)} to ${(times * high).toFixed(digits)})`;
  return [shown(score, 1, 1), shown(alive, 0, 100), shown(kept, 0, 100)];
}

function simplerRow(title: string, { name, own, cohort }: SimplerPlan): string {
  const game = `${own.score}, ${t(`cli.outcomes.${own.outcome}`).toLowerCase()}`;
  return `| ${[title, name, game, ...cohortCells(cohort)].join(' | ')} |`;
}

function planLine({ title, searches }: LevelResults): string {
  const orders = (cheapest(searches)?.plan ?? []).map(({ hour, treatment, regimen }) => {
    const name = tAny(`hud.treatment.${treatment}.name`).toLowerCase();
    return regimen === null ? `${hour} h stop ${name}` : `${hour} h ${name} (${regimen})`;
  });
  return `- *${title}*: ${orders.join(', ')}.`;
}
