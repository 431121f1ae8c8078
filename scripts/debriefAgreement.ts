/**
 * Does the debrief say the same whoever is drawn? Debriefs every reference, random and bad log of every level with
 * several seeds and prints Cohen's kappa of what the marks say, between each two seeds: one pair for each decision, one
 * for each missed window (matched by overlap; a window that only one seed sees is paired with nothing said), one for a
 * drift. The labels are those that a player sees: a sign, nothing, or "unclear".
 *
 *   npm run debrief:agreement -- [seeds, 2 or more; 4 unless said otherwise] [patients; 200] [worker threads]
 */
import process, { argv } from 'node:process';
import type { Debrief, Mark } from '../src/analysis/debrief/types.ts';
import { streamParallel } from '../src/cli/parallel.ts';
import { loadLevels } from '../src/levels/nodeLevels.ts';
import type { AgreementInput } from './debrief/agreementJob.ts';
import { cohensKappa, type Label, type LabelPair, labelOf, pairLabels, signOf } from './debrief/kappa.ts';
import { logsOf } from './debrief/logs.ts';

/** Agreement that is asked for, over all logs. */
const TARGET = 0.9;
const JOB = new URL('./debrief/agreementJob.ts', import.meta.url);

const [seeds = 4, patients = 200, workers] = argv.slice(2).map(Number);

interface Row {
  readonly level: string;
  readonly played: string;
  readonly pairs: readonly LabelPair[];
  readonly signs: readonly LabelPair[];
}

/** Pairs of labels between each two of the debriefs. */
function pairsOf(debriefs: readonly Debrief[], read: (mark: Mark | undefined) => Label): LabelPair[] {
  return debriefs.flatMap((one, at) =>
    debriefs.slice(at + 1).flatMap((other) => pairLabels(one, other, read)),
  );
}

function print(name: string, rows: readonly Row[]): number {
  const pairs = rows.flatMap((row) => row.pairs);
  const signs = rows.flatMap((row) => row.signs);
  const same = pairs.filter(([a, b]) => a === b).length;
  const kappa = cohensKappa(pairs);
  const share = ((100 * same) / pairs.length).toFixed(1);
  console.log(
    `${name.padEnd(44)} ${String(pairs.length).padStart(6)} ${share.padStart(6)} % ${kappa.toFixed(3).padStart(7)} ${cohensKappa(signs).toFixed(3).padStart(7)}`,
  );
  return kappa;
}

const played = loadLevels().flatMap((level) => logsOf(level).map((log) => ({ level, ...log })));
const inputs = played.flatMap(({ level, log }) =>
  Array.from({ length: seeds }, (_, seed): AgreementInput => ({ level, log, seed: seed + 1, patients })),
);
console.log(`${played.length} logs, seeds 1 to ${seeds}, ${patients} virtual patients for each comparison`);
console.log(`${'log'.padEnd(44)}  pairs     same   kappa  of signs alone`);
const rows: Row[] = [];
let debriefs: Debrief[] = [];
for await (const made of streamParallel<AgreementInput, Debrief>(JOB, inputs, workers)) {
  debriefs.push(made);
  if (debriefs.length < seeds) continue;
  const { level, played: name } = played[rows.length] as (typeof played)[number];
  const row: Row = {
    level: level.id,
    played: name,
    pairs: pairsOf(debriefs, labelOf),
    signs: pairsOf(debriefs, signOf),
  };
  rows.push(row);
  debriefs = [];
  print(`${row.level} ${row.played}`, [row]);
}
for (const id of new Set(rows.map(({ level }) => level))) {
  print(
    id,
    rows.filter(({ level }) => level === id),
  );
}
const kappa = print('all', rows);
if (!(kappa >= TARGET)) {
  console.log(`below ${TARGET}`);
  process.exitCode = 1;
}
