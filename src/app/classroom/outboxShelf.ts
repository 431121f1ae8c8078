/** Where finished games wait for the class server: in the browser's database, or in memory where there is none. */
import { openGameDatabase } from '../database.ts';
import { type StorageProblem, storageProblemOf } from '../savedLogs.ts';
import type { OutboxRow } from './types.ts';

export type NewOutboxRow = Omit<OutboxRow, 'key'>;

/** The few things asked of a database; each may reject. The real one is {@link openOutboxDatabase}. */
export interface OutboxDatabase {
  rows(): Promise<readonly OutboxRow[]>;
  /** Resolves with the row's key when it is written. */
  add(row: NewOutboxRow): Promise<number>;
  put(row: OutboxRow): Promise<unknown>;
  remove(key: number): Promise<unknown>;
}

/** What the outbox asks of its shelf. Never rejects. */
export interface OutboxShelf {
  /** The oldest first. */
  rows(): Promise<readonly OutboxRow[]>;
  add(row: NewOutboxRow): Promise<OutboxRow>;
  put(row: OutboxRow): Promise<void>;
  remove(key: number): Promise<void>;
  /** Why rows are lost when the page is closed; null while the database takes them. */
  problem(): StorageProblem | null;
}

/** The outbox of the browser's database. Rejects, or throws, where there is none or it is refused. */
export async function openOutboxDatabase(): Promise<OutboxDatabase> {
  const database = await openGameDatabase();
  return {
    rows: async () => (await database.getAll('outbox')) as OutboxRow[],
    add: (row) => database.add('outbox', row),
    put: (row) => database.put('outbox', row),
    remove: (key) => database.delete('outbox', key),
  };
}

/** Opened at the first call, and tried again at the next one when it could not be. What it refuses is kept in memory. */
export function createOutboxShelf(open: () => Promise<OutboxDatabase>): OutboxShelf {
  /** Rows that the database did not take. Their keys are below zero, where no key of the database is. */
  const inMemory = new Map<number, OutboxRow>();
  let opened: Promise<OutboxDatabase> | null = null;
  let problem: StorageProblem | null = null;

  async function attempt<T>(work: (database: OutboxDatabase) => Promise<T>, otherwise: () => T): Promise<T> {
    try {
      opened ??= open();
      const value = await work(await opened);
      problem = inMemory.size > 0 ? problem : null;
      return value;
    } catch (error) {
      opened = null;
      problem = storageProblemOf(error);
      return otherwise();
    }
  }

  const remember = (row: NewOutboxRow): OutboxRow => {
    const kept = { ...row, key: Math.min(0, ...inMemory.keys()) - 1 };
    inMemory.set(kept.key, kept);
    return kept;
  };

  return {
    rows: async () => {
      const rows = await attempt(
        (database) => database.rows(),
        () => [],
      );
      return [...rows, ...inMemory.values()].sort((a, b) => (a.endedAt < b.endedAt ? -1 : 1));
    },
    add: (row) =>
      attempt(
        async (database) => ({ ...row, key: await database.add(row) }),
        () => remember(row),
      ),
    put: async (row) => {
      if (row.key < 0) inMemory.set(row.key, row);
      else
        await attempt<unknown>(
          (database) => database.put(row),
          () => null,
        );
    },
    remove: async (key) => {
      if (inMemory.delete(key)) return;
      await attempt<unknown>(
        (database) => database.remove(key),
        () => null,
      );
    },
    problem: () => problem,
  };
}
