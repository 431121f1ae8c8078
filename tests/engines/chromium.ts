import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type Engine, VIEWPORT } from './engine.ts';

/** Chromium, found as for all other browser tests. */
export const chromium: Engine = {
  name: 'Chromium',
  packages: ['chromium'],
  missing: () =>
    findBrowser().then(
      () => null,
      (error: Error) => error.message,
    ),
  async open() {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: VIEWPORT });
    return {
      version: `Chromium ${browser.version()}`,
      goTo: async (address) => void (await page.goto(address)),
      evaluate: (expression) => page.evaluate(expression),
      picture: async (path) => void (await page.screenshot({ path })),
      close: () => browser.close(),
    };
  },
};
