/** Serves the built game to a real browser, opens pages in it, and holds every page to a clean record. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createServer } from '../../src/server/app.ts';
import { launchBrowser } from './browser.ts';
import { type Watch, watchPage } from './watchPage.ts';

/** The sizes that the design names; the phones have a touch screen. */
export const SIZES = {
  desk: { width: 1280, height: 720 },
  projector: { width: 1920, height: 1080 },
  portrait: { width: 390, height: 844 },
  landscape: { width: 844, height: 390 },
} as const;
export type SizeName = keyof typeof SIZES;

export interface OpenOptions {
  readonly size?: SizeName;
  /** What follows the address: query and fragment. */
  readonly at?: string;
  /** Stored as the player's settings before the page loads; sound is off unless it is asked for. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Run in every page before its own scripts. */
  readonly before?: string;
  /** Called before the page loads, to route requests and the like. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Console errors that the test itself brings about. */
  readonly expected?: RegExp;
  readonly context?: BrowserContextOptions;
}

export interface OpenedGame {
  readonly page: Page;
  readonly watch: Watch;
}

export interface ServedGame {
  /** `http://127.0.0.1:<port>/`. */
  address(): string;
  /** A fresh page in a fresh profile; closed after the test, which then fails if anything went wrong in it. */
  open(options?: OpenOptions): Promise<OpenedGame>;
}

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));

/** Milliseconds for a control to appear: the picture is drawn without a graphics card here. */
const PATIENCE = 30_000;

/** Serves the game for the tests of one file. Call it at the top of the file. */
export function serveGame(): ServedGame {
  let server: FastifyInstance;
  let browser: Browser;
  const opened: Opening[] = [];
  beforeAll(async () => {
    if (!existsSync(`${BUILT}/index.html`))
      throw new Error('The game is not built: run npm run build first.');
    server = await createServer(BUILT);
    await server.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const problems: string[] = [];
    for (const { close, watch, expected } of opened.splice(0)) {
      await close();
      problems.push(...watch.problems.filter((problem) => !expected?.test(problem)));
    }
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const address = (): string => `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`;
  return {
    address,
    async open(options = {}) {
      const opening = await openPage(browser, address(), options);
      opened.push(opening);
      return opening;
    },
  };
}

interface Opening extends OpenedGame {
  readonly expected: RegExp | undefined;
  close(): Promise<void>;
}

async function openPage(browser: Browser, address: string, options: OpenOptions): Promise<Opening> {
  const { size = 'desk', at = '', settings, before, prepare, expected, context: wishes } = options;
  const isPhone = size === 'portrait' || size === 'landscape';
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: isPhone,
    isMobile: isPhone,
    ...wishes,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const watch = await watchPage(page, address);
  const stored = JSON.stringify(JSON.stringify({ muted: true, ...settings }));
  // Only at the first load: what the player changes afterwards must stay.
  await page.addInitScript({
    content: `try { localStorage['stormward.settings'] ??= ${stored}; } catch {}`,
  });
  if (before !== undefined) await page.addInitScript({ content: before });
  await prepare?.(page);
  await page.goto(`${address}${at}`, { waitUntil: prepare ? 'commit' : 'load' });
  return { page, watch, expected, close: () => context.close() };
}
