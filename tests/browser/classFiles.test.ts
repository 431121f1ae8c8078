/** A class without a server: files dropped on any page become a verified board and a decision map, and nothing is sent. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AXE, findBarriers } from '../support/axe.ts';
import { makeClass } from '../support/classLogs.ts';
import { dropFiles } from '../support/dropFile.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();
const GAMES = 14;
let folder: string;
let paths: string[];
let best: { readonly name: string; readonly score: number };

/** Ten files, four more in a zip, one of them twice, one with a score that was made up, one that is no log. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stormward-class-'));
  const logs = makeClass(QUIET_DOUBLING, GAMES);
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const texts = logs.map((log) => JSON.stringify(log));
  const zipped = texts.slice(10).map((text, index) => [`zipped-${index}.json`, strToU8(text)] as const);
  paths = [
    ...texts.slice(0, 10).map((text, index) => write(`student-${index}.json`, text)),
    write('more.zip', zipSync(Object.fromEntries(zipped))),
    write('again.json', texts[0] ?? ''),
    write('made-up.json', JSON.stringify({ ...logs[3], score: 100 })),
    write('essay.json', 'IL-6 is a messenger.'),
  ];
  const scores = logs.map(({ score }) => score);
  const at = scores.indexOf(Math.max(...scores));
  best = { name: at < 10 ? `student-${at}` : `zipped-${at - 10}`, score: scores[at] ?? 0 };
});

afterAll(() => rmSync(folder, { recursive: true }));

async function dropClass(page: Page): Promise<void> {
  await dropFiles(page, paths);
  await page.getByRole('heading', { level: 1, name: 'A class without a server' }).waitFor();
  await page.getByText(`${GAMES} games verified.`).waitFor({ timeout: 120_000 });
  await page.locator('.class-map-row').nth(GAMES).waitFor();
}

/** The places of the games on the map, from the first row on; the courses beside them have none. */
const places = (page: Page): Promise<number[]> =>
  page
    .locator('tbody:not(.class-map-held) .class-map-rank')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));

test('files dropped on the menu are verified, refused with reasons, and shown', async () => {
  const { page } = await game.open({ before: AXE });
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });
  await dropClass(page);
  const refused = await page.locator('.files-refused li').allTextContents();
  expect(refused).toHaveLength(3);
  expect(refused.join('\n')).toMatch(/again.*student-0/s);
  expect(refused.join('\n')).toMatch(/made-up.*100/s);
  expect(refused.join('\n')).toMatch(/essay.*JSON/s);
  expect(await page.locator('.podium .step-1').textContent()).toContain(best.name);
  expect(await page.locator('.class-board .board-row').count()).toBe(GAMES);
  expect(await places(page)).toHaveLength(GAMES);
  expect(await findBarriers(page)).toEqual([]);
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => page.locator('.class-map').count()).toBe(0);
});

test('the map is sorted and walked through by keyboard, and opens replays', async () => {
  const { page } = await game.open();
  await dropClass(page);
  const before = await places(page);
  expect(before).toEqual(before.toSorted((a, b) => a - b));
  await page.getByRole('button', { name: 'Sort by score' }).press('Enter');
  expect(await places(page)).toEqual(before.toReversed());
  expect(await page.locator('th[aria-sort]').count()).toBe(1);
  await page.getByRole('button', { name: 'Sort by score' }).press('Enter');

  // The first two rows are the courses that the class is held against.
  const stop = page.locator('.class-map-name[tabindex="0"]');
  await stop.focus();
  await stop.press('ArrowDown');
  await stop.press('ArrowDown');
  expect(await stop.textContent()).toContain(best.name);
  const described = await stop.evaluate((button) => {
    return document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
  });
  expect(described).toMatch(new RegExp(`^1\\. ${best.name}, ${best.score}, \\w.* on day \\d+: `));
  await stop.press('ArrowRight');
  expect(await page.locator('.class-map-tip').textContent()).toMatch(/day \d+, \d\d:\d\d/);
  expect(await page.locator('.class-map-board [aria-live]').textContent()).toMatch(/, day \d+, \d\d:\d\d/);
  await stop.press('Escape');
  expect(await page.locator('.class-map-tip').count()).toBe(0);
  await stop.press('Enter');
  await expect.poll(() => page.title()).toContain('replay');
  await page.goBack();
  await page.locator('.class-map-row').nth(GAMES).waitFor();
});

test('names are hidden on the page and in what is saved', async () => {
  const { page } = await game.open({ context: { acceptDownloads: true } });
  await dropClass(page);
  await page.getByRole('button', { name: 'Hide names' }).click();
  for (const place of ['.class-map', '.podium', '.class-board'])
    expect(await page.locator(place).textContent(), place).not.toMatch(/student-\d|zipped-\d/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Table (CSV)' }).click(),
  ]);
  const table = readFileSync(await download.path(), 'utf8');
  expect(table.trim().split('\n')).toHaveLength(GAMES + 1);
  expect(table).not.toMatch(/student-\d|zipped-\d/);
});

test('on a phone the names stay while the map moves sideways', async () => {
  const { page } = await game.open({ size: 'portrait', before: AXE });
  await dropClass(page);
  const scroll = page.locator('.class-map-scroll');
  const name = page.locator('.class-map-who').first();
  const left = (await name.boundingBox())?.x;
  await scroll.evaluate((element) => element.scrollTo(200, 0));
  expect(await scroll.evaluate((element) => element.scrollLeft)).toBe(200);
  expect((await name.boundingBox())?.x).toBe(left);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await findBarriers(page)).toEqual([]);
});
