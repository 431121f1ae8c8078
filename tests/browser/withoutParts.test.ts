/** The game stays whole when the browser withholds a part of itself: WebGL, storage, or Phaser's file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import { NO_WEBGL } from '../support/noWebgl.ts';
import { levelAddress, playToEnd, readClock, startPaused } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

const REFUSED_DATABASE = `IDBFactory.prototype.open = () => { throw new DOMException('No.', 'SecurityError'); };`;
const FULL_DATABASE = `IDBObjectStore.prototype.add = () => { throw new DOMException('Full.', 'QuotaExceededError'); };`;
const REFUSED_SETTINGS = `Storage.prototype.setItem = () => { throw new DOMException('No.', 'SecurityError'); };
  Storage.prototype.getItem = Storage.prototype.setItem;`;

/** Saves the log from the end screen and reads it as the game itself would. */
async function savedLogHolds(page: Page): Promise<boolean> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the log' }).click();
  const folder = mkdtempSync(join(tmpdir(), 'stormward-saved-'));
  const path = join(folder, 'game.json');
  await (await downloading).saveAs(path);
  const parsed = parseDecisionLog(readFileSync(path, 'utf8'));
  rmSync(folder, { recursive: true });
  return parsed.ok;
}

test('without WebGL the page says so, tells the picture in words, and the level ends as it would', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress(), before: NO_WEBGL });
  await startPaused(page);
  const hero = page.getByRole('region', { name: 'Inside view' });
  await hero.getByText('offers no WebGL').waitFor();
  const told = hero.locator('p.quiet');
  const before = await told.textContent();
  expect(before).not.toContain('loading');
  await page.keyboard.press('k');
  const clock = () => readClock(page);
  const first = await clock();
  await expect.poll(clock).not.toBe(first);
  await page.keyboard.press('1');
  await page.getByRole('dialog').getByRole('button', { name: /^Give/ }).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: /^Antiviral.*4 doses left/ }).waitFor();
  await playToEnd(page);
  expect(await told.count()).toBe(0);
  expect(await savedLogHolds(page)).toBe(true);
});

test.each([
  ['refused', REFUSED_DATABASE, /refuses to store/],
  ['full', FULL_DATABASE, /storage is full/],
  ['refused for the settings too', REFUSED_DATABASE + REFUSED_SETTINGS, /refuses to store/],
])(
  'with storage %s the end screen is whole, says so, and the log can be saved',
  async (_name, before, said) => {
    const { page } = await game.open({ size: 'landscape', at: levelAddress(), before });
    await startPaused(page);
    await playToEnd(page);
    await page.getByText(said).waitFor();
    await page.getByRole('heading', { name: 'Why this score' }).waitFor();
    await expect.poll(() => page.locator('.end-number').textContent()).toMatch(/^\d+$/);
    expect(await savedLogHolds(page)).toBe(true);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('heading', { name: 'Your last games' }).waitFor();
    await page.getByText(said).waitFor();
  },
);

test('with storage the game stands on the shelf of the menu, after a reload too', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress() });
  await startPaused(page);
  await playToEnd(page);
  await page.goto(`${game.address()}#menu`);
  await page.reload();
  await page.getByRole('button', { name: /^Watch the game of/ }).click();
  await page.locator('.replay-bar').waitFor();
});

test('the menu can be read and used before Phaser has arrived', async () => {
  const { page, watch } = await game.open({
    size: 'landscape',
    prepare: (fresh) => fresh.route(/\/(phaser|mount)-[^/]*\.js$/, () => undefined),
  });
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  expect(await page.getByRole('button', { name: 'Play', exact: true }).isEnabled()).toBe(true);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Start' }).waitFor();
  // It was asked for, and has not come.
  await expect
    .poll(() => watch.requests.filter((url) => /\/(phaser|mount)-/.test(url)).length)
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => page.locator('.clock').textContent()).toMatch(/06:/);
});

test('when the picture cannot be loaded the page says so and the game goes on', async () => {
  const { page } = await game.open({
    size: 'landscape',
    at: levelAddress(),
    prepare: (fresh) => fresh.route(/\/(phaser|mount)-[^/]*\.js$/, (route) => route.abort()),
    expected: /console: Failed to load resource/,
  });
  await startPaused(page);
  await page.getByText('The picture of the body could not be loaded').waitFor();
  await page.keyboard.press('k');
  const clock = () => readClock(page);
  const first = await clock();
  await expect.poll(clock).not.toBe(first);
});
