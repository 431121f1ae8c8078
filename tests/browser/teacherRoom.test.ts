/** A teacher's room in a real browser over a real class server: the form, the wall by keyboard, and what the wall never shows. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TakenSeat } from '../../src/schema/classroom/room.ts';
import { AXE, findBarriers } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { makeClass } from '../support/classLogs.ts';
import { type ClassServer, handIn, joinRoom, startClassServer } from '../support/classServer.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { type Watch, watchPage } from '../support/watchPage.ts';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));
const SEED = 1;
const SCREENS = [
  [1920, 1080, 'projector'],
  [1280, 720, 'night'],
  [768, 1024, 'projector'],
  [390, 844, 'night'],
] as const;

/** Addresses as the server knows them: a tablet could open this one, were it there. */
const shown = ['http://192.168.1.20:8080/'];

let server: ClassServer;
let browser: Browser;
const opened: { readonly page: Page; readonly watch: Watch }[] = [];

beforeAll(async () => {
  const parts = { addresses: () => [...shown] };
  server = await startClassServer({ folder: BUILT, seed: SEED, parts });
  browser = await launchBrowser();
});

afterEach(async () => {
  const problems: string[] = [];
  for (const { page, watch } of opened.splice(0)) {
    await page.context().close();
    problems.push(...watch.problems);
  }
  expect(problems).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openPage(at: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const watch = await watchPage(page, server.address);
  opened.push({ page, watch });
  await page.addInitScript({ content: AXE });
  await page.goto(`${server.address}/${at}`);
  return page;
}

/** Opens a live room of the student's view by the form, and says its code. */
async function openRoomByForm(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1, name: 'Open a room' }).waitFor();
  await page.getByRole('radio', { name: 'Student' }).press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Lobby', selected: true }).waitFor();
  return page.evaluate(() => location.hash.split('/').at(-1) ?? '');
}

const nameOf = ({ own }: TakenSeat): string =>
  own.name
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join(' ');

test('the form says at the date what is wrong with it, and Enter opens the room', async () => {
  const page = await openPage('#class/open');
  await page.getByRole('radio', { name: 'Homework' }).press('Space');
  const until = page.getByLabel('Open until');
  await until.fill('2020-01-01T10:00');
  await until.press('Enter');
  expect(await page.getByRole('alert').textContent()).toBe(
    'This moment has passed. Please choose a later one.',
  );
  expect(await until.getAttribute('aria-invalid')).toBe('true');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('until');
  expect(await page.getByText('Europe/Berlin').textContent()).toContain('GMT+');
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Live' }).press('Space');
  const code = await openRoomByForm(page);
  expect(code).toMatch(/^[2-9BCDFGHJKLMNPQRTVWXZ]{6}$/);
  expect(await page.getByRole('img', { name: /^QR code of / }).getAttribute('aria-label')).toContain(code);
});

