/** The page on privacy says what is stored: it must name all of it, and nothing else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CLASS_LIMITS } from '../../src/schema/classroom/limits.ts';
import { DATABASE_FILE, openStore } from '../../src/server/store/openStore.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = readFileSync(`${ROOT}docs/privacy.md`, 'utf8');

/** First cells, and the words in backticks of the second ones, of the table that begins with a heading. */
function tableOf(heading: string): ReadonlyMap<string, readonly string[]> {
  const [, after = ''] = PAGE.split(`| ${heading} |`);
  const [rows = ''] = after.split('\n\n');
  const ticked = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string);
  return new Map(
    rows
      .split('\n')
      .slice(2)
      .flatMap((row) => {
        const [first, second] = row.split(' | ');
        return ticked(first).map((name) => [name, ticked(second)] as const);
      }),
  );
}

test('every table of the database and every column of it is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-privacy-'));
  await (await openStore({ folder })).close();
  const database = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all()
    .map(({ name }) => String(name));
  const told = tableOf('table | what is in it');
  expect([...told.keys()].sort()).toEqual([...tables].sort());
  for (const table of tables.filter((name) => !name.startsWith('kysely'))) {
    const columns = database
      .prepare('select name from pragma_table_info(?)')
      .all(table)
      .map(({ name }) => String(name));
    expect([...(told.get(table) ?? [])].sort(), table).toEqual(columns.sort());
  }
  database.close();
  rmSync(folder, { recursive: true });
});

const sources = () =>
  (readdirSync(`${ROOT}src`, { recursive: true }) as string[])
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(`${ROOT}src/${path}`, 'utf8'))
    .join('\n');

test('every place in the browser is named', () => {
  const source = sources();
  const told = (kind: string) =>
    [...PAGE.matchAll(new RegExp(`^\\| ${kind}\`([a-z.]+)\``, 'gm'))].map(([, name]) => name).sort();
  const keys = [...source.matchAll(/KEY = '(stormward\.[a-z]+)'/g)].map(([, key]) => key).sort();
  expect(told('localStorage ')).toEqual(keys);
  const stores = [...source.matchAll(/createObjectStore\('([a-z]+)'/g)].map(([, store]) => store).sort();
  expect(told('IndexedDB `stormward`, store ')).toEqual(stores);
  expect(source).not.toMatch(
    /document\.cookie|sessionStorage|serviceWorker\.register|sendBeacon|set-cookie/i,
  );
});

test('the times are those of the code', () => {
  expect(PAGE).toContain(`(1 to ${CLASS_LIMITS.keepDays})`);
  expect(PAGE).toContain(`never started, after ${CLASS_LIMITS.lobbyDays} days`);
  expect(PAGE).toContain(`which may be ${CLASS_LIMITS.roomDays} days ahead`);
});
