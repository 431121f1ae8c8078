/**
 * `npm run test:browsers`: the golden logs and a look at the game in Chromium, Firefox and WebKit. Each engine replays
 * every log in a worker and compares the hash of every checkpoint, the outcome and the score; then the built game
 * opens, a level starts and its clock moves. As root on Debian what is missing is installed; an engine that is still
 * missing is skipped, and said so.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { javascriptKernel } from '../src/analysis/cohortKernel.ts';
import { createNodeKernel } from '../src/cli/batchProgram.ts';
import { loadLevels } from '../src/levels/nodeLevels.ts';
import { chromium } from '../tests/engines/chromium.ts';
import { type Engine, type OpenEngine, waitFor } from '../tests/engines/engine.ts';
import { firefox } from '../tests/engines/firefox.ts';
import { playGame } from '../tests/engines/playGame.ts';
import { type Served, serveBuiltGame, serveGoldenPage } from '../tests/engines/servePages.ts';
import {
  type Check,
  countVerdicts,
  describeVerdicts,
  type EngineVerdict,
  judgeGolden,
} from '../tests/engines/verdict.ts';
import { webkit } from '../tests/engines/webkit.ts';
import { goldenCases } from '../tests/golden/cases.ts';
import cohort from '../tests/golden/cohort.json' with { type: 'json' };
import { readGoldenFile } from '../tests/golden/goldenFiles.ts';
import { type GoldenReport, reportGolden } from '../tests/golden/goldenReport.ts';
import { installWithApt } from '../tests/support/apt.ts';

const ENGINES: readonly Engine[] = [chromium, firefox, webkit];
const CASES = goldenCases(loadLevels());

/** Read by scripts/check.ts, which counts these checks among all others. */
const COUNT = fileURLToPath(new URL('../.cache/tests-engines.json', import.meta.url));

/** Milliseconds for the replay of all logs, which takes some seconds, and for any one check at most. */
const PATIENCE = 200_000;
const MOST_PATIENCE = 240_000;

const FINISHED = `((data) => data.report ? { report: JSON.parse(data.report) } : data.failure ? { failure: data.failure } : null)(document.documentElement.dataset)`;

async function replayGolden(engine: OpenEngine, page: Served): Promise<readonly Check[]> {
  await engine.goTo(page.address);
  const answer = await waitFor(engine, FINISHED, 'the golden logs', PATIENCE);
  const { report, failure } = answer as { report?: GoldenReport; failure?: string };
  if (report === undefined) throw new Error(failure);
  return judgeGolden(report, CASES.length);
}

/** The first line of what an error says; drivers add advice. */
const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0] ?? '';

/** Turns what a check throws into its failure, and one that hangs too. */
async function checked(what: string, check: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  const timer = new AbortController();
  try {
    const late = setTimeout(MOST_PATIENCE, null, timer).then((): never => {
      throw new Error(`no answer in ${MOST_PATIENCE / 1000} s`);
    });
    return await Promise.race([check(), late]);
  } catch (error) {
    return [{ ok: false, text: `${what}: ${firstLine(error)}` }];
  } finally {
    timer.abort();
  }
}

/** A browser that dies while it starts, as on a machine out of breath, gets a second chance, which is told. */
async function openPatiently(engine: Engine): Promise<OpenEngine> {
  try {
    return await engine.open();
  } catch (error) {
    console.log(`${engine.name} did not start (${firstLine(error)}); once more`);
    return engine.open();
  }
}

async function testEngine(engine: Engine, golden: Served, game: Served): Promise<EngineVerdict> {
  const { name } = engine;
  const skipped = await engine.missing();
  if (skipped !== null) return { name, skipped, checks: [] };
  let open: OpenEngine;
  try {
    open = await openPatiently(engine);
  } catch (error) {
    return {
      name,
      skipped: null,
      checks: [{ ok: false, text: `does not start: ${firstLine(error)}` }],
    };
  }
  try {
    const checks = [
      ...(await checked('golden logs', () => replayGolden(open, golden))),
      ...(await checked('game', async () => [{ ok: true, text: await playGame(open, game.address) }])),
    ];
    return { name: open.version, skipped: null, checks };
  } finally {
    const closing = await checked('closing', () => open.close().then(() => []));
    for (const { text } of closing) console.log(`${name}: ${text}`);
  }
}

/** The same logs here, first: what differs in Node too is a model that moved, and no engine of its own mind. */
function testNode(): EngineVerdict {
  const report = reportGolden(CASES, readGoldenFile, cohort, [
    ['JavaScript', () => javascriptKernel],
    ['WebAssembly', createNodeKernel],
  ]);
  return { name: `Node ${process.versions.node}`, skipped: null, checks: judgeGolden(report, CASES.length) };
}

/** Packages of the engines that are not there. */
async function missingPackages(): Promise<readonly string[]> {
  const missing = [];
  for (const engine of ENGINES) if ((await engine.missing()) !== null) missing.push(...engine.packages);
  return missing;
}

async function main(): Promise<void> {
  installWithApt(await missingPackages(), (line) => console.log(line));
  const [golden, game] = [await serveGoldenPage(), await serveBuiltGame()];
  const verdicts: EngineVerdict[] = [testNode()];
  for (const engine of ENGINES) verdicts.push(await testEngine(engine, golden, game));
  await Promise.all([golden.close(), game.close()]);
  const count = countVerdicts(verdicts);
  mkdirSync(fileURLToPath(new URL('../.cache', import.meta.url)), { recursive: true });
  writeFileSync(COUNT, JSON.stringify(count));
  console.log(describeVerdicts(verdicts));
  // Whatever a browser left behind must not hold this process.
  process.exit(count.failed > 0 ? 1 : 0);
}

await main();
