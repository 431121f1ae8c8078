/**
 * `npm run test:cluster`: the class over PostgreSQL and Redis. Installs both where it may (as root on Debian), starts its
 * own on loopback, and stops them; says what is missing where it cannot.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installCluster } from './cluster/install.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PARTS = ['tests/server/store', 'tests/server/hub', 'tests/cluster'];

const missing = installCluster((line) => console.log(line));
if (missing !== null) {
  console.log(`SKIPPED the class on many machines: ${missing}`);
} else {
  const vitest = `${ROOT}node_modules/vitest/vitest.mjs`;
  const projects = ['--project', 'unit', '--project', 'cluster'];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...projects, ...PARTS], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
