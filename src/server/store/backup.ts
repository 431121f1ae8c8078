/**
 * A second file beside the database that is always whole: whoever copies it, at any moment, has everything up to its
 * last renewal. To go back to it, put it as `class.db` into an empty data folder.
 */
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE } from './openStore.ts';

export const BACKUP_FILE = 'class.backup.db';

/** Milliseconds between two looks whether something has changed. */
const EVERY = 180_000;
/** Pages at a time. All of them: a copy in parts would begin anew whenever the class writes. */
const ALL_PAGES = 0x7fff_ffff;

export interface Backup {
  /** Renews the file if anything has changed since; resolves to whether it had to. Rejects when it cannot be written. */
  now(): Promise<boolean>;
  /** Renews it a last time. To be called before the store is closed, so that the store is the last to let go of its file. */
  stop(): Promise<void>;
}

async function flush(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function copyDatabase(database: DatabaseSync, folder: string): Promise<void> {
  const part = join(folder, `${BACKUP_FILE}.part`);
  const removePart = async () => {
    for (const path of [part, `${part}-journal`]) await rm(path, { force: true });
  };
  await removePart();
  try {
    await backup(database, part, { rate: ALL_PAGES });
    await flush(part, 'r+');
    await rename(part, join(folder, BACKUP_FILE));
  } catch (error) {
    await removePart().catch(() => {});
    throw error;
  }
  // The new name, too. Windows has no such call, and does without.
  await flush(folder, 'r').catch(() => {});
}

/**
 * Keeps the copy beside the open store of `folder` (absolute path). `failed` is told when it cannot be written;
 * the copy before stays then, and the next turn tries again. `every`: milliseconds.
 */
export function startBackup(folder: string, failed: (error: unknown) => void, every = EVERY): Backup {
  const database = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true, timeout: 1_000 });
  // Changes whenever another connection has written.
  const dataVersion = database.prepare('pragma data_version');
  let copied: unknown = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function renew(): Promise<boolean> {
    const version = dataVersion.get()?.data_version;
    if (version === copied) return false;
    await copyDatabase(database, folder);
    copied = version;
    return true;
  }
  /** One after the other; a copy that has begun may lack what came since. */
  function now(): Promise<boolean> {
    const mine = turn.then(renew);
    turn = mine.catch(() => {});
    return mine;
  }

  const look = () => void now().catch(failed);
  look();
  const timer = setInterval(look, every);
  timer.unref();
  return {
    now,
    stop: async () => {
      clearInterval(timer);
      await now().catch(failed);
      database.close();
    },
  };
}
