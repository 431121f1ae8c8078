/** Keeps two servers off one data folder: progress and news of a room stand in one process's memory. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const LOCK_FILE = 'server.lock';
const SQLITE_BUSY = 5;

/**
 * Takes the folder, which must be there, until the process ends: the lock is the system's own on an
 * open file, so a killed process leaves none behind, whatever its number was.
 *
 * @returns the function that gives it back, or null when another process has it
 * @throws what SQLite says when the folder cannot be written
 */
export function lockFolder(folder: string): (() => void) | null {
  const file = new DatabaseSync(join(folder, LOCK_FILE));
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
  return () => file.close();
}
