/** The browser's database: games that have ended, trees of branches, and games on their way to a class server. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptTree } from './branches/types.ts';
import type { OutboxRow } from './classroom/types.ts';
import type { SavedLog } from './types.ts';

interface Schema extends DBSchema {
  logs: { key: number; value: Omit<SavedLog, 'key'> & { key?: number } };
  trees: { key: string; value: KeptTree };
  outbox: { key: number; value: Omit<OutboxRow, 'key'> & { key?: number } };
}

export type GameDatabase = IDBPDatabase<Schema>;

/** Layout 1 had the logs alone; layout 2 puts the trees beside them, layout 3 what is handed in to a class. */
const LAYOUT = 3;

/** Opens the database, and brings an older layout up to this one with what is in it. Rejects where there is none or it is refused. */
export async function openGameDatabase(): Promise<GameDatabase> {
  const database: GameDatabase = await openDB<Schema>('stormward', LAYOUT, {
    upgrade: (opened, before) => {
      if (before < 1) opened.createObjectStore('logs', { keyPath: 'key', autoIncrement: true });
      if (before < 2) opened.createObjectStore('trees', { keyPath: 'id' });
      if (before < 3) opened.createObjectStore('outbox', { keyPath: 'key', autoIncrement: true });
    },
    // Another tab wants a newer layout: give way instead of blocking it.
    blocking: () => database.close(),
  });
  return database;
}
