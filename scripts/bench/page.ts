/** What a real browser loads and how long the scene's JavaScript takes, from the served game. */
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { createServer } from '../../src/server/app.ts';

/** Milliseconds of JavaScript for one frame of the scene: its own update, and Phaser's drawing of it. */
export interface FrameMilliseconds {
  readonly update: number;
  readonly render: number;
}

export interface PageFigures {
  /** Files loaded before the player asks for anything, and all of those loaded to the storm of the first level. */
  readonly entryFiles: readonly string[];
  readonly levelFiles: readonly string[];
  readonly rest: FrameMilliseconds;
  readonly storm: FrameMilliseconds;
}

/** Longest wait for one thing on the page, milliseconds; software rendering is slow. */
const PATIENCE = 120_000;
const MEASURED_FRAMES = 60;
/** Hours after which the untreated patient of the level is in full storm, just before the end. */
const STORM_HOURS = 60;

/** Plays the first level in a browser to its storm and measures on the way. */
export async function measurePage(folder: string): Promise<PageFigures> {
  const { launchBrowser } = await import('../../tests/support/browser.ts');
  const server = await createServer(folder);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.setDefaultTimeout(PATIENCE);
    return await play(page, `http://127.0.0.1:${port}/`);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function play(page: Page, origin: string): Promise<PageFigures> {
  const loaded = new Set<string>();
  page.on('requestfinished', (request) => {
    loaded.add(new URL(request.url()).pathname.slice(1) || 'index.html');
  });
  await page.goto(`${origin}?level=the-quiet-doubling&mode=student&seed=1&debug`);
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await start.waitFor();
  const entryFiles = [...loaded].filter((file) => /[.](js|html)$/.test(file) && !/phaser|mount/.test(file));
  // A real click: it also unlocks the sound, which belongs to the level's weight.
  await start.click();
  await page.locator('#picture canvas').waitFor();
  const rest = await frameCost(page);
  for (let sixHours = 0; sixHours < STORM_HOURS / 6; sixHours += 1)
    await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Space');
  const storm = await frameCost(page);
  return { entryFiles, levelFiles: [...loaded], rest, storm };
}

/** Average of the frames drawn from now on. */
async function frameCost(page: Page): Promise<FrameMilliseconds> {
  const read = (): Promise<FrameMilliseconds & { frames: number }> =>
    page
      .locator('#picture')
      .evaluate((element) => JSON.parse((element as HTMLElement).dataset.frameCost ?? '{"frames":0}'));
  const before = await read();
  await page.waitForFunction(
    (frames) =>
      JSON.parse(document.querySelector<HTMLElement>('#picture')?.dataset.frameCost ?? '{"frames":0}')
        .frames >= frames,
    before.frames + MEASURED_FRAMES,
  );
  const { update, render } = await read();
  return { update, render };
}
