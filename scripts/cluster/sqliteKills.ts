/** SQLite under kill -9: what a process has acknowledged before it is killed in mid-write is there, once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { DATABASE_FILE, openStore } from '../../src/server/store/openStore.ts';
import { logOf, WRITER, writersRoom } from './writer.ts';

/** Numbers before the first unknown one that the next process hands in once more. */
const OVERLAP = 8;

/** Runs a writer until it has acknowledged so many, kills it, and adds what it said to `acknowledged`. */
async function killWriter(folder: string, acknowledged: Map<number, string>, most: number): Promise<number> {
  const first = Math.max(0, acknowledged.size - OVERLAP);
  const writer = spawn(process.execPath, [WRITER, folder, `${first}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'exit');
  let said = 0;
  let duplicated = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    const [number, id] = line.split(' ') as [string, string];
    const earlier = acknowledged.get(Number(number));
    if (earlier !== undefined && earlier !== id) duplicated += 1;
    acknowledged.set(Number(number), id);
    said += 1;
    if (said === most) writer.kill('SIGKILL');
  }
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself after ${said} games`);
  return duplicated;
}

/** Throws unless SQLite finds the file whole. */
function checkFile(folder: string): void {
  const database = new DatabaseSync(join(folder, DATABASE_FILE));
  const found = database
    .prepare('pragma integrity_check')
    .all()
    .map((row) => row.integrity_check);
  database.close();
  if (found.join() !== 'ok') throw new Error(`the database is damaged: ${found.join(', ')}`);
}

/** Of the games acknowledged, how many are not in the store as they were; and how many rows are there twice. */
export async function auditGames(folder: string, acknowledged: ReadonlyMap<number, string>) {
  const store = await openStore({ folder });
  try {
    const roomId = await writersRoom(store);
    const rows = await store.submissions(roomId);
    const logs = await store.logs(roomId);
    const lost = [...acknowledged].filter(([number, id]) => logs.get(id) !== logOf(number)).length;
    const duplicated = rows.length - new Set(rows.map(({ logHash }) => logHash)).size;
    return { acknowledged: acknowledged.size, lost, duplicated };
  } finally {
    await store.close();
  }
}

export interface KillReport {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
}

/** Kills so many writing processes, one after the other on the same file, and counts. */
export async function sqliteKills(times: number): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-kills-'));
  const acknowledged = new Map<number, string>();
  let duplicated = 0;
  try {
    for (let kill = 0; kill < times; kill++) {
      // From the first game to some hundred: checkpoints of the log come about every hundred.
      duplicated += await killWriter(folder, acknowledged, 1 + Math.floor(Math.random() * 400));
      checkFile(folder);
    }
    const audit = await auditGames(folder, acknowledged);
    return { ...audit, duplicated: audit.duplicated + duplicated };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
