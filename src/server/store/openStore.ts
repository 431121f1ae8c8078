/** Opens the class server's database: a file in a folder, or a PostgreSQL that others may share. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { withRetries } from './failures.ts';
import { createLine } from './line.ts';
import { migrate } from './migrate.ts';
import { MOST_CONNECTIONS, postgresDialect } from './postgres.ts';
import { roomQueries } from './roomQueries.ts';
import { seatQueries } from './seatQueries.ts';
import { openDatabase, sqliteDialect } from './sqlite.ts';
import { submissionQueries } from './submissionQueries.ts';
import type { Link, Tables } from './tables.ts';
import { type RoomStore, StoreFailure } from './types.ts';

/** The one file that holds everything, in the data folder. */
export const DATABASE_FILE = 'class.db';

/** `folder`: an absolute path, made when it is not there. */
export type StorePlace = { readonly folder: string } | { readonly databaseUrl: string };

/** Runs queries one by one or whole, counts those that run, and lets none begin once it is closing. */
function linkTo(
  kysely: Kysely<Tables>,
  { connections, hasRowLocks }: { readonly connections: number; readonly hasRowLocks: boolean },
): Link & { close(): Promise<void> } {
  // The pool gives up on those who wait too long, as it does on a database that does not answer: they wait here.
  const inLine = createLine(connections);
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing !== null) throw new StoreFailure('unreachable', new Error('the store is closed'));
    const run = withRetries(() => inLine(work));
    running.add(run);
    return run.finally(() => running.delete(run));
  };
  const finish = async () => {
    await Promise.allSettled(running);
    await kysely.destroy();
  };
  return {
    run: (work) => counted(() => work(kysely)),
    change: (work) => counted(() => kysely.transaction().execute(work)),
    hasRowLocks,
    close: () => {
      closing ??= finish();
      return closing;
    },
  };
}

/** The store on tables that stand. */
function storeOn(link: Link & { close(): Promise<void> }): RoomStore {
  return {
    ...roomQueries(link),
    ...seatQueries(link),
    ...submissionQueries(link),
    check: () =>
      link.run(async (database) => {
        const at = new Date().toISOString();
        await database
          .insertInto('probes')
          .values({ id: 1, at })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
          .execute();
      }),
    close: link.close,
  };
}

/** The store on an open SQLite database, which it closes at its end. Rejects like {@link openStore}. */
export async function sqliteStore(database: DatabaseSync): Promise<RoomStore> {
  const kysely = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  try {
    await migrate(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return storeOn(linkTo(kysely, { connections: 1, hasRowLocks: false }));
}

async function openFile(folder: string): Promise<RoomStore> {
  await mkdir(folder, { recursive: true });
  return sqliteStore(openDatabase(join(folder, DATABASE_FILE)));
}

async function openPostgres(databaseUrl: string): Promise<RoomStore> {
  const patient = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, true) });
  try {
    await migrate(patient);
  } finally {
    await patient.destroy();
  }
  const kysely = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, false) });
  return storeOn(linkTo(kysely, { connections: MOST_CONNECTIONS, hasRowLocks: true }));
}

/**
 * Opens the store and brings its tables up to date. Rejects with a {@link StoreFailure} when the place cannot be
 * reached or written, and with `NewerDatabase` (src/server/store/migrate.ts) when a later version wrote it.
 */
export async function openStore(place: StorePlace): Promise<RoomStore> {
  if ('folder' in place) return withRetries(() => openFile(place.folder));
  return withRetries(() => openPostgres(place.databaseUrl));
}
