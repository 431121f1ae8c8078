/** The debrief on paper, as Chromium prints it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeLog } from '../../src/engine/log.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import type { Command, TimedCommand } from '../../src/engine/types.ts';
import type { HeldGame } from '../../src/schema/heldGame.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

const at = (hour: number, command: Command): TimedCommand => ({ tick: hour * 20, command });
const order = (
  treatment: 'antiviral' | 'antibiotic' | 'fluids' | 'norepinephrine' | 'dexamethasone',
): Command => ({
  type: 'order',
  treatment,
  regimen: {
    antiviral: 'course',
    antibiotic: 'course',
    fluids: 'bag',
    norepinephrine: 'titrated',
    dexamethasone: 'low',
  }[treatment],
});

/** Twelve decisions, all of them late: there is much to find out. */
const PLAYED: readonly TimedCommand[] = [
  at(40, { type: 'oxygen', step: 1 }),
  at(50, { type: 'oxygen', step: 2 }),
  at(52, order('fluids')),
  at(55, order('norepinephrine')),
  at(56, order('antibiotic')),
  at(58, order('antiviral')),
  at(60, order('fluids')),
  at(62, { type: 'oxygen', step: 3 }),
  at(64, order('fluids')),
  at(66, { type: 'stop', treatment: 'antibiotic' }),
  at(70, order('dexamethasone')),
  at(72, { type: 'stop', treatment: 'norepinephrine' }),
];

/** A visit that takes up a game right before its end, in a browser whose printer only counts. */
function leftBeforeTheEnd(): string {
  const { state, recorder } = simulate(QUIET_DOUBLING, {
    mode: 'student',
    seed: 1,
    decide: fromCommands(PLAYED),
  });
  const log = makeLog(QUIET_DOUBLING, state, recorder);
  expect(log.commands).toHaveLength(PLAYED.length);
  const { format, model, level, seed, mode, commands, endTick, pauses, speeds } = log;
  const held: HeldGame = { format, model, level, seed, mode, commands, pauses, speeds, tick: endTick - 2 };
  return `
    localStorage.setItem('stormward.game', ${JSON.stringify(JSON.stringify(held))});
    window.printed = 0;
    window.print = () => { window.printed += 1; };`;
}

const printed = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { printed: number }).printed);

/** Pages of a PDF as Chromium writes it, where each has an object of its own. */
async function pagesOf(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** What stands on paper: the words of the page as it would be printed. */
async function onPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  // biome-ignore lint/performance/useDomNodeTextContent: what is not drawn is not on paper
  const words = await page.locator('body').innerText();
  await page.emulateMedia({ media: null });
  return words;
}

async function confirmPrinting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Print the report' }).click();
  await page.getByRole('button', { name: 'Print with all answers' }).click();
  await page.locator('.report table').waitFor({ state: 'attached' });
}

test('the report asks before it gives answers away, and is one page of A4 or Letter', async () => {
  const { page } = await game.open({ before: leftBeforeTheEnd() });
  await page.getByRole('button', { name: /^Go on with your game/ }).click();
  await page.locator('h1:focus').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: /^Debrief/ }).click();
  await page.locator('main.debrief').waitFor();

  const ask = page.getByRole('dialog', { name: 'Print the report with all answers?' });
  await page.getByText(/\d+ marks?, 200 patients each/).waitFor({ timeout: 240_000 });
  expect(await onPaper(page)).toMatch(
    /^The report shows the answer of every mark, and some are not open yet\..*$/,
  );
  expect(await pagesOf(page, 'A4')).toBe(1);

  await page.getByRole('button', { name: 'Print the report' }).click();
  await ask.waitFor();
  await page.getByRole('button', { name: 'Not yet' }).click();
  await ask.waitFor({ state: 'hidden' });
  expect(await printed(page)).toBe(0);
  expect(await page.locator('.report table').count()).toBe(0);

  await confirmPrinting(page);
  await expect.poll(() => printed(page)).toBe(1);
  const words = await onPaper(page);
  expect(words).toContain('The quiet doubling: debrief');
  expect(words).toContain('Not for clinical use');
  expect(words).toMatch(/seed 1 · model \d+\.\d+\.\d+ \([0-9a-f]{16}\)/);
  expect(words).toContain('Antibiotic stopped');
  expect(words).not.toContain('Watch the replay');
  expect(await page.locator('.report tbody tr').count()).toBeGreaterThanOrEqual(PLAYED.length);
  expect(await pagesOf(page, 'A4')).toBe(1);

  // Printed, the answers are put away again.
  await page.locator('.report table').waitFor({ state: 'detached' });
  await confirmPrinting(page);
  expect(await pagesOf(page, 'Letter')).toBe(1);
}, 300_000);
