/**
 * Do the intervals of the debrief hold what is true? Debriefs every case of coverageCases.ts with many seeds and says how
 * many of the 95 % intervals hold what brute force found (tests/analysis/debrief/reference.json, which
 * `npm run debrief:reference` writes): what a decision gained, and what was lost against what was named as the best.
 *
 *   npm run debrief:coverage -- [seeds; 100] [patients; 200] [worker threads]
 */
import process, { argv } from 'node:process';
import type { Debrief } from '../src/analysis/debrief/types.ts';
import { runParallel } from '../src/cli/parallel.ts';
import type { AgreementInput } from './debrief/agreementJob.ts';
import { type Held, holdDebrief } from './debrief/coverage.ts';
import { COVERAGE_CASES } from './debrief/coverageCases.ts';
import { readReference } from './debrief/referenceFile.ts';

/** Share of the intervals that is asked for. */
const TARGET = 0.9;
const JOB = new URL('./debrief/agreementJob.ts', import.meta.url);

const [seeds = 100, patients = 200, workers] = argv.slice(2).map(Number);

function print(name: string, rows: readonly Held[]): void {
  if (rows.length === 0) return;
  const inside = rows.filter(({ isInside }) => isInside).length;
  const mean = rows.reduce((sum, { estimate }) => sum + estimate.value, 0) / rows.length;
  const width = rows.reduce((sum, { estimate }) => sum + estimate.high - estimate.low, 0) / rows.length;
  const truth = rows.reduce((sum, row) => sum + row.truth.value, 0) / rows.length;
  const cells = [
    String(rows.length).padStart(6),
    `${((100 * inside) / rows.length).toFixed(1)} %`.padStart(8),
    truth.toFixed(4).padStart(9),
    mean.toFixed(4).padStart(9),
    width.toFixed(4).padStart(9),
  ];
  console.log(`${name.padEnd(34)}${cells.join('')}`);
}

const reference = readReference();
console.log(
  `${reference.cases.map(({ patients: count }) => count).join(', ')} patients by brute force, model ${reference.model}; seeds 1 to ${seeds}, ${patients} virtual patients for each comparison`,
);
console.log(`${'interval of'.padEnd(34)} count    hold    truth  estimate    width`);
const all: Held[] = [];
for (const one of COVERAGE_CASES) {
  const found = reference.cases.find(({ level }) => level === one.level.id);
  if (found === undefined) continue;
  const inputs = Array.from(
    { length: seeds },
    (_, seed): AgreementInput => ({ level: one.level, log: one.log, seed: seed + 1, patients }),
  );
  const debriefs = await runParallel<AgreementInput, Debrief>(JOB, inputs, workers);
  const rows = debriefs.flatMap((made) => holdDebrief(one, found, made));
  for (const kind of ['gain', 'loss'] as const) {
    for (const id of [...new Set(rows.map(({ mark }) => mark))].sort())
      print(
        `${found.level} ${id} ${kind}`,
        rows.filter((row) => row.kind === kind && row.mark === id),
      );
  }
  all.push(...rows);
}
for (const kind of ['gain', 'loss'] as const)
  print(
    `all, ${kind}`,
    all.filter((row) => row.kind === kind),
  );
print('all', all);
if (!(all.filter(({ isInside }) => isInside).length >= TARGET * all.length)) process.exitCode = 1;
