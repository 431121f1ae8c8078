/** The debrief of a real game: opened, walked, asked and left by keyboard alone, whole at every size, and honest when its file is missing. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { AXE, findBarriers } from '../support/axe.ts';
import { findMisplaced } from '../support/misplaced.ts';
import {
  focusedName,
  levelAddress,
  playToEnd,
  readClock,
  settle,
  startPaused,
  stepHours,
  tabTo,
} from '../support/pagePlay.ts';
import { SIZES, type SizeName, serveGame } from '../support/servedGame.ts';

const game = serveGame();

/** What a fingertip needs. */
const FINGER = 44;

/** The whole debrief, on a machine that does other things too. */
const DEBRIEF = 180_000;

/** An antiviral after half a day, a steroid after two days, and nothing else: the storm is met too late. */
async function playBadly(page: Page): Promise<void> {
  await startPaused(page);
  for (const [hours, digit, action] of [
    [14, '1', /^Give/],
    [36, '3', /^Low dose/],
  ] as const) {
    await stepHours(page, hours);
    await page.keyboard.press(digit);
    await page.locator('[role="dialog"]:focus-within').waitFor();
    await tabTo(page, action, 8);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await playToEnd(page);
}

async function openDebrief(page: Page): Promise<void> {
  await playBadly(page);
  await page.getByRole('button', { name: /^Debrief/ }).press('Enter');
  await page.locator('main.debrief h1').waitFor();
  await page.getByRole('button', { name: 'How it is worked out' }).waitFor({ timeout: DEBRIEF });
}

const panel = (page: Page) => page.locator('.mark-panel');
const chosenMark = (page: Page) => page.locator('[data-mark][aria-current="true"]').getAttribute('data-mark');

test('is opened, walked, asked and left for another try by keyboard alone', async () => {
  const { page } = await game.open({ at: levelAddress() });
  await playBadly(page);
  await tabTo(page, /^Debrief/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('The quiet doubling debrief');
  await expect.poll(() => page.title()).toBe('The quiet doubling: debrief · Stormward');
  await page.getByRole('button', { name: 'How it is worked out' }).waitFor({ timeout: DEBRIEF });

  const marks = page.locator('.lane-marks [data-mark]');
  const ids = await marks.evaluateAll((all) => all.map((mark) => (mark as HTMLElement).dataset.mark));
  expect(ids).toEqual(expect.arrayContaining(['d0', 'd1']));
  expect(ids.some((id) => id?.startsWith('m'))).toBe(true);
  await tabTo(page, /95 % interval/);
  await page.keyboard.press('Home');
  for (const id of ids) {
    await expect.poll(() => chosenMark(page)).toBe(id);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.mark)).toBe(id);
    await page.keyboard.press('ArrowRight');
  }

  await chooseMissed(page);
  await asksBeforeItTells(page);
  await triesAgain(page);
});

async function chooseMissed(page: Page): Promise<void> {
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 20; presses += 1) {
    if (/something was missed/.test((await panel(page).textContent()) ?? '')) return;
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(100);
  }
  throw new Error('No mark asks what was missed.');
}

/** Question, hint, answer and reason come one after the other, each with the focus on what is new. */
async function asksBeforeItTells(page: Page): Promise<void> {
  const before = (await panel(page).textContent()) ?? '';
  expect(before).toMatch(/Between \d+ h and \d+ h something was missed/);
  expect(before).not.toMatch(/Better|Why/);
  await tabTo(page, /^Show a hint$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Hint');
  expect(await panel(page).textContent()).not.toMatch(/Better|Why/);
  await tabTo(page, /^Show the answer$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('The answer');
  expect(await page.locator('.answer-words').textContent()).toMatch(/Better|No single order/);
  await page.locator('.future-pair').waitFor();
  expect(await page.locator('.mark-source').textContent()).toMatch(/\d{4}/);
  await tabTo(page, /^Hide the answer$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.mark-answer').count()).toBe(0);
}

/** The handle moves the moment, and the large control plays on from there. */
async function triesAgain(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'Try again from this moment' }).focus();
  await page.keyboard.press('Home');
  for (const _ of [1, 2, 3, 4, 5]) await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Try again from 5 h$/);
  await page.keyboard.press('Enter');
  await page.locator('main.play').waitFor();
  await page.keyboard.press('k');
  expect(await readClock(page)).toMatch(/^0 ?0[5-9]:/);
}

