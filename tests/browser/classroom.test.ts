/** A class in real browsers: a teacher and five students, each in a profile of their own, from the first code to the podium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoomLogs, TeacherView } from '../../src/schema/classroom/room.ts';
import { AXE, findBarriers } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { ask, type ClassServer, startClassServer } from '../support/classServer.ts';
import { run } from '../support/commandLine.ts';
import { NO_WEBGL } from '../support/noWebgl.ts';
import { playToEnd, stepHours, tabTo } from '../support/pagePlay.ts';
import { SIZES, type SizeName } from '../support/servedGame.ts';
import { watchPage } from '../support/watchPage.ts';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));
const LEVEL = /The golden hours/;
const SILENT = JSON.stringify(JSON.stringify({ muted: true, motion: 'reduced', hintSeen: true }));

let server: ClassServer;
let browser: Browser;
let code = '';
const problems: string[] = [];
const people: Record<string, { page: Page; context: BrowserContext }> = {};

beforeAll(async () => {
  server = await startClassServer({ folder: BUILT });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Somebody with a browser of their own. Only one of them has the picture: two cores draw no six of them. */
async function arrive(name: string, at: string, size: SizeName = 'desk', picture = false): Promise<Page> {
  const isPhone = size === 'portrait';
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const watch = await watchPage(page, server.address);
  await page.addInitScript({ content: AXE });
  await page.addInitScript({ content: `localStorage['stormward.settings'] ??= ${SILENT};` });
  if (!picture) await page.addInitScript({ content: NO_WEBGL });
  await page.goto(`${server.address}/${at}`);
  people[name] = { page, context };
  page.on('close', () => problems.push(...watch.problems.map((problem) => `${name}: ${problem}`)));
  return page;
}

const pageOf = (name: string): Page => {
  const person = people[name];
  if (!person) throw new Error(`${name} has not arrived.`);
  return person.page;
};

/** From the link of the QR code to a seat. */
async function takeSeat(name: string, size?: SizeName, picture?: boolean): Promise<Page> {
  const page = await arrive(name, `#class/join/${code}`, size, picture);
  await page.getByRole('button', { name: 'Take this seat' }).click();
  await page.getByText('This is your name in the room.').waitFor();
  return page;
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
}

/** True when a part of the page has arrived. */
const hasFetched = (page: Page, part: string): Promise<boolean> =>
  page.evaluate((name) => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries.some((entry) => entry.name.includes(`/assets/${name}-`) && entry.responseEnd > 0);
  }, part);

const accepted = (page: Page) => page.getByText(/The server has played it again: score \d+/).first();

async function toRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back to the room' }).first().click();
  await accepted(page).waitFor();
}

test('a teacher opens a room, and four students come in: one by keyboard alone, one on a phone', async () => {
  const teacher = await arrive('teacher', '');
  await teacher.getByRole('link', { name: /Open a room/ }).click();
  await teacher.getByRole('radio', { name: LEVEL }).check();
  await teacher.getByRole('radio', { name: /Student/ }).check();
  await teacher.getByRole('button', { name: 'Open the room' }).click();
  await teacher.getByText('Join with this code').waitFor();
  code = /#class\/room\/(\w{6})$/.exec(teacher.url())?.[1] ?? '';
  expect(code, 'the address on the wall shows no key').not.toBe('');

  const typing = await arrive('keyboard', '');
  await tabTo(typing, /^Join a room/);
  await typing.keyboard.press('Enter');
  await typing.getByLabel(/^Code of the room/).waitFor();
  await tabTo(typing, /^Code of the room/);
  await typing.keyboard.type(`${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`);
  await typing.keyboard.press('Enter');
  await typing.getByText('Your name in this room').waitFor();
  await tabTo(typing, /^Take this seat/);
  await typing.keyboard.press('Enter');
  await typing.getByText('This is your name in the room.').waitFor();

  await takeSeat('phone', 'portrait', true);
  await takeSeat('offline');
  await takeSeat('reloading');
  await teacher.getByText('4 students', { exact: true }).waitFor();
  expect(await findBarriers(teacher)).toEqual([]);
  expect(await findBarriers(pageOf('phone'))).toEqual([]);
});

