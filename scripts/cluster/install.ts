/** Brings PostgreSQL and Redis to a Debian machine for the tests, without any service of them starting. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { installWithApt } from '../../tests/support/apt.ts';
import { missingPostgres } from './postgres.ts';
import { missingRedis } from './redis.ts';

/** Debian asks this program whether a service may start; 101 is no. */
const POLICY = '/usr/sbin/policy-rc.d';
const CLUSTER_SETTINGS = '/etc/postgresql-common/createcluster.conf';

/** What the tests with several machines lack here, in one sentence; null when they can run. */
function missingCluster(): string | null {
  const missing = [missingPostgres(), missingRedis()].filter((sentence) => sentence !== null);
  return missing.length === 0 ? null : missing.join('. ');
}

/** A first installation of PostgreSQL makes a cluster that would start with the machine: this keeps it from that. */
function installPostgres(say: (line: string) => void): void {
  const isNew = !existsSync(CLUSTER_SETTINGS);
  if (isNew) installWithApt(['postgresql-common'], say);
  if (isNew && existsSync(CLUSTER_SETTINGS)) {
    const settings = readFileSync(CLUSTER_SETTINGS, 'utf8');
    const line = 'create_main_cluster = false';
    writeFileSync(CLUSTER_SETTINGS, settings.replace(/^#?create_main_cluster\s*=.*$/m, line));
  }
  installWithApt(['postgresql'], say);
}

/**
 * As root on Debian: installs what {@link missingCluster} names. Slow, so only the full test run calls it.
 * Returns what is still missing then, in one sentence; null when nothing is.
 */
export function installCluster(say: (line: string) => void): string | null {
  const missing = missingCluster();
  if (missing === null || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return missing;
  const hadPolicy = existsSync(POLICY);
  if (!hadPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    if (missingPostgres() !== null) installPostgres(say);
    if (missingRedis() !== null) installWithApt(['redis-server'], say);
  } finally {
    if (!hadPolicy) rmSync(POLICY, { force: true });
  }
  return missingCluster();
}
