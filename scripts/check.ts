/**
 * Everything that must hold: build, types, lint, import rules, unused code, unit
 * tests and beside them the class on several machines, under load and under
 * faults, browser tests, golden logs in three engines. A failed step does not
 * stop the rest; a tool or an engine that this machine lacks is named. The last line counts tests and steps: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserCount } from '../tests/engines/verdict.ts';
import { findBrowser, installSystemBrowser } from '../tests/support/browser.ts';
import { installPython, missingPython } from '../tests/support/python.ts';
import { installCluster } from './cluster/install.ts';

interface Count {
  passed: number;
  failed: number;
}

interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = `${ROOT}node_modules`;
const STATIC_STEPS: readonly (readonly [string, ...string[]])[] = [
  ['types', `${BIN}/typescript/bin/tsc`, '-p', 'tsconfig.json', '--noEmit'],
  ['types of the sealed floors', `${BIN}/typescript/bin/tsc`, '-p', 'tsconfig.core.json', '--noEmit'],
  ['lint and format', `${BIN}/@biomejs/biome/bin/biome`, 'check', '--error-on-warnings'],
  ['boundaries', 'scripts/checkBoundaries.ts'],
  ['unused code', `${BIN}/knip/bin/knip.js`],
];

/** Runs Node with the given arguments; resolves to the exit code and, when captured, what was said. */
function runNode(args: readonly string[], capture: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function report(name: string, good: boolean, since: number, output = ''): Count {
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  if (!good && output !== '') console.log(output.trimEnd());
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runStep(name: string, args: readonly string[]): Promise<Count> {
  const since = performance.now();
  const { code, output } = await runNode(args, true);
  return report(name, code === 0, since, output);
}

/**
 * Runs one vitest project and counts its tests. A run that fails for another
 * reason than a test (a file that does not load, no test at all) counts as one failure.
 */
async function runTests(project: string): Promise<Count> {
  const file = `.cache/tests-${project}.json`;
  rmSync(`${ROOT}${file}`, { force: true });
  console.log(`\n${project} tests`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runNode(
    [`${BIN}/vitest/vitest.mjs`, 'run', '--project', project, ...reporters],
    false,
  );
  if (!existsSync(`${ROOT}${file}`)) return { passed: 0, failed: 1 };
  const { success, numPassedTests, numFailedTests } = JSON.parse(
    readFileSync(`${ROOT}${file}`, 'utf8'),
  ) as VitestReport;
  const brokenOtherwise = numFailedTests === 0 && (code !== 0 || !success || numPassedTests === 0);
  return { passed: numPassedTests, failed: numFailedTests + (brokenOtherwise ? 1 : 0) };
}

/** Golden logs and a look at the game in every engine; engines that are skipped are added to `skipped`. */
async function runEngines(skipped: string[]): Promise<Count> {
  const file = `${ROOT}.cache/tests-engines.json`;
  rmSync(file, { force: true });
  console.log('\nengines');
  const { code } = await runNode(['scripts/testBrowsers.ts'], false);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const count = JSON.parse(readFileSync(file, 'utf8')) as BrowserCount;
  skipped.push(...count.skipped);
  return { passed: count.passed, failed: count.failed + (code !== 0 && count.failed === 0 ? 1 : 0) };
}

/** libSBML and SciPy for the unit tests that hold the export against them; what is missing is added to `skipped`. */
function bringPython(skipped: string[]): void {
  installPython((line) => console.log(line));
  const missing = missingPython();
  if (missing === null) return;
  skipped.push(`SKIPPED ${missing}`);
  console.log(skipped.at(-1));
}

/** PostgreSQL and Redis for the class on many machines; false when they are missing, which is added to `skipped`. */
function bringCluster(skipped: string[]): boolean {
  const missing = installCluster((line) => console.log(line));
  if (missing === null) return true;
  skipped.push(`SKIPPED the class on many machines: ${missing}`);
  console.log(skipped.at(-1));
  return false;
}

/** Many machines, many students, and what may happen to them: the short form of each. */
const CLASS_STEPS: readonly (readonly [string, ...string[]])[] = [
  ['a class under load, short', 'scripts/crowd/load.ts', '--short'],
];
const CLUSTER_STEPS: typeof CLASS_STEPS = [
  ['a class on several machines', `${BIN}/vitest/vitest.mjs`, 'run', '--project', 'cluster'],
  ['a class under faults, short', 'scripts/crowd/faults.ts', '--short'],
];

/**
 * One after the other. They wait more than they compute, so they run beside the unit tests; what they said, the figures
 * in the last line among it, is printed by the function that comes back.
 */
function startClass(steps: typeof CLASS_STEPS): () => Promise<Count[]> {
  const since = performance.now();
  const work = (async () => {
    const done: { name: string; code: number; output: string }[] = [];
    for (const [name, ...args] of steps) done.push({ name, ...(await runNode(args, true)) });
    return done;
  })();
  return async () => {
    const done = await work;
    console.log('');
    return done.map(({ name, code, output }) => {
      if (code === 0) console.log(output.trimEnd().split('\n').at(-1)?.trim());
      return report(name, code === 0, since, output);
    });
  };
}

/** Advisories against what is shipped; a registry that answers no audit is named in `skipped`. */
async function askAdvisories(skipped: string[]): Promise<Count> {
  const since = performance.now();
  const { code, output } = await runNode(['scripts/audit.ts'], true);
  const unanswered = output.split('\n').find((line) => line.startsWith('SKIPPED'));
  if (unanswered === undefined) return report('advisories', code === 0, since, output);
  skipped.push(unanswered);
  return { passed: 0, failed: 0 };
}

/** Resolves once the browser tests have a browser; the tests themselves find it in the same way. */
async function bringBrowser(): Promise<Count> {
  const since = performance.now();
  installSystemBrowser((line) => console.log(line));
  try {
    const { executablePath } = await findBrowser();
    return report(`browser: ${executablePath}`, true, since);
  } catch (error) {
    return report('browser', false, since, (error as Error).message);
  }
}

mkdirSync(`${ROOT}.cache`, { recursive: true });
const counts: Count[] = [];
const built = await runStep('build', ['scripts/build.mjs']);
counts.push(built);
// Two at a time: each of them computes on one core.
for (const pair of [STATIC_STEPS.slice(0, 2), STATIC_STEPS.slice(2, 4), STATIC_STEPS.slice(4)])
  counts.push(...(await Promise.all(pair.map(([name, ...args]) => runStep(name, args)))));
const skipped: string[] = [];
counts.push(await askAdvisories(skipped));
bringPython(skipped);
const hasCluster = bringCluster(skipped);
const classSteps = hasCluster ? [...CLASS_STEPS, ...CLUSTER_STEPS] : CLASS_STEPS;
const endClass = built.failed === 0 ? startClass(classSteps) : null;
counts.push(await runTests('unit'));
if (endClass) counts.push(...(await endClass()));
const browser = await bringBrowser();
counts.push(browser);
if (built.failed + browser.failed === 0) counts.push(await runTests('browser'));
else console.log('\nThe browser tests need a build and a browser: not run.');
if (built.failed === 0) counts.push(await runEngines(skipped));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log('');
for (const line of skipped) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
