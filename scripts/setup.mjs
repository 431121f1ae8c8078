/**
 * Set-up of an empty clone. Plain JavaScript, because it runs on the machine's
 * own Node (20 or newer) before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const OLDEST_NODE = 20;
const NETWORK_FAILURE =
  /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i;

/** A failure that is told in one sentence, without a stack trace. */
export class PlainFailure extends Error {}

/** Runs `main` and turns a PlainFailure into one sentence and exit code 1. */
export async function runPlainly(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Throws when the given version of Node cannot even start the set-up. */
export function checkNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  throw new PlainFailure(
    `Stormward needs Node ${OLDEST_NODE} or newer, and this is Node ${version}: please install a newer one from https://nodejs.org and try again.`,
  );
}

/**
 * True when node_modules holds exactly what the lock file asks for. npm writes
 * its own record of a finished installation last, so a broken-off one differs.
 */
export function isInstalled(root = ROOT) {
  const record = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const missing = Object.entries(wanted).filter(
    ([path, entry]) => path !== '' && !entry.optional && present[path]?.version !== entry.version,
  );
  const surplus = Object.keys(present).filter((path) => !(path in wanted));
  return missing.length === 0 && surplus.length === 0;
}

/** Path of the Node that runs TypeScript: the installed one, else this one when it is new enough. */
export function findNode() {
  const installed = `${ROOT}/node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`;
  if (existsSync(installed) && spawnSync(installed, ['--version']).status === 0) return installed;
  return Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : null;
}

/** Runs a command in the project folder; resolves to its exit code and everything it said. */
export function runCommand(command, args, { quiet = false, env = process.env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (!quiet) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function install() {
  console.log('Installing the libraries that package-lock.json names (about a minute the first time) ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=2'];
  args.push('--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000', '--fetch-timeout=60000');
  const { code, output } = await runCommand('npm', args, {
    quiet: true,
    shell: process.platform === 'win32',
  });
  if (code === 0) return;
  if (NETWORK_FAILURE.test(output)) {
    throw new PlainFailure(
      'The libraries could not be fetched because the npm registry cannot be reached: please check the network (or npm\'s "registry" and "proxy" settings) and run the same command again.',
    );
  }
  process.stderr.write(output);
  throw new PlainFailure('npm could not install the libraries; what it said stands above.');
}

/** Makes the clone ready to build and run; resolves to the path of a Node that runs TypeScript. */
export async function prepare() {
  checkNode();
  if (!isInstalled()) await install();
  const node = findNode();
  if (node !== null) return node;
  // npm may have been told to skip install scripts; the one that brings Node 24 is needed here.
  const { output } = await runCommand('npm', ['rebuild', 'node'], { quiet: true });
  const rebuilt = findNode();
  if (rebuilt !== null) return rebuilt;
  process.stderr.write(output);
  throw new PlainFailure(
    `Node 24 could not be brought along for this machine (${process.platform} ${process.arch}): please install Node 24 or newer and run the same command again.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runPlainly(async () => {
    await prepare();
  });
}
