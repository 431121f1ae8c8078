/** Fills a disk under the store and makes room again: `node scripts/cluster/fullDisk.ts <folder>` prints a {@link FullDiskReport}. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/server/store/openStore.ts';
import { type RoomStore, StoreFailure } from '../../src/server/store/types.ts';
import { auditGames, type KillReport } from './sqliteKills.ts';
import { writersRoom, writtenGame } from './writer.ts';

export const FULL_DISK = fileURLToPath(import.meta.url);

export interface FullDiskReport extends KillReport {
  /** After room was made, the store took the very game that it had refused, and more. */
  readonly recovered: boolean;
}

/** More games than fit on the disk of the test. */
const MOST_GAMES = 10_000;
const MORE_GAMES = 50;

async function handIn(store: RoomStore, number: number, acknowledged: Map<number, string>): Promise<void> {
  const answer = await store.addSubmission(writtenGame(number), Number.POSITIVE_INFINITY);
  if (typeof answer === 'string') throw new Error(answer);
  acknowledged.set(number, answer.submission.id);
}

/** Hands in until the store says that the disk is full; returns the number that was refused. */
async function fill(store: RoomStore, acknowledged: Map<number, string>): Promise<number> {
  for (let number = 0; number < MOST_GAMES; number++) {
    try {
      await handIn(store, number, acknowledged);
    } catch (error) {
      if (error instanceof StoreFailure && error.trouble === 'diskFull') return number;
      throw error;
    }
  }
  throw new Error('the disk never was full');
}

/**
 * Fills the disk, reads on it, has `makeRoom` make room, and goes on. Throws when the store gives another answer than
 * `diskFull`, or cannot be read meanwhile.
 */
export async function playFullDisk(
  open: () => Promise<RoomStore>,
  makeRoom: () => void,
  folder: string,
): Promise<FullDiskReport> {
  const store = await open();
  const roomId = await writersRoom(store);
  const acknowledged = new Map<number, string>();
  const refused = await fill(store, acknowledged);
  const rows = await store.submissions(roomId);
  if (rows.length !== acknowledged.size) throw new Error(`${rows.length} rows of ${acknowledged.size}`);
  makeRoom();
  await store.check();
  for (let number = refused; number < refused + MORE_GAMES; number++)
    await handIn(store, number, acknowledged);
  await store.close();
  const audit = await auditGames(folder, acknowledged);
  return { ...audit, recovered: audit.acknowledged === refused + MORE_GAMES };
}

if (process.argv[1] === FULL_DISK) {
  const folder = process.argv[2] ?? '';
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(2_000_000, 1));
  const report = await playFullDisk(
    () => openStore({ folder }),
    () => rmSync(ballast),
    folder,
  );
  console.log(JSON.stringify(report));
}
