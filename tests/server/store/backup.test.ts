import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditGames } from '../../../scripts/cluster/sqliteKills.ts';
import { WRITER, writersRoom, writtenGame } from '../../../scripts/cluster/writer.ts';
import { BACKUP_FILE, startBackup } from '../../../src/server/store/backup.ts';
import { DATABASE_FILE, openStore } from '../../../src/server/store/openStore.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stormward-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SOON = { timeout: 30_000 };
const fail = (error: unknown) => expect.fail(String(error));

/** What another machine would have after copying that one file. */
function copyAway(name: string): string {
  const elsewhere = mkdtempSync(join(folder, 'elsewhere-'));
  copyFileSync(join(folder, name), join(elsewhere, DATABASE_FILE));
  return elsewhere;
}

/** A process that writes without end; `until` resolves when it has acknowledged so many games. */
function startWriter() {
  const writer = spawn(process.execPath, [WRITER, folder, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged = new Map<number, string>();
  const lines = createInterface({ input: writer.stdout });
  lines.on('line', (line) => {
    const [number, id] = line.split(' ') as [string, string];
    acknowledged.set(Number(number), id);
  });
  const until = async (count: number) => {
    while (acknowledged.size < count) await once(lines, 'line');
  };
  return { writer, acknowledged, until };
}

async function endWriter(writer: ChildProcess): Promise<void> {
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
}

test('the copy of one file, taken while others write, holds everything up to it', async () => {
  const { writer, acknowledged, until } = startWriter();
  try {
    await until(20);
    const backup = startBackup(folder, fail);
    for (const count of [100, 200, 300]) {
      await until(count);
      const before = new Map(acknowledged);
      expect(await backup.now()).toBe(true);
      const copy = copyAway(BACKUP_FILE);
      expect(await auditGames(copy, before)).toMatchObject({ lost: 0, duplicated: 0 });
    }
    await backup.stop();
  } finally {
    await endWriter(writer);
  }
});

test('a copy that is taken while the file is renewed is whole', async () => {
  const { writer, acknowledged, until } = startWriter();
  try {
    await until(50);
    const backup = startBackup(folder, fail);
    const before = new Map(acknowledged);
    await backup.now();
    for (let copies = 0; copies < 10; copies++) {
      const renewing = backup.now();
      const copy = copyAway(BACKUP_FILE);
      expect(await auditGames(copy, before)).toMatchObject({ lost: 0, duplicated: 0 });
      await renewing;
    }
    await backup.stop();
  } finally {
    await endWriter(writer);
  }
});

test('it is renewed only when something has changed, and once more at the end', async () => {
  const store = await openStore({ folder });
  await writersRoom(store);
  const backup = startBackup(folder, fail);
  await backup.now();
  expect(await backup.now()).toBe(false);
  const games = [writtenGame(1), writtenGame(2)];
  await store.addSubmission(games[0]!, 40);
  expect(await backup.now()).toBe(true);
  expect(await backup.now()).toBe(false);
  await store.addSubmission(games[1]!, 40);
  await backup.stop();
  await store.close();
  const acknowledged = new Map(games.map(({ id }, index) => [index + 1, id]));
  expect(await auditGames(copyAway(BACKUP_FILE), acknowledged)).toMatchObject({ lost: 0 });
  // Closed in order, everything stands in the one file, and nothing lies about.
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('class'))
      .sort(),
  ).toEqual([BACKUP_FILE, DATABASE_FILE]);
  expect(await auditGames(copyAway(DATABASE_FILE), acknowledged)).toMatchObject({ lost: 0 });
});

test('it is renewed by itself', async () => {
  const store = await openStore({ folder });
  await writersRoom(store);
  const backup = startBackup(folder, fail, 20);
  await expect.poll(() => existsSync(join(folder, BACKUP_FILE)), SOON).toBe(true);
  const game = writtenGame(1);
  await store.addSubmission(game, 40);
  await expect
    .poll(() => auditGames(copyAway(BACKUP_FILE), new Map([[1, game.id]])), SOON)
    .toMatchObject({ lost: 0 });
  await backup.stop();
  await store.close();
});

test('where it cannot be written, that is said, and the store goes on', async () => {
  const store = await openStore({ folder });
  await writersRoom(store);
  // A folder that is not empty stands where the file should.
  mkdirSync(join(folder, BACKUP_FILE));
  writeFileSync(join(folder, BACKUP_FILE, 'something'), '');
  const failures: unknown[] = [];
  const backup = startBackup(folder, (error) => failures.push(error));
  await expect(backup.now()).rejects.toThrow();
  expect(failures).toHaveLength(1);
  await store.check();
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  rmSync(join(folder, BACKUP_FILE), { recursive: true });
  expect(await backup.now()).toBe(true);
  await backup.stop();
  await store.close();
});
