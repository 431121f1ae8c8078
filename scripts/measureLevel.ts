/**
 * Measures the anchors of a level's score and writes them into its file, with
 * the best known log beside it.
 *
 *   npm run measure -- <NN-slug.json|all> [rounds of search, 0: keep the best known log]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { measureAnchors } from '../src/analysis/anchors.ts';
import { planOf } from '../src/analysis/plan.ts';
import { bestOf, playCommands, playPlan, runSearch } from '../src/cli/runSearch.ts';
import { SEARCH_EFFORT, SEARCHES } from '../src/cli/searchOptions.ts';
import type { Level, TimedCommand } from '../src/engine/types.ts';
import { readBestLog } from '../src/levels/nodeLevels.ts';
import { parseLevel } from '../src/schema/level.ts';

const SEED = 1;
const FOLDER = new URL('../levels/', import.meta.url);

function read(file: URL): Level {
  const parsed = parseLevel(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file.pathname}: ${parsed.problem.code} at ${parsed.problem.path}`);
  return parsed.value;
}

/** Commands of the best plan found; a plan by the clock, with support as by the guideline. */
async function search(
  level: Level,
  known: readonly TimedCommand[] | null,
  rounds: number,
): Promise<readonly TimedCommand[]> {
  // From what is known already, so that a search never loses; others set out anew.
  const from = known === null ? null : planOf(level, known);
  const effort = { ...SEARCH_EFFORT, rounds };
  const results = await runSearch(level, { effort, searches: SEARCHES, seed: SEED, from });
  const { plan } = bestOf(results);
  console.log(results.map(({ cost }) => cost.toFixed(2)).join(' '), JSON.stringify(plan));
  return playPlan(level, plan).log.commands;
}

async function measure(name: string, rounds: number): Promise<void> {
  const file = new URL(name, FOLDER);
  const level = read(file);
  const known = readBestLog(level.id);
  const kept = known?.ok ? known.value.commands : null;
  const commands = rounds > 0 || kept === null ? await search(level, kept, rounds) : kept;
  const scoring = measureAnchors(level, commands);
  const text = readFileSync(file, 'utf8').replace(
    /"scoring": \{[\s\S]*?\n {2}\}/,
    `"scoring": ${JSON.stringify(scoring, null, 2).replaceAll('\n', '\n  ')}`,
  );
  writeFileSync(file, text);
  const { log } = playCommands(read(file), commands);
  const logs = new URL('logs/', FOLDER);
  if (!existsSync(logs)) mkdirSync(logs);
  writeFileSync(new URL(`${level.id}.best.json`, logs), `${JSON.stringify(log)}\n`);
  console.log(level.id, JSON.stringify({ ...scoring, best: { outcome: log.outcome, total: log.score } }));
}

const [which = '', rounds = '0'] = process.argv.slice(2);
const files = readdirSync(FOLDER)
  .filter((name) => /^\d.*\.json$/.test(name) && (which === 'all' || which === name))
  .sort();
if (files.length === 0) throw new Error(`There is no level file ${which}.`);
for (const name of files) await measure(name, Number(rounds));
