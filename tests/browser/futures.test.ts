/** The answer of a mark in a real browser: two futures at the same hour, painted by the scene itself, or told in words. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { AXE, findBarriers } from '../support/axe.ts';
import { leftBeforeTheEnd, reachDebrief } from '../support/lookBack.ts';
import { findMisplaced } from '../support/misplaced.ts';
import { focusedName, settle, tabTo } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

const NO_WEBGL = `
  for (const Canvas of [HTMLCanvasElement, OffscreenCanvas]) {
    const { getContext } = Canvas.prototype;
    Canvas.prototype.getContext = function (kind, ...given) {
      return /webgl/.test(kind) ? null : getContext.call(this, kind, ...given);
    };
  }`;

/** Weighing takes its time where the machine has other work. */
const WEIGHED = { timeout: 120_000 };

async function showAnswer(page: Page): Promise<void> {
  await reachDebrief(page);
  await page.getByRole('heading', { name: /something was missed$/ }).waitFor(WEIGHED);
  for (const control of [/^Show a hint$/, /^Show the answer$/]) {
    await tabTo(page, control);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('region', { name: 'Two futures' }).waitFor(WEIGHED);
}

/** What stands on both canvases: a hash of the pixels, and how many colours there are. */
function painted(page: Page): Promise<readonly { hash: number; colours: number }[]> {
  return page.locator('.future-pair canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      const pixels = new Uint32Array(
        context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0),
      );
      let hash = 0;
      for (const pixel of pixels) hash = (Math.imul(hash, 31) + pixel) | 0;
      return { hash, colours: new Set(pixels).size };
    }),
  );
}

test('two pictures of the scene stand side by side and move to the same hour with the slider', async () => {
  const { page } = await game.open({ before: leftBeforeTheEnd() });
  await showAnswer(page);
  const pair = page.getByRole('region', { name: 'Two futures' });
  await expect.poll(() => pair.locator('.still-painted').count(), WEIGHED).toBe(2);
  const first = await painted(page);
  expect(first).toHaveLength(2);
  // Thousands of colours: cells, motes and light, not a blank or a flat ground.
  for (const { colours } of first) expect(colours).toBeGreaterThan(2000);
  expect(first[0]?.hash, 'the two futures differ at this hour').not.toBe(first[1]?.hash);
  const words = () => pair.locator('canvas').evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  expect((await words()).every((text) => /alveolus/.test(text))).toBe(true);

  const slider = page.getByRole('slider', { name: 'Hour of both pictures' });
  const before = await slider.getAttribute('aria-valuetext');
  await tabTo(page, /^Hour of both pictures$/);
  await page.keyboard.press('Home');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('day 0, 00:00');
  expect(before).not.toBe('day 0, 00:00');
  // At the first hour nothing has been decided yet: one patient, one picture.
  await expect.poll(async () => new Set((await painted(page)).map(({ hash }) => hash)).size, WEIGHED).toBe(1);
  expect((await painted(page))[0]?.hash).not.toBe(first[0]?.hash);
  expect(new Set(await words()).size).toBe(1);
  await page.keyboard.press('PageUp');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('day 1, 00:00');
  expect(await focusedName(page)).toBe('Hour of both pictures');
});

test('where nothing can be drawn both futures are told in words', async () => {
  const { page } = await game.open({ before: `${leftBeforeTheEnd()};${NO_WEBGL}` });
  await showAnswer(page);
  const pair = page.getByRole('region', { name: 'Two futures' });
  await expect.poll(() => pair.locator('.still-words').count()).toBe(2);
  const told = await pair.locator('.still-words').allTextContents();
  for (const words of told) expect(words).toMatch(/alveolus.*heart works at \d+ %/);
  expect(told[0]).not.toBe(told[1]);
});

test.each(['desk', 'portrait'] as const)('%s: answer and what could have been are whole', async (size) => {
  const { page } = await game.open({ size, before: `${leftBeforeTheEnd()};${AXE}` });
  await showAnswer(page);
  await tabTo(page, /^What if$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Dexamethasone/);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Dose' }).waitFor();
  await settle(page);
  // The chart gives way to what stands below it, a frame later.
  const room = async (): Promise<boolean> => {
    const [chart, below] = await Promise.all(
      ['.debrief-chart > svg', '.what-if'].map((part) => page.locator(part).boundingBox()),
    );
    return Boolean(chart && below && chart.y + chart.height <= below.y + 1);
  };
  await expect.poll(room).toBe(true);
  const smallest = size === 'portrait' ? 44 : 0;
  const found = await findMisplaced(page, { smallest, within: '.what-if' });
  found.push(...(await findMisplaced(page, { smallest, within: '.future-pair' })));
  const handles = await page.locator('.what-if-handle').all();
  for (const handle of handles) {
    const box = await handle.boundingBox();
    if (!box || box.width < smallest || box.height < smallest)
      found.push(`a handle is ${JSON.stringify(box)}`);
  }
  expect(handles).toHaveLength(2);
  expect(found).toEqual([]);
  expect(await findBarriers(page)).toEqual([]);
});
