/** An own PostgreSQL for tests, from Debian's binaries. */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { commandAs, freePort, hasSetpriv, type Service, startService } from './service.ts';

const BINARIES = '/usr/lib/postgresql';
/** The account of Debian's package: PostgreSQL refuses to run as root. */
const ACCOUNT = 'postgres';

/** The folder of the newest version's binaries; null without. */
function binaries(): string | null {
  if (!existsSync(BINARIES)) return null;
  const versions = readdirSync(BINARIES).sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => join(BINARIES, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** What an own PostgreSQL lacks on this machine, in one sentence; null when it can be started. */
export function missingPostgres(): string | null {
  if (hasSetpriv() && binaries() !== null) return null;
  return 'PostgreSQL cannot be started here; on Debian: apt-get install postgresql';
}

function run(account: string | null, program: string, args: readonly string[], cwd: string): string {
  const [command, ...rest] = commandAs(account, program, args) as [string, ...string[]];
  const { status, stdout, stderr, error } = spawnSync(command, rest, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-postgres-'));
  if (process.getuid?.() === 0) {
    const idOf = (kind: string) => Number(run(null, 'id', [kind, ACCOUNT], folder));
    chownSync(folder, idOf('-u'), idOf('-g'));
  }
  return folder;
}

async function ask(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes and starts a cluster in a new folder, open to everybody on loopback, as durable as in service.
 * Throws when {@link missingPostgres} says something.
 */
export async function startPostgres(): Promise<Service> {
  const missing = missingPostgres();
  const programs = binaries();
  if (missing !== null || programs === null) throw new Error(missing ?? BINARIES);
  const folder = makeFolder();
  try {
    const data = join(folder, 'data');
    const cluster = ['-D', data, '-U', ACCOUNT, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    run(ACCOUNT, join(programs, 'initdb'), cluster, folder);
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      fsync: 'on',
      synchronous_commit: 'on',
      max_connections: 200,
      shared_buffers: '64MB',
    };
    const url = `postgres://${ACCOUNT}@127.0.0.1:${port}/postgres`;
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return await startService({
      url,
      folder,
      program: join(programs, 'postgres'),
      args: ['-D', data, ...args],
      account: ACCOUNT,
      // Fast: ends the connections, then itself.
      stopSignal: 'SIGINT',
      // Immediate: as after a crash, but it clears its shared memory away.
      leaveSignal: 'SIGQUIT',
      ask: () => ask(url),
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Makes an empty database in the cluster; resolves to its address. `name`: letters and digits. */
export async function makeDatabase(url: string, name: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database "${name}"`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
