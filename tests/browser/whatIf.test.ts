/** What could have been, in a real browser: decisions moved, changed, taken away, added and put back, by keyboard alone and by a drag. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { leftBeforeTheEnd, reachDebrief } from '../support/lookBack.ts';
import { focusedName, tabTo } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

/** To the decisions of a game that is over, by keyboard alone. */
async function reachDecisions(): Promise<Page> {
  const { page } = await game.open({ before: leftBeforeTheEnd() });
  await reachDebrief(page);
  await page.getByRole('button', { name: 'What if' }).waitFor();
  await tabTo(page, /^What if$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What could have been' }).waitFor();
  return page;
}

const steroid = (page: Page) => page.getByRole('slider', { name: /^Dexamethasone/ });
const fluids = (page: Page) => page.getByRole('slider', { name: /^Fluids/ });
/** The line of the changed course; '' while there is none. */
const changedCourse = async (page: Page): Promise<string> => {
  const line = page.locator('.course-whatIf');
  return (await line.count()) === 0 ? '' : ((await line.getAttribute('d')) ?? '');
};
const changedRow = (page: Page) => page.getByRole('row', { name: /^Changed/ });

test('by keyboard alone a decision is moved, given in another dose, taken away, and put back', async () => {
  const page = await reachDecisions();
  expect(await changedCourse(page)).toBe('');
  expect(await changedRow(page).textContent()).toBe('Changed–––');

  await tabTo(page, /^Dexamethasone/);
  expect(await steroid(page).getAttribute('aria-valuetext')).toBe('day 1, 16:00');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => steroid(page).getAttribute('aria-valuetext')).toBe('day 0, 09:03');
  await expect.poll(() => changedCourse(page)).not.toBe('');
  const moved = await changedCourse(page);
  await expect.poll(() => changedRow(page).textContent()).toMatch(/day \d+/);

  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Dose');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => steroid(page).getAttribute('aria-label')).toMatch(/20 mg/);
  await expect.poll(() => changedCourse(page)).not.toBe(moved);
  const higher = await changedCourse(page);

  await page.keyboard.press('Escape');
  await expect.poll(() => focusedName(page)).toMatch(/^Dexamethasone.*20 mg/);
  await page.keyboard.press('Delete');
  await expect.poll(() => steroid(page).count()).toBe(0);
  await expect.poll(() => focusedName(page)).toMatch(/^Fluids/);
  await expect.poll(() => changedCourse(page)).not.toBe(higher);

  await tabTo(page, /^As it was played$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => steroid(page).getAttribute('aria-valuetext')).toBe('day 1, 16:00');
  await expect.poll(() => changedCourse(page)).toBe('');
});

test('an order is added by keyboard, and one that the rules refuse is shown with the reason', async () => {
  const page = await reachDecisions();
  await tabTo(page, /^Order to add$/);
  const chosen = page.getByRole('combobox', { name: 'Order to add' }).locator('option:checked');
  while ((await chosen.textContent()) !== 'Dexamethasone stopped') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).toMatch(/^Add at day/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Dexamethasone stopped');
  // Nothing is being given yet: the stop is left out, and says so where it stands.
  await page.keyboard.press('Home');
  const stop = page.getByRole('slider', { name: 'Dexamethasone stopped' });
  await expect
    .poll(() => stop.getAttribute('aria-valuetext'))
    .toMatch(/left out: Dexamethasone is not being given/);
  await page.getByText(/^Left out.*Dexamethasone is not being given/).waitFor();
  // Two days later the steroid runs, and the stop takes effect.
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect.poll(() => stop.getAttribute('aria-valuetext')).toBe('day 2, 00:00');
  await expect.poll(() => page.getByText(/^Left out/).count()).toBe(0);
});

test('a decision is dragged along the time axis, and the course follows before it is let go', async () => {
  const page = await reachDecisions();
  const handle = steroid(page);
  const box = await handle.boundingBox();
  if (!box) throw new Error('The handle is not on the page.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 20, y);
  await expect.poll(() => changedCourse(page)).not.toBe('');
  const first = await changedCourse(page);
  await page.mouse.move(x - 40, y + 6);
  await expect.poll(() => changedCourse(page)).not.toBe(first);
  const now = await handle.boundingBox();
  await page.mouse.up();
  expect(now?.x, 'the handle went with the hand').toBeCloseTo(box.x - 40, -1);
  expect(now?.y, 'and along the axis only').toBe(box.y);
  expect(await fluids(page).getAttribute('aria-valuetext'), 'nothing else was moved').toBe('day 2, 02:00');
});
