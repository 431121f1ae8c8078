/** Hostile file names and addresses in a real browser: they are shown as what they are, and nothing of them runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { makeClass } from '../support/classLogs.ts';
import { type ClassServer, startClassServer } from '../support/classServer.ts';
import { dropFiles } from '../support/dropFile.ts';
import { HOSTILE_TEXTS } from '../support/hostileTexts.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { type Watch, watchPage } from '../support/watchPage.ts';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));
/** Games that hold, under hostile names: these stand on board, map and podium. */
const GAMES = 8;

let folder: string;
let server: ClassServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let watch: Watch;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stormward-attacks-'));
  server = await startClassServer({ folder: BUILT });
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  page = await context.newPage();
  watch = await watchPage(page, `${server.address}/`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** What a text must have made to have got out of its place: elements and attributes that the game has nowhere. */
const INJECTED = [
  ...[
    'script:not([src])',
    'iframe',
    'object',
    'embed',
    'base',
    'marquee',
    'form[action]',
    'meta[http-equiv=refresh]',
  ],
  ...[
    '[onerror]',
    '[onload]',
    '[onfocus]',
    '[ontoggle]',
    '[onstart]',
    '[onbegin]',
    'a[href^="javascript:" i]',
  ],
  ...[
    'a[href^="data:" i]',
    '[src*="evil" i]',
    '[href*="evil" i]',
    'img[src="x"]',
    'math',
    'noscript p',
    'template',
  ],
].join(',');

async function expectHarmless(what: string): Promise<void> {
  const found = await page.evaluate(
    (selector) => [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 200)),
    INJECTED,
  );
  expect(found, what).toEqual([]);
  // That no room has such a code, or such a key, the browser tells as an error.
  const problems = watch.problems.filter((problem) => !/status of 4(01|04|29)/.test(problem));
  expect(problems, what).toEqual([]);
}

test('files and entries of zips may have any name', async () => {
  const names = HOSTILE_TEXTS.filter((text) => text.isWellFormed() && !/[/\0]/.test(text));
  const logs = makeClass(QUIET_DOUBLING, GAMES).map((log) => JSON.stringify(log));
  const paths = logs.map((text, index) => {
    const path = join(folder, `${names[index]}.json`);
    writeFileSync(path, text);
    return path;
  });
  const zipped = HOSTILE_TEXTS.filter((text) => text.isWellFormed()).map(
    (name, index) => [`${name}${index}.json`, strToU8(name)] as const,
  );
  const zip = join(folder, '<svg onload=alert(2)>.zip');
  writeFileSync(zip, zipSync(Object.fromEntries(zipped)));
  await page.goto(`${server.address}/#class/files`);
  await page.getByRole('heading', { level: 1, name: 'A class without a server' }).waitFor();
  await dropFiles(page, [...paths, zip]);
  await page.getByText(`${GAMES} games verified.`).waitFor({ timeout: 120_000 });
  await page.locator('.class-map-row').nth(GAMES).waitFor();
  expect(await page.locator('.files-refused li').count()).toBeGreaterThan(50);
  await expectHarmless('names of files');
  // They are there, as text.
  const board = (await page.locator('.class-board').textContent()) ?? '';
  expect(board).toContain('<img src=x onerror=alert(1)>');
});

test('addresses may be anything', async () => {
  const texts = [
    ...[
      '<img src=x onerror=alert(1)>',
      '__proto__',
      encodeURIComponent('"><script>alert(1)</script>'),
      '%E0%A4%A',
    ],
    ...['<svg onload=alert(1)>', 'constructor', 'javascript:alert(1)', '{{title}} $t(error.input.tooLarge)'],
  ];
  const places = [
    (text: string) => `#class/join/${text}`,
    (text: string) => `#class/room/${text}`,
    (text: string) => `#class/room/KQ7ZDW/${text}`,
    (text: string) => `#class/${text}`,
    (text: string) => `#log=${text}`,
    (text: string) => `?level=${text}#menu`,
    (text: string) => `?level=${text}&mode=${text}&seed=${text}&speed=${text}`,
  ];
  for (const [index, place] of places.entries()) {
    // Each place has three of the texts.
    for (const step of [0, 2, 5]) {
      const at = place(texts[(index + step) % texts.length] as string);
      // A new address each time: a change of the fragment alone would load nothing.
      await page.goto('about:blank');
      await page.goto(`${server.address}/${at}`);
      await page.locator('h1, h2, [role="dialog"], [role="alert"], canvas').first().waitFor();
      await expectHarmless(at);
    }
  }
});
