import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../../scripts/cluster/service.ts';
import { troubleOf, withRetries } from '../../../src/server/store/failures.ts';
import { DATABASE_FILE, openStore } from '../../../src/server/store/openStore.ts';
import { StoreFailure } from '../../../src/server/store/types.ts';
import { openRoom } from './samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stormward-failures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const errorWith = (facts: object, message = 'failed') => Object.assign(new Error(message), facts);

test.each([
  ['the disk of PostgreSQL is full', { code: '53100' }, 'diskFull'],
  ['PostgreSQL has no connection left', { code: '53300' }, 'busy'],
  ['two transactions were in each other’s way', { code: '40001' }, 'busy'],
  ['a deadlock', { code: '40P01' }, 'busy'],
  ['PostgreSQL starts up', { code: '57P03' }, 'unreachable'],
  ['a standby', { code: '25006' }, 'unreachable'],
  ['no such host', { code: 'ENOTFOUND' }, 'unreachable'],
  ['a full disk', { code: 'ENOSPC' }, 'diskFull'],
  ['SQLite is full', { code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'diskFull'],
  ['SQLite cannot grow what it shares', { code: 'ERR_SQLITE_ERROR', errcode: 4874 }, 'diskFull'],
  ['SQLite is busy with recovery', { code: 'ERR_SQLITE_ERROR', errcode: 261 }, 'busy'],
  ['a constraint of SQLite', { code: 'ERR_SQLITE_ERROR', errcode: 2067 }, null],
  ['a constraint of PostgreSQL', { code: '23505' }, null],
  ['a wrong statement', { code: '42601' }, null],
])('%s', (_, facts, trouble) => {
  expect(troubleOf(errorWith(facts))).toBe(trouble);
});

test('what passes is done again, what does not pass is said', async () => {
  let tries = 0;
  const passing = async () => {
    tries += 1;
    if (tries < 3) throw errorWith({ code: '40001' });
    return tries;
  };
  expect(await withRetries(passing)).toBe(3);
  tries = 0;
  const failing = (code: string) => async () => {
    tries += 1;
    throw errorWith({ code });
  };
  await expect(withRetries(failing('40P01'))).rejects.toMatchObject({ trouble: 'busy' });
  expect(tries).toBeGreaterThan(2);
  tries = 0;
  await expect(withRetries(failing('53100'))).rejects.toMatchObject({ trouble: 'diskFull' });
  await expect(withRetries(failing('42601'))).rejects.not.toBeInstanceOf(StoreFailure);
  expect(tries).toBe(2);
});

test('while another process writes without end, the store is busy, and then goes on', async () => {
  const store = await openStore({ folder });
  const room = await openRoom(store);
  const other = new DatabaseSync(join(folder, DATABASE_FILE));
  other.exec('begin immediate');
  await expect(store.check()).rejects.toMatchObject({ name: 'StoreFailure', trouble: 'busy' });
  await expect(store.removeRoom(room.id)).rejects.toMatchObject({ trouble: 'busy' });
  expect((await store.roomByCode(room.code))?.id).toBe(room.id);
  other.exec('rollback');
  other.close();
  await store.check();
  expect(await store.removeRoom(room.id)).toBe(true);
  await store.close();
});

test('a place that cannot be a database is refused', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'no folder');
  await expect(openStore({ folder: file })).rejects.toThrow();
  const taken = join(folder, 'taken');
  mkdirSync(join(taken, DATABASE_FILE), { recursive: true });
  await expect(openStore({ folder: taken })).rejects.toMatchObject({ trouble: 'unreachable' });
  const databaseUrl = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`;
  await expect(openStore({ databaseUrl })).rejects.toMatchObject({ trouble: 'unreachable' });
});

test('a file that is no database stays as it is', async () => {
  writeFileSync(join(folder, DATABASE_FILE), 'this is a diary, and no database at all'.repeat(100));
  await expect(openStore({ folder })).rejects.toThrow(/not a database/);
});
