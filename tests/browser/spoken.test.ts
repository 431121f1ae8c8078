/** What a screen reader is told without asking: refusals, doses, alarms, results and the ending. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { levelAddress, playToEnd, startPaused, stepHours } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

/** Keeps every text that a live region ever held, with the region's politeness. */
const LISTEN = `
  window.heard = [];
  const regions = '[aria-live], [role="alert"], [role="status"]';
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(regions);
      const text = region?.textContent.trim();
      if (!text) continue;
      const kind = region.getAttribute('aria-live') ?? region.getAttribute('role');
      heard.push((kind === 'alert' ? 'assertive' : kind === 'status' ? 'polite' : kind) + ': ' + text);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });`;

async function hears(page: Page, words: RegExp): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n')))
    .toMatch(words);
}

test('doses, refusals, alarms and the ending are spoken', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress(), before: LISTEN });
  await startPaused(page);
  const giveTocilizumab = async () => {
    await page.keyboard.press('4');
    await page.getByRole('dialog').getByRole('button', { name: /^Give/ }).click();
  };
  await giveTocilizumab();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  await hears(page, /^polite: Tocilizumab given: 576 mg\.$/m);
  await giveTocilizumab();
  await hears(page, /^(assertive|polite): Refused: Tocilizumab: the next dose can be ordered in 11/m);
  await page.keyboard.press('Escape');

  await stepHours(page, 36);
  await hears(page, /^assertive: Alarm: .*too (low|high)\.$/m);
  await playToEnd(page);
  await hears(page, /^assertive: The game has ended: the patient has died of organ failure\.$/m);
});

test('a result that was ordered is spoken in the clinician view', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress('clinician'), before: LISTEN });
  await startPaused(page);
  await page.keyboard.press('l');
  await page
    .locator('.order-list')
    .getByRole('button', { name: /^Interleukin 6/ })
    .click();
  await page.keyboard.press('Escape');
  await stepHours(page, 3);
  await hears(page, /^polite: Result: (IL-6|Interleukin 6) \d/m);
});

test('the vital signs are said when they are asked for', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress(), before: LISTEN });
  await startPaused(page);
  await page.keyboard.press('v');
  await hears(page, /^assertive: .*Heart rate \d+, mean pressure \d+, saturation \d+ per cent/m);
});
