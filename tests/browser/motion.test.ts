/** The picture moves while the game runs, stands in pause, and travels nowhere with reduced motion. */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { levelAddress, readClock, startPaused, stepHours } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

/** The picture without what the page writes over it. */
async function picture(page: Page): Promise<string> {
  const shot = await page.locator('#picture canvas').screenshot({ animations: 'allow' });
  return createHash('sha256').update(shot).digest('hex');
}

/** Long enough for many frames, whatever the machine. */
const WHILE = 2500;

async function atStorm(page: Page): Promise<void> {
  await startPaused(page);
  await page.locator('#picture canvas').waitFor();
  await stepHours(page, 54);
  // The picture has caught up with the jump.
  await page.waitForTimeout(WHILE);
}

const settings = { captions: false };

test('in pause two pictures are the same, and running they differ', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress(), settings });
  await atStorm(page);
  const first = await picture(page);
  await page.waitForTimeout(WHILE);
  expect(await picture(page)).toBe(first);

  await page.keyboard.press('k');
  const began = await readClock(page);
  await expect.poll(() => readClock(page)).not.toBe(began);
  await page.keyboard.press('k');
  await page.waitForTimeout(WHILE);
  const second = await picture(page);
  expect(second).not.toBe(first);
  await page.waitForTimeout(WHILE);
  expect(await picture(page)).toBe(second);
});

/** Share of the pixels of two screenshots that differ visibly, told by the page's own canvas. */
function changedShare(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async (encoded) => {
      const [a, b] = await Promise.all(
        encoded.map(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!a || !b || a.length === 0 || a.length !== b.length)
        throw new Error('The screenshots differ in size.');
      let changed = 0;
      for (let at = 0; at < a.length; at += 4) {
        const difference = [0, 1, 2].map((channel) =>
          Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)),
        );
        if (Math.max(...difference) > 24) changed += 1;
      }
      return changed / (a.length / 4);
    },
    [before, after].map((shot) => shot.toString('base64')),
  );
}

/** Share of the picture that changes in a moment of the running storm, within one simulated hour. */
async function changeInStorm(motion: 'full' | 'reduced'): Promise<number> {
  const { page } = await game.open({
    size: 'landscape',
    at: levelAddress('student', '&speed=0.5'),
    settings: { captions: false, motion },
  });
  await atStorm(page);
  const canvas = page.locator('#picture canvas');
  const before = await canvas.screenshot();
  const began = await readClock(page);
  await page.keyboard.press('k');
  await expect.poll(() => readClock(page), { interval: 20 }).not.toBe(began);
  await page.keyboard.press('k');
  await page.waitForTimeout(WHILE);
  return changedShare(page, before, await canvas.screenshot());
}

test('with reduced motion nothing travels', async () => {
  const full = await changeInStorm('full');
  const reduced = await changeInStorm('reduced');
  expect(full).toBeGreaterThan(0.02);
  expect(reduced).toBeLessThan(full / 10);
});
