/** Ways to play on a page, as a player would: with keys and presses, reading what stands there. */
import type { Page } from 'playwright-core';

const LEVEL = 'the-quiet-doubling';

/** Hours that one press of Shift and right arrow takes. */
const LONG_STEP_HOURS = 6;

/** The query that opens the briefing of the level with everything fixed. */
export function levelAddress(mode: 'student' | 'clinician' = 'student', more = ''): string {
  return `?level=${LEVEL}&seed=1&mode=${mode}${more}`;
}

/** From the briefing into the game, paused. */
export async function startPaused(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.locator('h1:focus').waitFor();
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
}

/** Moves the game on by keys; the game is paused then. */
export async function stepHours(page: Page, hours: number): Promise<void> {
  for (let left = hours; left > 0; ) {
    const isLong = left >= LONG_STEP_HOURS;
    await page.keyboard.press(isLong ? 'Shift+ArrowRight' : 'ArrowRight');
    left -= isLong ? LONG_STEP_HOURS : 1;
  }
}

/** Steps until the end screen stands. Throws when the level is longer than that. */
export async function playToEnd(page: Page): Promise<void> {
  for (let steps = 0; steps < 90; steps += 1) {
    await page.keyboard.press('Shift+ArrowRight');
    const over = await page.getByRole('button', { name: 'Forward 6 h' }).isDisabled();
    if (over) break;
  }
  await page.getByRole('heading', { level: 1, name: /^The patient/ }).waitFor();
}

/** The line of `?debug` is written twice a second; after this it is about the present. */
const DEBUG_LINE = 1500;

/** What the line of `?debug` says: it is the whole truth about the game on the screen. */
export async function readMoment(page: Page): Promise<{ tick: number; hash: string }> {
  await page.waitForTimeout(DEBUG_LINE);
  const line = (await page.getByText(/frames\/s/).textContent()) ?? '';
  const [, tick, hash] = /tick (\d+) · ([0-9a-f]+)/.exec(line) ?? [];
  return { tick: Number(tick), hash: hash ?? '' };
}

/** Waits until whatever fades or slides in has come to rest. */
export function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** The accessible name, near enough, of what has the focus. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const label = focused instanceof HTMLInputElement ? (focused.labels?.[0]?.textContent ?? '') : '';
    const name = focused?.getAttribute('aria-label') ?? (label || focused?.textContent || '');
    return name.replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab, as often as needed, until the focus is on a control of that name. Throws when it never comes. */
export async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses <= most; presses += 1) {
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    met.push(focused.slice(0, 40));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}; it met ${[...new Set(met)].join(' | ')}.`);
}

/** The time of the game as the top bar shows it, without the word that stands beside it in a pause. */
export async function readClock(page: Page): Promise<string> {
  const text = (await page.locator('.clock').textContent()) ?? '';
  return /\d+ ?\d\d:\d\d/.exec(text)?.[0] ?? '';
}
