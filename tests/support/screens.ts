/** A walk through every screen of the game on one page, so that each can be held to the same rules. */
import type { Page } from 'playwright-core';
import { dropText } from './dropFile.ts';
import { KNOWN_LOG } from './knownLog.ts';
import { playToEnd, startPaused, stepHours } from './pagePlay.ts';
import type { SizeName } from './servedGame.ts';

export interface Screen {
  readonly name: string;
  /** From the screen before to this one. */
  readonly reach: (page: Page) => Promise<unknown>;
  /** What lies over the rest: only its controls can be pressed. */
  readonly over?: string;
  readonly leave?: (page: Page) => Promise<unknown>;
  /** Large, and held against axe-core in a test of its own. */
  readonly isReadElsewhere?: true;
}

/** Where the walk begins. */
export const FIRST_SCREEN = '?seed=1';

/** Hours until the storm of the untreated patient stands near its height. */
const STORM_HOURS = 60;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const close = (page: Page) => page.keyboard.press('Escape');

async function play(page: Page, view: 'Student' | 'Clinician'): Promise<void> {
  await press(page, /^Play$/);
  await page.getByText(view, { exact: true }).click();
  await startPaused(page);
}

const BEFORE_PLAY: readonly Screen[] = [
  { name: 'menu', reach: (page) => heading(page, 'Stormward') },
  {
    name: 'settings',
    over: 'dialog[open]',
    reach: async (page) => {
      await press(page, /^Settings/);
      await page.getByRole('dialog').waitFor();
    },
    leave: close,
  },
  {
    name: 'about',
    reach: async (page) => {
      await press(page, /^About/);
      await heading(page, 'About Stormward');
    },
    leave: (page) => press(page, 'Back to the menu'),
  },
  {
    name: 'model',
    isReadElsewhere: true,
    reach: async (page) => {
      await press(page, /^The model/);
      await page.locator('.model-body').waitFor();
    },
    leave: (page) => press(page, 'Back to the menu'),
  },
  {
    name: 'briefing',
    reach: async (page) => {
      await press(page, /^Play$/);
      await heading(page, 'The quiet doubling');
    },
    leave: (page) => press(page, 'Back to the menu'),
  },
];

/** What a number of the monitor says when it is pressed. */
const VITAL_SIGN: Screen = {
  name: 'vital sign explained',
  over: '.explanation',
  reach: async (page) => {
    await press(page, /^Temperature/);
    await page.locator('.explanation:focus').waitFor();
  },
  leave: close,
};

const TREND_ON_DESK: Screen = {
  name: 'trend',
  reach: async (page) => {
    await page.keyboard.press('t');
    await page.locator('.trend canvas').waitFor();
  },
  leave: (page) => page.keyboard.press('t'),
};

const KEYS_ON_DESK: Screen = {
  name: 'keys',
  over: '.keys-place',
  reach: async (page) => {
    await page.keyboard.press('?');
    await page.locator('.keys-list').waitFor();
  },
  leave: close,
};

/** What a desk shows side by side, a phone has behind tabs. */
const PHONE_TABS: readonly Screen[] = ['Labs', 'Organs', 'Trend', 'Log', 'Treat'].map((name) => ({
  name: `tab ${name}`,
  reach: async (page) => {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('tab', { name, selected: true }).waitFor();
    if (name === 'Trend') await page.locator('.trend canvas').waitFor();
  },
}));

const TREATMENT_DETAILS: Screen = {
  name: 'treatment details',
  over: '[role="dialog"]',
  reach: async (page) => {
    await page.keyboard.press('3');
    await page.locator('[role="dialog"]:focus-within').waitFor();
  },
  leave: close,
};

const TESTS_TO_ORDER: Screen = {
  name: 'tests to order',
  over: '.order-list',
  reach: async (page) => {
    await page.keyboard.press('l');
    await page.locator('.order-list:focus-within').waitFor();
  },
  leave: close,
};

const END: Screen = {
  name: 'end',
  reach: playToEnd,
  leave: (page) => press(page, /^Menu$/),
};

const REPLAY: Screen = {
  name: 'replay',
  reach: async (page) => {
    await dropText(page, 'known.json', KNOWN_LOG);
    await page.locator('.replay-bar').waitFor();
    await page.keyboard.press('k');
    await page.getByRole('slider', { name: 'Moment of the replay' }).press('PageDown');
  },
};

/** The screens in the order of the walk; a desk and a phone show some of them differently. */
export function screensOf(size: SizeName): readonly Screen[] {
  const isPhone = size === 'portrait' || size === 'landscape';
  const inPlay = isPhone ? PHONE_TABS : [TREND_ON_DESK, KEYS_ON_DESK];
  const storm = (page: Page) => stepHours(page, STORM_HOURS);
  return [
    ...BEFORE_PLAY,
    { name: 'play, calm, student', reach: (page) => play(page, 'Student') },
    VITAL_SIGN,
    ...inPlay,
    TREATMENT_DETAILS,
    { name: 'play, storm, student', reach: storm },
    END,
    { name: 'play, calm, clinician', reach: (page) => play(page, 'Clinician') },
    TESTS_TO_ORDER,
    { name: 'play, storm, clinician', reach: storm },
    REPLAY,
  ];
}
