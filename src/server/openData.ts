/** Opens what a class server keeps, or says in one sentence why it cannot. */
import { mkdirSync } from 'node:fs';
import { lockFolder } from './folderLock.ts';
import { withoutSecrets } from './logging.ts';
import { startBackup } from './store/backup.ts';
import { NewerDatabase } from './store/migrate.ts';
import { openStore, type StorePlace } from './store/openStore.ts';
import { type RoomStore, StoreFailure } from './store/types.ts';

/** Why a server cannot start, in one sentence for whoever started it. */
export class CannotStart extends Error {}

export interface OpenData {
  readonly store: RoomStore;
  /** Folds everything into the one file and lets the folder go. */
  close(): Promise<void>;
}

/** @throws CannotStart */
export async function openData(place: StorePlace, backupFailed: (error: unknown) => void): Promise<OpenData> {
  if ('databaseUrl' in place) {
    const store = await open(place, (trouble) => `The database of DATABASE_URL is ${trouble}`);
    return { store, close: () => store.close() };
  }
  const { folder } = place;
  const unlock = takeFolder(folder);
  try {
    const store = await open(place, (trouble) => `The data folder ${folder} is ${trouble}`);
    const backup = startBackup(folder, backupFailed);
    const close = async () => {
      await backup.stop();
      await store.close();
      unlock();
    };
    return { store, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

const TROUBLES = { unreachable: 'not to be reached', diskFull: 'full', busy: 'busy' } as const;

async function open(place: StorePlace, sentence: (trouble: string) => string): Promise<RoomStore> {
  try {
    return await openStore(place);
  } catch (error) {
    if (error instanceof NewerDatabase) throw new CannotStart(error.message);
    if (!(error instanceof StoreFailure)) throw error;
    const cause = error.cause instanceof Error ? ` (${withoutSecrets(error.cause.message)})` : '';
    throw new CannotStart(`${sentence(TROUBLES[error.trouble])}${cause}.`);
  }
}

function takeFolder(folder: string): () => void {
  let unlock: (() => void) | null;
  try {
    mkdirSync(folder, { recursive: true });
    unlock = lockFolder(folder);
  } catch {
    throw new CannotStart(
      `The data folder ${folder} cannot be written: choose another one, for example DATA=$HOME/stormward npm start.`,
    );
  }
  if (unlock !== null) return unlock;
  throw new CannotStart(
    `Another Stormward already runs on the data folder ${folder}: stop it first, or name another folder with DATA.`,
  );
}
