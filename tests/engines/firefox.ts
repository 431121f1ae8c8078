import { type Browser, launch } from 'puppeteer-core';
import { type Display, startDisplay } from './display.ts';
import { type Engine, VIEWPORT } from './engine.ts';
import { findProgram } from './programs.ts';

const NAMES = ['firefox-esr', 'firefox'];

/** Milliseconds for one answer of the browser. */
const PATIENCE = 120_000;

/** No first-run page, no call to any other host. */
const PREFERENCES = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'media.autoplay.default': 0,
};

/** WebGL without a graphics card, which Firefox gives only on a display. */
const SOFTWARE_DRAWING = { LIBGL_ALWAYS_SOFTWARE: '1', MOZ_X11_EGL: '1' };
const SOFTWARE_PREFERENCES = { 'webgl.force-enabled': true, 'webgl.out-of-process': false };

/** With a window on the display, or without one. */
function launchOn(display: Display | null): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: findProgram(NAMES) ?? '',
    headless: display === null,
    protocolTimeout: PATIENCE,
    defaultViewport: VIEWPORT,
    env: { ...process.env, ...(display === null ? {} : { DISPLAY: display.name, ...SOFTWARE_DRAWING }) },
    extraPrefsFirefox: { ...PREFERENCES, ...(display === null ? {} : SOFTWARE_PREFERENCES) },
  });
}

/** Firefox, driven over WebDriver BiDi. */
export const firefox: Engine = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  missing: async () => (findProgram(NAMES) === null ? 'no Firefox on this machine' : null),
  async open() {
    const display = findProgram(['Xvfb']) === null ? null : await startDisplay();
    const browser = await launchOn(display).catch(async (error: unknown) => {
      await display?.close();
      throw error;
    });
    const page = await browser.newPage();
    return {
      version: (await browser.version()).replace(/^firefox\//i, 'Firefox '),
      goTo: async (address) => void (await page.goto(address)),
      evaluate: (expression) => page.evaluate(expression),
      picture: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
      async close() {
        await browser.close();
        await display?.close();
      },
    };
  },
};
