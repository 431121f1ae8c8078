/** A student's own pages, served by a real class server: whole on every screen, sealed until the end, and theirs to move and to give up. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import type { OpenedRoom } from '../../src/schema/classroom/room.ts';
import { AXE, findBarriers } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { makeClass } from '../support/classLogs.ts';
import {
  ask,
  type ClassServer,
  handIn,
  joinRoom,
  openRoom,
  openStartedRoom,
  startClassServer,
} from '../support/classServer.ts';
import { findMisplaced } from '../support/misplaced.ts';
import { NO_WEBGL } from '../support/noWebgl.ts';
import { playToEnd, settle } from '../support/pagePlay.ts';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));
const SILENT = JSON.stringify(JSON.stringify({ muted: true, motion: 'reduced', hintSeen: true }));
const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 720 },
} as const;
const FINGER = 44;

let server: ClassServer;
let browser: Browser;

beforeAll(async () => {
  server = await startClassServer({ folder: BUILT });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function arrive(at: string, size: keyof typeof SIZES = 'desk'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZES[size] })).newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript({ content: AXE });
  await page.addInitScript({ content: `localStorage['stormward.settings'] ??= ${SILENT};` });
  await page.addInitScript({ content: NO_WEBGL });
  await page.goto(`${server.address}/${at}`);
  return page;
}

const change = (code: string, token: string, body: object) =>
  ask(server, `PATCH /api/rooms/${code}`, { token, body });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();

async function sit(page: Page): Promise<void> {
  await press(page, 'Take this seat');
  await page.locator('.class-who').waitFor();
}

/** Somebody else of the class hands in a game. */
async function classmate({ view }: OpenedRoom): Promise<void> {
  const { token } = await joinRoom(server, view.room.code);
  const level = loadLevels().find(({ id }) => id === view.room.level.id);
  const [log] = level ? makeClass(level, 1, view.room.seed) : [];
  if (!log) throw new Error('There is no game to hand in.');
  expect((await handIn(server, token, log)).status).toBe(201);
}

test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])('%s: every view is whole', async (size) => {
  const room = await openRoom(server);
  const { code } = room.view.room;
  const page = await arrive('#class', size);
  const faults: string[] = [];
  const look = async (name: string): Promise<void> => {
    await settle(page);
    const found = await findMisplaced(page, { smallest: size === 'desk' ? 0 : FINGER });
    for (const theme of ['projector', 'night']) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      await settle(page);
      found.push(...(await findBarriers(page)).map((barrier) => `${theme}: ${barrier}`));
    }
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  };
  await page.locator('input:focus').waitFor();
  await look('doors');
  await page.keyboard.type('o1');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('No code holds O or 1.').waitFor();
  await look('a sign that no code has');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`);
  await page.keyboard.press('Enter');
  await heading(page, /^Room/);
  await page.getByText('I had a seat on another device').click();
  await look('the room');
  await sit(page);
  await heading(page, 'The room has not started yet');
  await look('lobby');
  await change(code, room.key, { state: 'open' });
  await page.locator('button:focus', { hasText: 'Begin' }).waitFor();
  await page.getByText('Go on on another device').click();
  await press(page, 'Show a code');
  await page.locator('.class-move-code').waitFor();
  await look('open');
  await classmate(room);
  await change(code, room.key, { state: 'closed' });
  await heading(page, 'Podium');
  await look('closed');
  await page.context().close();
  expect(faults).toEqual([]);
});

test('what else could have been done stays shut until the room is closed', async () => {
  const room = await openStartedRoom(server);
  const { code } = room.view.room;
  const page = await arrive(`#class/join/${code}`);
  await sit(page);
  await press(page, 'Begin');
  await page.getByRole('region', { name: 'Your room' }).getByText('Connected').waitFor();
  await playToEnd(page);
  await page.locator('.end-room', { hasText: /score \d+, place 1 of 1/ }).waitFor();
  await page.getByText('open when your teacher closes the room').waitFor();
  expect(await page.getByRole('button', { name: /^Debrief/ }).count()).toBe(0);
  expect(await page.locator('.end-lesson, .end-course, .end-compare').count()).toBe(0);
  await press(page, 'Menu');
  await press(page, /^Debrief of the game/);
  await heading(page, 'Not yet');
  expect(await page.locator('main.debrief').count()).toBe(0);
  await press(page, 'Back to the room');
  expect(await page.getByRole('button', { name: 'Open your debrief' }).count()).toBe(0);
  await change(code, room.key, { state: 'closed' });
  await press(page, 'Open your debrief');
  await page.locator('main.debrief').waitFor();
  await page.context().close();
});

test('a seat goes to a second device, which gives it up with a second press', async () => {
  const room = await openStartedRoom(server);
  const { code } = room.view.room;
  const first = await arrive(`#class/join/${code}`);
  await sit(first);
  const name = await first.getByRole('heading', { level: 1 }).textContent();
  await first.getByText('Go on on another device').click();
  await press(first, 'Show a code');
  const move = (await first.locator('.class-move-code').textContent()) ?? '';
  const second = await arrive(`#class/join/${code}`, 'phone');
  await second.getByText('I had a seat on another device').click();
  await second.getByLabel('Code to move your seat').fill(move.toLowerCase());
  await press(second, 'Bring my seat here');
  await second.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
  await heading(first, 'Your seat is on another device now');
  await press(second, 'Leave the room');
  await press(second, 'Leave, and delete my games here');
  await heading(second, 'The class');
  const { body } = await ask<OpenedRoom['view']>(server, `GET /api/rooms/${code}/teacher`, {
    token: room.key,
  });
  expect(body.rows).toEqual([]);
  await first.context().close();
  await second.context().close();
});
