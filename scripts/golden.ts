/**
 * `npm run golden`: plays every golden log anew and writes tests/golden. A log of this version of the model that no
 * longer holds says that a trajectory, an outcome or a score moved: then MODEL_VERSION has to be raised first. While a
 * version is being made and nobody has played it, `npm run golden -- --unpublished` gives it its new numbers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process, { argv } from 'node:process';
import { javascriptKernel } from '../src/analysis/cohortKernel.ts';
import { levelHash } from '../src/engine/levelHash.ts';
import type { DecisionLog } from '../src/engine/types.ts';
import { loadLevels } from '../src/levels/nodeLevels.ts';
import { MODEL_HASH, MODEL_VERSION } from '../src/model/version.ts';
import { fileOf, type GoldenCase, goldenCases } from '../tests/golden/cases.ts';
import { runGoldenCohort } from '../tests/golden/cohort.ts';
import {
  listGoldenFiles,
  readGoldenFile,
  removeGoldenFile,
  writeGoldenFile,
} from '../tests/golden/goldenFiles.ts';
import { holdGolden, playGolden } from '../tests/golden/goldenLog.ts';

const COHORT = new URL('../tests/golden/cohort.json', import.meta.url);
const VERSIONS = new URL('../tests/golden/modelVersions.json', import.meta.url);

/** True when a kept log says of this version, and of this edition of its level, what is true no more. */
function hasMoved(golden: GoldenCase): boolean {
  const kept = readGoldenFile(fileOf(golden))[golden.name] as DecisionLog | undefined;
  if (kept?.model?.version !== MODEL_VERSION || kept.level.hash !== levelHash(golden.level)) return false;
  return holdGolden(golden, kept).fault !== null;
}

/** Notes which equations the version names. Returns false when it names others already. */
function nameVersion(mayRename: boolean): boolean {
  const versions = JSON.parse(readFileSync(VERSIONS, 'utf8')) as Record<string, string>;
  const before = versions[MODEL_VERSION];
  if (before !== undefined && before !== MODEL_HASH && !mayRename) return false;
  versions[MODEL_VERSION] = MODEL_HASH;
  writeFileSync(VERSIONS, `${JSON.stringify(versions, null, 2)}\n`);
  return true;
}

/** Plays and writes the cases; returns what could not be played. */
function writeAll(cases: readonly GoldenCase[]): readonly string[] {
  const faults: string[] = [];
  const files = new Map<string, Map<string, DecisionLog>>();
  for (const golden of cases) {
    const logs = files.get(fileOf(golden)) ?? new Map<string, DecisionLog>();
    files.set(fileOf(golden), logs);
    try {
      logs.set(golden.name, playGolden(golden));
    } catch (error) {
      faults.push(`${golden.name}: ${(error as Error).message}`);
    }
  }
  for (const file of listGoldenFiles()) if (!files.has(file)) removeGoldenFile(file);
  for (const [file, logs] of files) writeGoldenFile(file, logs);
  return faults;
}

function main(): number {
  const unpublished = argv.includes('--unpublished');
  const cases = goldenCases(loadLevels());
  const moved = unpublished ? [] : cases.filter(hasMoved);
  if (moved.length > 0 || !nameVersion(unpublished)) {
    console.error(
      `Version ${MODEL_VERSION} of the model is another already: its equations or ${moved.length} of its golden logs would move. Raise MODEL_VERSION in src/model/version.ts and say in CHANGELOG.md, under Model, what moved; or, while nobody has played this version, run npm run golden -- --unpublished.`,
    );
    return 1;
  }
  const faults = writeAll(cases);
  writeFileSync(COHORT, `${JSON.stringify(runGoldenCohort(javascriptKernel), null, 1)}\n`);
  for (const fault of faults) console.error(fault);
  console.log(
    `${cases.length - faults.length} golden logs written for version ${MODEL_VERSION} of the model.`,
  );
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = main();
