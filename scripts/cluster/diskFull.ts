/** A disk that is really full, under the store: a small one in memory that only one process sees. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_FILE, sqliteStore } from '../../src/server/store/openStore.ts';
import { openDatabase } from '../../src/server/store/sqlite.ts';
import { FULL_DISK, type FullDiskReport, playFullDisk } from './fullDisk.ts';

/** Mounts a disk of six megabytes over $1 and runs the rest; the disk goes with the process. */
const ON_SMALL_DISK = 'mount -t tmpfs -o size=6m none "$1" && shift && exec "$@"';
const isRoot = () => process.getuid?.() === 0;

function inOwnMounts(folder: string, ...command: readonly string[]) {
  const unshare = ['--mount', ...(isRoot() ? [] : ['--map-root-user']), '--'];
  const args = [...unshare, 'sh', '-c', ON_SMALL_DISK, 'sh', folder, ...command];
  return spawnSync('unshare', args, { encoding: 'utf8', timeout: 120_000 });
}

/** The same with SQLite's own limit in place of the disk's, for machines that let nobody mount. */
export async function pageLimit(): Promise<FullDiskReport> {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-pages-'));
  try {
    const database = openDatabase(join(folder, DATABASE_FILE));
    const open = async () => {
      const store = await sqliteStore(database);
      database.exec('PRAGMA max_page_count = 500');
      return store;
    };
    return await playFullDisk(open, () => database.exec('PRAGMA max_page_count = 100000'), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `disk`: what was full, the file system of a mounted disk or SQLite's own limit. */
export async function diskFull(): Promise<FullDiskReport & { readonly disk: 'mounted' | 'limited' }> {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-disk-'));
  try {
    if (inOwnMounts(folder, 'true').status !== 0) return { ...(await pageLimit()), disk: 'limited' };
    const { status, stdout, stderr } = inOwnMounts(folder, process.execPath, FULL_DISK, folder);
    if (status !== 0) throw new Error(`the store on a full disk: ${stderr}`);
    return { ...(JSON.parse(stdout) as FullDiskReport), disk: 'mounted' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
