/** A page that is loaded again in the middle of a game costs nothing of it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { levelAddress, playToEnd, readMoment, startPaused, stepHours, tabTo } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

const REFUSED_STORAGE = `
  for (const call of ['getItem', 'setItem', 'removeItem'])
    Storage.prototype[call] = () => { throw new DOMException('No.', 'SecurityError'); };`;

async function giveTocilizumab(page: Page): Promise<void> {
  await page.keyboard.press('4');
  await page.locator('[role="dialog"]:focus-within').waitFor();
  await tabTo(page, /^Give/, 8);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Drags along the timeline, as shares of its width, and tells the tick that it came to. */
async function dragTimeline(page: Page, from: number, to: number): Promise<number> {
  const lane = await page.locator('.lane').boundingBox();
  if (!lane) throw new Error('No timeline stands on the page.');
  const at = (share: number) => [lane.x + share * lane.width, lane.y + lane.height * 0.6] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 5 });
  await page.locator('.lane.seeking').waitFor();
  await page.mouse.up();
  await page.locator('.lane.seeking').waitFor({ state: 'detached' });
  return Number(await page.getByRole('slider', { name: 'Moment of the replay' }).inputValue());
}

test('a game goes on after a reload at the same tick and state, and its log holds to the end', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress('student', '&debug') });
  await startPaused(page);
  await stepHours(page, 7);
  await giveTocilizumab(page);
  await stepHours(page, 13);
  const left = await readMoment(page);
  expect(left.tick).toBe(20 * 20);

  await page.reload();
  await tabTo(page, /^Go on with your game, day 0, 20:00$/);
  await page.getByRole('button', { name: 'Start anew' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await readMoment(page)).toEqual(left);

  await playToEnd(page);
  await page.getByRole('button', { name: 'Watch the replay' }).click();
  await page.getByText('Verified, bit for bit').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  const early = await dragTimeline(page, 0.5, 0.05);
  const late = await dragTimeline(page, 0.05, 0.1);
  expect(early).toBeGreaterThan(0);
  expect(late / early).toBeCloseTo(2, 1);
  await page.getByRole('img', { name: /^Day 0 07:00 .*ocilizumab/ }).waitFor();

  await page.goto(`${game.address()}#menu`);
  await page.reload();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /^Go on/ }).count()).toBe(0);
});

test('where the browser keeps nothing the game is played as ever, and a reload begins at the menu', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress(), before: REFUSED_STORAGE });
  await startPaused(page);
  await giveTocilizumab(page);
  await stepHours(page, 12);
  await expect.poll(() => page.locator('.clock').textContent()).toMatch(/12:00/);
  await page.goto(`${game.address()}#menu`);
  await page.reload();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /^Go on/ }).count()).toBe(0);
});
