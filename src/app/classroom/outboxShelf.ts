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

interface Connection {
  /** True when it has been opened before. */
  stands(): boolean;
  /** Opens it when it is not. Rejects while it cannot be had. */
  get(): Promise<OutboxDatabase>;
  /** Opens another one the next time. */
  drop(): void;
}

/** Waits for an opening as long as `patience`, in milliseconds, and not once more for the same one. */
function createConnection(open: () => Promise<OutboxDatabase>, patience: number): Connection {
  let opened: Promise<OutboxDatabase> | null = null;
  let isLate = false;
  const drop = (): void => {
    opened = null;
    isLate = false;
  };
  const start = (): Promise<OutboxDatabase> =>
    open().catch((error: unknown) => {
      drop();
      throw error;
    });
  return {
    stands: () => opened !== null && !isLate,
    async get() {
      opened ??= start();
      const late = Promise.withResolvers<never>();
      const giveUp = (): void => {
        isLate = true;
        late.reject(new DOMException('The database does not open.', 'TimeoutError'));
      };
      const timer = setTimeout(giveUp, isLate ? 0 : patience);
      const database = await Promise.race([opened, late.promise]).finally(() => clearTimeout(timer));
      isLate = false;
      return database;
    },
    // One that is late may still come.
    drop: () => void (isLate || drop()),
  };
}

/** Milliseconds that a database has to open: another tab with an older layout of it may keep it from that for ever. */
const PATIENCE = 5_000;

/** Does work over a connection, or something else where it cannot be done. `isWhole`: nothing is missing in the database. */
function createAttempts(connection: Connection, isWhole: () => boolean) {
  let problem: StorageProblem | null = null;

  async function attempt<T>(work: (database: OutboxDatabase) => Promise<T>, otherwise: () => T): Promise<T> {
    // A browser closes what stood open for long, after a sleep above all: then once more over a new connection.
    for (const isLast of connection.stands() ? [false, true] : [true]) {
      try {
        const value = await work(await connection.get());
        if (isWhole()) problem = null;
        return value;
      } catch (error) {
        connection.drop();
        problem = storageProblemOf(error);
        if (isLast || problem === 'full') break;
      }
    }
    return otherwise();
  }

  return { attempt, problem: () => problem };
}

/** Opened at the first call, and tried again at the next one when it could not be. What it refuses is kept in memory. */
export function createOutboxShelf(open: () => Promise<OutboxDatabase>, patience = PATIENCE): OutboxShelf {
  /** Rows that the database did not take. Their keys are below zero, where no key of the database is, and none comes twice. */
  const inMemory = new Map<number, OutboxRow>();
  let lowest = 0;
  const { attempt, problem } = createAttempts(createConnection(open, patience), () => inMemory.size === 0);

  const remember = (row: NewOutboxRow): OutboxRow => {
    lowest -= 1;
    const kept = { ...row, key: lowest };
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
    problem,
  };
}
