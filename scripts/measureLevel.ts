/**
 * Measures the anchors of a level's score and writes them into its file, with
 * the best known log beside it.
 *
 *   npm run measure -- <NN-slug.json> [rounds of search, 0: keep the best known log]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { measureAnchors } from '../src/analysis/anchors.ts';
import { byPlan, type PlannedOrder } from '../src/analysis/plan.ts';
import { decideHourly } from '../src/analysis/policy.ts';
import { searchBest } from '../src/analysis/searchBest.ts';
import { makeLog } from '../src/engine/log.ts';
import { fromCommands, simulate } from '../src/engine/simulate.ts';
import type { Level, TimedCommand } from '../src/engine/types.ts';
import { readBestLog } from '../src/levels/nodeLevels.ts';
import { parseLevel } from '../src/schema/level.ts';

const SEEDS = [1, 2, 3];
/** Where the search sets out: both drugs against the storm as soon as it shows. */
const START: readonly PlannedOrder[] = [
  { hour: 0, treatment: 'antiviral', regimen: 'course' },
  { hour: 24, treatment: 'dexamethasone', regimen: 'low' },
  { hour: 48, treatment: 'tocilizumab', regimen: 'single' },
];
const FOLDER = new URL('../levels/', import.meta.url);

function read(file: URL): Level {
  const parsed = parseLevel(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file.pathname}: ${parsed.problem.code} at ${parsed.problem.path}`);
  return parsed.value;
}

/** Commands of the best plan found from several seeds. */
function search(level: Level, rounds: number): readonly TimedCommand[] {
  const found = SEEDS.map((seed) => searchBest(level, START, rounds, seed));
  const best = found.reduce((left, right) => (right.cost < left.cost ? right : left));
  console.log(found.map(({ cost }) => cost.toFixed(2)).join(' '), JSON.stringify(best.plan));
  const decide = decideHourly(level, byPlan(best.plan));
  return simulate(level, { seed: 1, mode: 'student', decide }).recorder.commands;
}

const [name = '', rounds = '0'] = process.argv.slice(2);
const file = new URL(name, FOLDER);
const level = read(file);
const known = readBestLog(level.id);
const commands = Number(rounds) > 0 || !known?.ok ? search(level, Number(rounds)) : known.value.commands;
const scoring = measureAnchors(level, commands);
const text = readFileSync(file, 'utf8').replace(
  /"scoring": \{[\s\S]*?\n {2}\}/,
  `"scoring": ${JSON.stringify(scoring, null, 2).replaceAll('\n', '\n  ')}`,
);
writeFileSync(file, text);
const measured = read(file);
const { state, recorder } = simulate(measured, { seed: 1, mode: 'student', decide: fromCommands(commands) });
const logs = new URL('logs/', FOLDER);
if (!existsSync(logs)) mkdirSync(logs);
const log = makeLog(measured, state, recorder);
writeFileSync(new URL(`${level.id}.best.json`, logs), `${JSON.stringify(log)}\n`);
console.log(JSON.stringify({ ...scoring, best: { outcome: log.outcome, total: log.score } }));
