/** The logs of the last games, kept in this browser. Every failure is a value: losing the shelf never loses a game. */
import type { DecisionLog } from '../engine/types.ts';
import { openGameDatabase } from './database.ts';
import type { SavedLog } from './types.ts';

/** How many games are kept; the oldest gives way. */
export const SAVED_LOGS_LIMIT = 20;

/** Why the browser keeps no logs; each is a key `app.storage.…` of the catalogue. */
export type StorageProblem = 'full' | 'refused' | 'absent';

export type Stored<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: StorageProblem };

/** A row before it has a key. */
export type NewRow = Omit<SavedLog, 'key'>;

/** The few things asked of a database; each may reject. The real one is {@link openLogDatabase}. */
export interface LogDatabase {
  rows(): Promise<SavedLog[]>;
  add(row: NewRow): Promise<unknown>;
  remove(key: number): Promise<unknown>;
}

/** What the session asks of the shelf. Never rejects. */
export interface SavedLogs {
  /** All kept logs, newest first. */
  list(): Promise<Stored<readonly SavedLog[]>>;
  /** Keeps one log, lets the oldest beyond twenty go, and lists. */
  keep(log: DecisionLog, savedAt: string): Promise<Stored<readonly SavedLog[]>>;
  remove(key: number): Promise<Stored<readonly SavedLog[]>>;
}

/** The logs of the browser's database. Rejects, or throws, where there is none or it is refused. */
export async function openLogDatabase(): Promise<LogDatabase> {
  const database = await openGameDatabase();
  return {
    rows: async () => (await database.getAll('logs')) as SavedLog[],
    add: (row) => database.add('logs', row),
    remove: (key) => database.delete('logs', key),
  };
}

/**
 * The shelf on a database that is opened at the first call, and tried again
 * at the next one when it could not be opened.
 */
export function createSavedLogs(open: () => Promise<LogDatabase>): SavedLogs {
  let opened: LogDatabase | null = null;

  async function attempt<T>(work: (database: LogDatabase) => Promise<T>): Promise<Stored<T>> {
    try {
      opened ??= await open();
      return { ok: true, value: await work(opened) };
    } catch (error) {
      opened = null;
      return { ok: false, problem: storageProblemOf(error) };
    }
  }

  const newestFirst = async (database: LogDatabase) => (await database.rows()).sort((a, b) => b.key - a.key);

  return {
    list: () => attempt(newestFirst),
    keep: (log, savedAt) =>
      attempt(async (database) => {
        await database.add({ savedAt, log });
        const rows = await newestFirst(database);
        for (const old of rows.slice(SAVED_LOGS_LIMIT)) await database.remove(old.key);
        return rows.slice(0, SAVED_LOGS_LIMIT);
      }),
    remove: (key) =>
      attempt(async (database) => {
        await database.remove(key);
        return newestFirst(database);
      }),
  };
}

/** What a failure of the database comes to. */
export function storageProblemOf(error: unknown): StorageProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'ReferenceError' || name === 'TypeError') return 'absent';
  return 'refused';
}
