/** Every screen at the four sizes of the design: nothing cut off, covered or too small, and nothing for axe-core to find. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { AXE, findBarriers } from '../support/axe.ts';
import { findMisplaced } from '../support/misplaced.ts';
import { settle } from '../support/pagePlay.ts';
import { FIRST_SCREEN, screensOf } from '../support/screens.ts';
import { SIZES, type SizeName, serveGame } from '../support/servedGame.ts';

const game = serveGame();

/** What a fingertip needs; a mouse is content with what can be seen. */
const FINGER = 44;

const setTheme = (page: Page, theme: string) =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen;
  }, theme);

async function barriersInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['projector', 'night']) {
    await setTheme(page, theme);
    await settle(page);
    found.push(...(await findBarriers(page)).map((barrier) => `${theme}: ${barrier}`));
  }
  return found;
}

test.each(Object.keys(SIZES) as SizeName[])('%s: every screen is whole', async (size) => {
  const isPhone = size === 'portrait' || size === 'landscape';
  const readsWithAxe = size === 'desk' || size === 'portrait';
  const { page } = await game.open({ size, at: FIRST_SCREEN, before: AXE });
  const faults: string[] = [];
  for (const { name, reach, over, leave, isReadElsewhere } of screensOf(size)) {
    await reach(page);
    await settle(page);
    const found = await findMisplaced(page, { smallest: isPhone ? FINGER : 0, within: over });
    if (readsWithAxe && !isReadElsewhere) found.push(...(await barriersInBothThemes(page)));
    faults.push(...found.map((fault) => `${name}: ${fault}`));
    await leave?.(page);
  }
  expect(faults).toEqual([]);
});

test('the theme that is chosen in the settings is worn, and still after a reload', async () => {
  const { page } = await game.open({ size: 'landscape' });
  const worn = () => page.evaluate(() => document.documentElement.dataset.theme);
  await expect.poll(worn).toBe('night');
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('radio', { name: /^Projector/ }).check();
  await expect.poll(worn).toBe('projector');
  await page.reload();
  await expect.poll(worn).toBe('projector');
});