test('shows the marks as a table with the figures of the lane, and other quantities', async () => {
  const { page } = await game.open({ at: levelAddress() });
  await openDebrief(page);
  const names = await page.locator('.lane-marks [data-mark] .unseen').allTextContents();
  await page.getByRole('button', { name: 'Table', exact: true }).press('Enter');
  const rows = page.locator('.mark-table tbody tr');
  expect(await rows.count()).toBe(names.length);
  for (const [index, name] of names.entries()) {
    const cells = await rows.nth(index).locator('td, th').allTextContents();
    expect(name).toContain(cells[3]);
    expect(name).toContain(cells[4]);
  }
  const summary = page.locator('.chart-panel > p.unseen');
  expect(await summary.textContent()).toContain('IL-6 peaked');
  await page.getByRole('combobox', { name: 'What the chart shows' }).selectOption('MAP');
  await expect.poll(() => summary.textContent()).toContain('Mean pressure was lowest');
  const best = page.getByRole('button', { name: 'Best known' });
  expect(await best.getAttribute('aria-pressed')).toBe('false');
  await best.press('Enter');
  await expect.poll(() => page.locator('.course-bestKnown').count()).toBeGreaterThan(1);
});

test('explains the accuracy with the numbers of the game, and never calls it full beside a blunder', async () => {
  const { page } = await game.open({ at: levelAddress() });
  await openDebrief(page);
  const value = (await page.locator('.strip-accuracy .strip-number').textContent()) ?? '';
  const accuracy = Number(/\d+/.exec(value)?.[0]);
  expect(await page.locator('.lane-marks .sign-blunder').count()).toBeGreaterThan(0);
  expect(accuracy).toBeLessThanOrEqual(80);
  await page.getByRole('button', { name: 'How it is worked out' }).press('Enter');
  const words = (await page.locator('.accuracy-words').textContent()) ?? '';
  const sum = /100 × \(1 − ([\d.]+) \/ ([\d.]+)\) = (\d+)/.exec(words);
  const [, lost, stake, bare] = (sum ?? []).map(Number);
  expect(Math.round(100 * (1 - Number(lost) / Number(stake)))).toBe(bare);
  const limit = Number(/so the limit is ([\d.]+)/.exec(words)?.[1]);
  expect(Math.round(Math.min(Number(bare), limit))).toBe(accuracy);
  await page.keyboard.press('Escape');
});

test.each(Object.keys(SIZES) as SizeName[])(
  '%s: nothing in it is a barrier or out of place',
  async (size) => {
    const isPhone = size === 'portrait' || size === 'landscape';
    const { page } = await game.open({ size, at: levelAddress(), before: AXE });
    await openDebrief(page);
    const faults: string[] = [];
    const look = async (state: string): Promise<void> => {
      await settle(page);
      const found = await findMisplaced(page, { smallest: isPhone ? FINGER : 0 });
      for (const theme of ['projector', 'night']) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen;
        }, theme);
        await settle(page);
        found.push(...(await findBarriers(page)).map((barrier) => `${theme}: ${barrier}`));
      }
      faults.push(...found.map((fault) => `${state}: ${fault}`));
    };
    await look('question');
    await page.getByRole('button', { name: 'Show the answer' }).press('Enter');
    await page.locator('.future-pair').waitFor();
    await look('answer');
    await page.getByRole('button', { name: 'Table', exact: true }).press('Enter');
    await look('table');
    expect(faults).toEqual([]);
  },
);

test('says so when its file cannot be loaded, keeps the game, and loads again', async () => {
  const withheld = /debriefPage-[^/]*\.js/;
  const { page } = await game.open({
    at: levelAddress(),
    prepare: (opened) => opened.route(withheld, (route) => route.abort()),
    expected: /ERR_FAILED|Failed to fetch|debriefPage/,
  });
  await playBadly(page);
  await page.getByRole('button', { name: /^Debrief/ }).press('Enter');
  await page.getByText('This page could not be loaded.').waitFor();
  await page.unroute(withheld);
  await page.getByRole('button', { name: 'Load again' }).press('Enter');
  await page.getByRole('button', { name: 'Back to the menu' }).press('Enter');
  await page.getByRole('button', { name: /^Debrief of the game/ }).press('Enter');
  await expect.poll(() => focusedName(page)).toBe('The quiet doubling debrief');
});
