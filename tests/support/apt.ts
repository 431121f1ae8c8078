/** Bringing Debian packages that the tests need. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Milliseconds for one call of apt-get; a network that hangs must not hang the tests. */
const TIMEOUT = 200_000;

const LIMITS = ['Retries=1', 'http::Timeout=20', 'https::Timeout=20'].flatMap((limit) => [
  '-o',
  `Acquire::${limit}`,
]);
const LOCK = ['-o', 'DPkg::Lock::Timeout=120'];

function apt(...command: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const answer = spawnSync('apt-get', [...LIMITS, ...LOCK, ...command], {
    env,
    stdio: 'ignore',
    timeout: TIMEOUT,
  });
  return answer.status === 0;
}

/**
 * As root on Debian or Ubuntu: installs packages. Slow, so only the full test run calls it. Does nothing
 * elsewhere, and gives up quietly when the network or apt fails: whoever needs them looks whether they are there.
 */
export function installWithApt(packages: readonly string[], say: (line: string) => void): void {
  if (packages.length === 0 || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  say(`Installing ${packages.join(', ')} with apt-get, for the tests that need them ...`);
  const install = ['install', '-y', '--no-install-recommends'];
  if (apt(...install, ...packages) || (apt('update') && apt(...install, ...packages))) return;
  // One that this release does not have must not keep the others away.
  if (packages.length > 1) for (const one of packages) apt(...install, one);
}
