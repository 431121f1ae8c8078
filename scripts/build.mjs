/** Builds the game into dist/, only when something that it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compressFolder } from './compress.mjs';
import { PlainFailure, prepare, ROOT, runCommand, runPlainly } from './setup.mjs';

const SOURCES = [
  'src',
  'assets',
  'levels',
  'evidence/results.json',
  'evidence/calibration',
  'docs/images/model',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'scripts/compress.mjs',
];
// Inside dist, so that emptying dist also forgets what it was built from.
const STAMP = `${ROOT}/dist/.built-from`;

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
}

/** Hash over the names and contents of everything that goes into the build. */
export function hashSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => listFiles(`${ROOT}/${source}`))) {
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** True when dist was built from exactly these sources. */
export function isBuilt(hash = hashSources()) {
  return existsSync(`${ROOT}/dist/index.html`) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

/** Builds when needed. `node` is the path of a Node that runs TypeScript. */
export async function build(node) {
  const hash = hashSources();
  if (isBuilt(hash)) return;
  console.log('Building the game ...');
  const vite = `${ROOT}/node_modules/vite/bin/vite.js`;
  const { code, output } = await runCommand(node, [vite, 'build', '--logLevel', 'warn'], { quiet: true });
  if (code !== 0) {
    process.stderr.write(output);
    throw new PlainFailure('The game could not be built; what the build said stands above.');
  }
  await compressFolder(`${ROOT}/dist`);
  writeFileSync(STAMP, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runPlainly(async () => {
    await build(await prepare());
  });
}