test('it starts for all at once, and a game by keyboard alone is handed in and verified', async () => {
  const teacher = pageOf('teacher');
  await teacher.keyboard.press('s');
  await teacher.keyboard.press('s');
  const page = pageOf('keyboard');
  await page.getByRole('button', { name: 'Begin' }).waitFor();
  await tabTo(page, /^Begin/);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('k');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await playToEnd(page);
  await accepted(page).waitFor();
  await tabTo(page, /^Back to the room/);
  await page.keyboard.press('Enter');
  await accepted(page).waitFor();
});

test('one plays on without a network, and hands in by itself when it is back', async () => {
  const { page, context } = people.offline ?? {};
  if (!page || !context) throw new Error('Nobody is there.');
  await begin(page);
  // A page fetches ahead what comes at the end of a game; a network that is lost before that is another matter.
  await expect.poll(() => hasFetched(page, 'end'), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => hasFetched(page, 'endPanel'), { timeout: 20_000 }).toBe(true);
  await context.setOffline(true);
  await playToEnd(page);
  await page
    .getByText(/Waiting for the network/)
    .first()
    .waitFor();
  await context.setOffline(false);
  await accepted(page).waitFor();
  await toRoom(page);
});

test('one loads the page again in the middle of a game, and goes on', async () => {
  const page = pageOf('reloading');
  await begin(page);
  await stepHours(page, 12);
  await page.reload();
  await page.goto(`${server.address}/#class/seat`);
  await page.getByRole('button', { name: 'Go on with your game' }).click();
  await page.getByRole('button', { name: 'Forward 6 h' }).waitFor();
  await playToEnd(page);
  await toRoom(page);
});

test('one comes late, and one plays on a phone', async () => {
  const late = await takeSeat('late');
  await begin(late);
  await playToEnd(late);
  await toRoom(late);

  const phone = pageOf('phone');
  await begin(phone);
  await playToEnd(phone);
  await toRoom(phone);
});

test('the round is closed: podium, board and map, on the wall and on each device', async () => {
  const teacher = pageOf('teacher');
  await teacher.getByText('5 finished').first().waitFor();
  await teacher.keyboard.press('c');
  await teacher.keyboard.press('c');
  await teacher.getByRole('tab', { name: 'Podium', selected: true }).waitFor();
  await teacher.getByText('Place 1').first().waitFor();
  expect(await findBarriers(teacher)).toEqual([]);
  for (const name of ['keyboard', 'phone', 'offline', 'reloading', 'late'])
    await pageOf(name).getByRole('heading', { name: 'The room is closed' }).waitFor();
  expect(await findBarriers(pageOf('phone'))).toEqual([]);

  await teacher.keyboard.press('m');
  await teacher.getByRole('button', { name: 'Make the map' }).click();
  await teacher.locator('.class-map').waitFor();
  expect(await findBarriers(teacher)).toEqual([]);
});

test('every row of the board is what the command line finds in its log', async () => {
  const kept = await pageOf('teacher').evaluate(() => localStorage['stormward.rooms'] ?? '');
  const key = /t_[A-Za-z0-9_-]{43}/.exec(kept)?.[0] ?? '';
  const { body: view } = await ask<TeacherView>(server, `GET /api/rooms/${code}/teacher`, { token: key });
  const { body } = await ask<RoomLogs>(server, `GET /api/rooms/${code}/logs`, { token: key });
  expect(view.rows).toHaveLength(5);
  const folder = mkdtempSync(join(tmpdir(), 'stormward-rows-'));
  for (const { seat, result } of view.rows) {
    const path = join(folder, `${seat}.json`);
    writeFileSync(path, body.logs.find((log) => log.seat === seat)?.log ?? '');
    const { code: exit, out } = await run('verify', path);
    expect({ exit, out: out.trim() }).toEqual({ exit: 0, out: `ok ${result?.outcome} ${result?.score}` });
  }
  rmSync(folder, { recursive: true });
  for (const { context } of Object.values(people)) await context.close();
  expect(
    problems.filter((problem) => !/offline.*(ERR_INTERNET_DISCONNECTED|WebSocket)/.test(problem)),
  ).toEqual([]);
});
