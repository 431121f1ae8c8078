/** Screenshots of start, storm and end, kept under .shots/ for people to look at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { playToEnd, settle, startPaused, stepHours } from '../support/pagePlay.ts';
import { SIZES, type SizeName, serveGame } from '../support/servedGame.ts';

const game = serveGame();
const FOLDER = fileURLToPath(new URL('../../.shots', import.meta.url));

/** The picture moves on while the game runs for this long, so that what is drawn is in the midst of it. */
const RUNNING = 1500;

/** Bytes of a PNG that shows next to nothing at the smaller size. */
const BLANK = 30_000;

async function keep(page: Page, name: string): Promise<void> {
  await settle(page);
  const shot = await page.screenshot();
  writeFileSync(`${FOLDER}/${name}.png`, shot);
  expect(shot.length).toBeGreaterThan(BLANK);
}

async function runAWhile(page: Page): Promise<void> {
  await page.locator('#picture canvas').waitFor();
  await page.keyboard.press('k');
  await page.waitForTimeout(RUNNING);
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
}

test.each(['desk', 'portrait'] satisfies SizeName[])('%s: menu, start, storm and end', async (size) => {
  mkdirSync(FOLDER, { recursive: true });
  const { width, height } = SIZES[size];
  const suffix = `${width}x${height}`;
  const { page } = await game.open({ size, at: '?seed=1' });
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  await keep(page, `menu-${suffix}`);
  await page.getByRole('button', { name: /^Play$/ }).click();
  await page.getByText('Student', { exact: true }).click();
  await keep(page, `briefing-${suffix}`);
  await startPaused(page);
  await runAWhile(page);
  await keep(page, `start-${suffix}`);
  await stepHours(page, 54);
  await runAWhile(page);
  await keep(page, `storm-${suffix}`);
  await playToEnd(page);
  await keep(page, `end-${suffix}`);
});

/** Hours after which the untreated storm of each later level is high, and the patient still alive. */
const LATER_LEVELS = [
  { name: 'The golden hours', hours: 3 },
  { name: 'Engineered fire', hours: 30 },
] as const;

test.each(LATER_LEVELS)('$name: its own picture before play, and its storm', async ({ name, hours }) => {
  mkdirSync(FOLDER, { recursive: true });
  const file = name.toLowerCase().replaceAll(' ', '-');
  const { page } = await game.open({ size: 'desk', at: '?seed=1' });
  await page.getByRole('button', { name: new RegExp(`${name}$`) }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Student', { exact: true }).click();
  const picture = page.locator('.level-picture');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await keep(page, `briefing-${file}`);
  await startPaused(page);
  await stepHours(page, hours);
  await runAWhile(page);
  await keep(page, `storm-${file}`);
});
