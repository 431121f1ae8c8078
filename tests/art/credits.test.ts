import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));
const FREE = ['CC-BY-4.0', 'CC0-1.0', 'MIT', 'OFL-1.1'];

interface Credit {
  readonly path: string;
  readonly title: string;
  readonly author: string;
  readonly licence: string;
  readonly source: string;
}

const credits: Credit[] = JSON.parse(readFileSync(join(ASSETS, 'CREDITS.json'), 'utf8')).assets;
const files = readdirSync(ASSETS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(ASSETS.length + 1)
      .replaceAll('\\', '/'),
  )
  .filter((file) => file !== 'CREDITS.json');

test('every asset has an author, a source and a free licence', () => {
  expect(files.length).toBeGreaterThan(10);
  const missing = files.filter((file) => !credits.some(({ path }) => path === file));
  expect(missing).toEqual([]);
  for (const credit of credits) {
    expect(FREE, credit.path).toContain(credit.licence);
    for (const text of [credit.title, credit.author, credit.source]) expect(text, credit.path).toMatch(/\S/);
  }
});

test('no credit is left over from an asset that is gone', () => {
  const unused = credits.filter(({ path }) => !files.includes(path));
  expect(unused).toEqual([]);
});