test('a round by keyboard: lock, start, close, podium, board, hidden names, and a row as a replay', async () => {
  const page = await openPage('#class/open');
  const code = await openRoomByForm(page);
  const logs = makeClass(QUIET_DOUBLING, 3, SEED);
  const seats = [await joinRoom(server, code), await joinRoom(server, code), await joinRoom(server, code)];
  for (const seat of seats) await page.getByRole('button', { name: `${nameOf(seat)}: what to do` }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  await page.keyboard.press('s');
  await page.getByText('3 students are here. Press again to start.').waitFor();
  await page.keyboard.press('s');
  await page.getByRole('tab', { name: 'Board', selected: true }).waitFor();
  for (const [index, seat] of seats.entries()) {
    const log = logs[index];
    if (!log) throw new Error('no log');
    expect((await handIn(server, seat.token, log)).status).toBeLessThan(300);
  }
  await expect.poll(() => page.getByRole('button', { name: /^Watch the game of/ }).count()).toBe(3);
  await showsNothingUnasked(page);
  const best = Math.max(...logs.map(({ score }) => score));
  expect(await page.getByRole('row').nth(1).textContent()).toContain(String(best));
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('c');
  await page.keyboard.press('c');
  await page.getByRole('tab', { name: 'Podium', selected: true }).waitFor();
  await expect.poll(() => page.locator('.podium-place').count()).toBe(3);
  expect(await page.locator('.step-1').textContent()).toContain(String(best));
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('n');
  await page.getByText('Student 1', { exact: true }).waitFor();
  for (const seat of seats) expect(await page.locator('main').textContent()).not.toContain(nameOf(seat));
  await page.keyboard.press('b');
  await page
    .getByRole('button', { name: /^Watch the game of Student/ })
    .first()
    .click();
  await page.getByRole('slider').first().waitFor();
  expect(await page.evaluate(() => location.hash)).toBe('#play');
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('tab', { name: 'Board', selected: true }).waitFor();
});

/** While the round is open, neither a click on a row nor the map shows what was decided. */
async function showsNothingUnasked(page: Page): Promise<void> {
  const name = page.getByRole('button', { name: /^Watch the game of/ }).first();
  await name.dblclick();
  await page.getByText(/The round is still open: everybody .* Press the name again/).waitFor();
  expect(await page.evaluate(() => location.hash)).toContain('#class/room/');
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Make the map' }).click();
  await page.getByText(/The round is still open: .* Press again to make it/).waitFor();
  expect(await page.locator('.class-map').count()).toBe(0);
  await page.keyboard.press('b');
  await page.getByRole('button', { name: /^Show the game of/ }).waitFor({ state: 'detached' });
}

test('a question goes by itself, with Escape, and with a click that does its own work', async () => {
  const page = await openPage('#class/open');
  await openRoomByForm(page);
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const sure = page.getByRole('button', { name: 'Start for everybody?' });
  await start.click();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock' }).waitFor();
  await start.click();
  await sure.waitFor();
  await page.locator('body').press('Escape');
  await start.click();
  await sure.waitFor();
  await start.waitFor();
  await page.getByRole('tab', { name: 'Lobby', selected: true }).waitFor();
});

test('an address that nobody else can open is no QR code but a sentence', async () => {
  const [kept = ''] = shown.splice(0, 1, `${server.address}/`);
  const page = await openPage('#class/open');
  await openRoomByForm(page);
  await page.getByText('Only this computer can open this address.').waitFor();
  expect(await page.getByRole('img', { name: /^QR code/ }).count()).toBe(0);
  shown.splice(0, 1, kept);
});

test('an own pace and the secret link stay off the wall until they are asked for', async () => {
  const page = await openPage('#class/open');
  const code = await openRoomByForm(page);
  const name = nameOf(await joinRoom(server, code));
  await page.getByRole('button', { name: `${name}: what to do` }).click();
  const dialog = page.getByRole('dialog', { name });
  expect(await dialog.getByRole('radio').count()).toBe(0);
  await dialog.getByText('More time').click();
  await dialog.getByRole('radio', { name: /^Half/ }).check();
  await expect.poll(() => dialog.getByRole('radio', { name: /^Half/ }).isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const shown = () => page.locator('body').textContent();
  for (const tab of ['Board', 'Podium', 'Decision map', 'Lobby']) {
    await page.getByRole('tab', { name: tab }).click();
    expect(await shown(), tab).not.toMatch(/× 0\.5|t_[A-Za-z0-9_-]{43}/);
  }
  await page.getByText("Teacher's tools").click();
  expect(await shown()).not.toMatch(/× 0\.5|t_[A-Za-z0-9_-]{43}/);
  await page.getByRole('button', { name: 'Details of students' }).click();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'Show them on this screen?' }).click();
  await page.getByRole('cell', { name: 'Half × 0.5' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
});

test('every view fits every screen, in the projector theme too, and its tabs go round by arrow keys', async () => {
  const page = await openPage('#class/open');
  const code = await openRoomByForm(page);
  const [log] = makeClass(QUIET_DOUBLING, 1, SEED);
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await page.getByRole('tab', { name: 'Board', selected: true }).waitFor();
  for (let count = 0; count < 3; count++) {
    const { token } = await joinRoom(server, code);
    if (log) await handIn(server, token, log);
  }
  await expect.poll(() => page.getByRole('button', { name: /^Watch the game of/ }).count()).toBe(3);
  await page.getByRole('tab', { name: 'Board' }).press('Home');
  for (const tab of ['Lobby', 'Board', 'Podium', 'Decision map']) {
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    for (const [width, height, theme] of SCREENS) {
      await page.setViewportSize({ width, height });
      await page.evaluate((name) => Object.assign(document.documentElement.dataset, { theme: name }), theme);
      // Lists take the place of tables with the next drawing.
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(over, { message: `${tab} ${width}` }).toBe(0);
      expect(await findBarriers(page), `${tab} ${width}`).toEqual([]);
    }
    await page.keyboard.press('ArrowRight');
  }
  await page.getByRole('tab', { name: 'Lobby', selected: true }).waitFor();
});

test('a seat is removed and let back in, and the room is deleted with a second press', async () => {
  const page = await openPage('#class/open');
  const code = await openRoomByForm(page);
  const name = nameOf(await joinRoom(server, code));
  const seat = page.getByRole('button', { name: `${name}: what to do` });
  await seat.click();
  await page.getByRole('button', { name: 'Remove from the room' }).click();
  await page.getByRole('heading', { name: 'Removed' }).waitFor();
  await seat.click();
  await page.getByRole('button', { name: 'Let back in' }).click();
  await page.getByRole('heading', { name: 'Removed' }).waitFor({ state: 'detached' });
  await page.getByText("Teacher's tools").click();
  await page.getByRole('button', { name: 'Delete the room now' }).dblclick();
  await page.getByRole('button', { name: 'Delete for good?' }).click();
  await page.getByRole('tablist').waitFor({ state: 'detached' });
  expect((await fetch(`${server.address}/api/rooms/${code}`)).status).toBe(404);
});
