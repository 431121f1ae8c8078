/** What a key or a press does beside the obvious: it never repeats an order, and nothing that was opened stays. */
import { expect, test } from 'vitest';
import { levelAddress, startPaused } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

test('Space after an order plays and pauses, and leaves the order as it is', async () => {
  const { page } = await game.open({ at: levelAddress() });
  await startPaused(page);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('card-antiviral');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('1');
  await page.locator('.sheet:focus-within').waitFor();
  expect(await page.evaluate(() => document.activeElement?.matches('.stop'))).toBe(false);
});

test('no description stands beside an open sheet or after Escape', async () => {
  const { page } = await game.open({ at: levelAddress() });
  await startPaused(page);
  const shown = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.peek')].filter((peek) =>
          peek.checkVisibility({ visibilityProperty: true }),
        ).length,
    );
  await page.mouse.move(600, 300);
  await page.locator('#card-tocilizumab').hover();
  await expect.poll(shown).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(shown).toBe(0);
  await page.locator('#card-tocilizumab').click();
  await page.getByRole('dialog').waitFor();
  await expect.poll(shown).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  await page.locator('.trend-window').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.trend-window').waitFor({ state: 'detached' });
});

test('the words for the first minute go with the first order, for good', async () => {
  const { page } = await game.open({ at: levelAddress() });
  await startPaused(page);
  const hint = page.getByRole('complementary', { name: 'What to do' });
  await hint.waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await hint.waitFor({ state: 'detached' });
  const kept = () => page.evaluate(() => JSON.parse(localStorage['stormward.settings'] ?? '{}').hintSeen);
  await expect.poll(kept).toBe(true);
});

test('a list of keys opens where the screen is small, and Escape closes it', async () => {
  const { page } = await game.open({ at: levelAddress(), size: 'landscape' });
  await startPaused(page);
  await page.keyboard.press('?');
  await page.locator('.keys-list:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.keys-list').waitFor({ state: 'detached' });
});
