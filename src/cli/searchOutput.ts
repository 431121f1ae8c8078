/** What `search` prints. */
import type { PlannedOrder } from '../analysis/plan.ts';
import type { SearchEffort } from '../analysis/search/searchBest.ts';
import { hoursOf } from '../engine/time.ts';
import type { Level } from '../engine/types.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { t } from '../text/catalogue.ts';
import type { OriginResult, PlayedGame } from './runSearch.ts';

export interface SearchReport {
  readonly level: Level;
  readonly seed: number;
  readonly effort: SearchEffort;
  readonly results: readonly OriginResult[];
  readonly plan: readonly PlannedOrder[];
  readonly found: PlayedGame;
  /** null: nothing is committed for this level. */
  readonly committed: PlayedGame | null;
  readonly beats: boolean;
}

const two = (value: number): string => value.toFixed(2);

/** Everything that `search` found, as one line of JSON. */
export function searchJson(report: SearchReport): string {
  const { level, seed, effort, results, plan, found, committed, beats } = report;
  const game = ({ log, cost, organArea, guardArea }: PlayedGame) => ({
    score: log.score,
    cost,
    organArea,
    guardArea,
    outcome: log.outcome,
    endHour: hoursOf(log.endTick),
  });
  return `${JSON.stringify({
    level: level.id,
    model: MODEL_VERSION,
    seed,
    method: 'cross-entropy',
    ...effort,
    searches: results.map(({ origin, cost, games }) => ({ origin, cost, games })),
    plan,
    found: game(found),
    committed: committed === null ? null : game(committed),
    beats,
  })}\n`;
}

/** What `search` found, for reading. */
export function searchText({ committed, ...report }: SearchReport): string {
  const { level, seed, effort, results, plan, found, beats } = report;
  const games = results.reduce((sum, result) => sum + result.games, 0);
  const lines = [
    t('cli.search.head', { level: level.id, seed, model: MODEL_VERSION }),
    t('cli.search.method', { ...effort, searches: results.length, games }),
    t('cli.search.cost'),
    ...results.map(({ origin, cost, games: played }, place) =>
      t('cli.search.row', {
        number: place + 1,
        origin: t(`cli.search.origin.${origin}`),
        cost: two(cost),
        games: played,
      }),
    ),
    t('cli.search.plan'),
    ...plan.map(planLine),
    gameLine(t('cli.search.found'), found),
    ...(committed === null ? [] : [gameLine(t('cli.search.committed'), committed)]),
    verdict(found, committed, beats),
    t('cli.notClinical'),
  ];
  return `${lines.join('\n')}\n`;
}

function planLine({ hour, treatment, regimen }: PlannedOrder): string {
  const name = t(`hud.treatment.${treatment}.name`);
  return regimen === null
    ? t('cli.search.stop', { hour, treatment: name })
    : t('cli.search.order', { hour, treatment: name, regimen });
}

function gameLine(name: string, { log, cost, organArea, guardArea }: PlayedGame): string {
  return t('cli.search.game', {
    name,
    score: log.score,
    cost: two(cost),
    organArea: two(organArea),
    guardArea: two(guardArea),
    outcome: t(`cli.outcomes.${log.outcome}`),
    hour: hoursOf(log.endTick),
  });
}

function verdict(found: PlayedGame, committed: PlayedGame | null, beats: boolean): string {
  if (committed === null) return t('cli.search.nothingCommitted');
  const points = two(Math.abs(committed.cost - found.cost));
  return t(beats ? 'cli.search.beats' : 'cli.search.doesNotBeat', { points });
}
