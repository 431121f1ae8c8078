import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom } from '../../../src/schema/classroom/room.ts';
import { LIMIT_WINDOWS } from '../../../src/server/hub/limits.ts';
import { freeNames } from '../../../src/server/rooms/names.ts';
import { createToken } from '../../../src/server/rooms/secrets.ts';
import { ask, type ClassServer, joinRoom, openRoom, startClassServer } from '../../support/classServer.ts';

let server: ClassServer;
let room: OpenedRoom;

beforeAll(async () => {
  // The test stands behind a proxy and may say from which address it comes.
  server = await startClassServer({ trustProxy: true });
  room = await openRoom(server);
});
afterAll(() => server.close());

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const guess = (address: string, code = 'BCDFGH') => ask(server, `GET /api/rooms/${code}`, from(address));
const GUESSES = LIMIT_WINDOWS.guess[0]!.events;

test('whoever guesses codes is stopped, at right ones too, and nobody else', async () => {
  for (let index = 0; index < GUESSES; index += 1) expect((await guess('10.0.0.1')).status).toBe(404);
  const stopped = await guess('10.0.0.1');
  expect(stopped.status).toBe(429);
  expect(stopped.error).toMatchObject({ code: 'tooMany', values: { seconds: stopped.error.retryAfter } });
  expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await guess('10.0.0.1', room.view.room.code)).status).toBe(429);
  expect((await guess('10.0.0.2', room.view.room.code)).status).toBe(200);
});

test('a network of IPv6 is one guesser', async () => {
  for (let index = 0; index < GUESSES; index += 1) await guess(`2001:db8:1:2::${index.toString(16)}`);
  expect((await guess('2001:db8:1:2:ffff::1')).status).toBe(429);
  expect((await guess('2001:db8:1:3::1')).status).toBe(404);
});

test('right codes are not counted: a school is behind one address', async () => {
  for (let index = 0; index < 3 * GUESSES; index += 1) {
    expect((await guess('10.0.0.3', room.view.room.code)).status).toBe(200);
  }
});

test('tokens that fit nothing are counted apart: they keep nobody from typing a code', async () => {
  const tokens = Array.from({ length: GUESSES + 1 }, () => createToken('s'));
  const came = [];
  for (const token of tokens) came.push(await ask(server, 'GET /api/seat', { token, ...from('10.0.0.4') }));
  expect(came.map(({ status }) => status)).toEqual([...tokens.slice(1).map(() => 404), 429]);
  expect((await guess('10.0.0.4', room.view.room.code)).status).toBe(200);
  const seat = await joinRoom(server, room.view.room.code);
  expect((await ask(server, 'GET /api/seat', { token: seat.token, ...from('10.0.0.4') })).status).toBe(200);
});

test('move codes are guessed as rarely as codes', async () => {
  const path = `POST /api/rooms/${room.view.room.code}/seats`;
  const tryMove = () => ask(server, path, { body: { move: 'BCDFGHJK' }, ...from('10.0.0.5') });
  for (let index = 0; index < GUESSES; index += 1) expect((await tryMove()).status).toBe(403);
  expect((await tryMove()).status).toBe(429);
});

test('a school of twenty classes opens its rooms and joins from one address', async () => {
  const address = from('10.0.0.6');
  const body = {
    ...{ level: 'the-quiet-doubling', mode: 'student', kind: 'live', hints: false, pace: 1 },
    ...{ keepDays: 30, lan: false },
  };
  for (let index = 0; index < 20; index += 1) {
    const opened = await ask<OpenedRoom>(server, 'POST /api/rooms', { body, ...address });
    expect(opened.status).toBe(201);
    const path = `POST /api/rooms/${opened.body.view.room.code}/seats`;
    const names = freeNames(new Set(), 10);
    const came = await Promise.all(names.map((name) => ask(server, path, { body: { name }, ...address })));
    expect(new Set(came.map(({ status }) => status))).toEqual(new Set([201]));
  }
});

test('a script that opens rooms is stopped', async () => {
  const most = LIMIT_WINDOWS.openRoom[0]!.events;
  const open = () => ask(server, 'POST /api/rooms', { body: {}, ...from('10.0.0.7') });
  for (let index = 0; index < most; index += 1) expect((await open()).status).toBe(400);
  expect((await open()).status).toBe(429);
});

test('a flood of calls is stopped by its token, and without one by its address', async () => {
  const { token } = await joinRoom(server, room.view.room.code);
  const calls = LIMIT_WINDOWS.request[0]!.events + 1;
  let last = 0;
  for (let index = 0; index < calls; index += 1) {
    last = (await ask(server, 'GET /api/nothing', { token, ...from('10.0.0.8') })).status;
  }
  expect(last).toBe(429);
  const other = await joinRoom(server, room.view.room.code);
  expect((await ask(server, 'GET /api/seat', { token: other.token, ...from('10.0.0.8') })).status).toBe(200);
});

test('the network is let in by someone at this machine alone', async () => {
  const opened: boolean[] = [];
  const on = await startClassServer({
    parts: { lan: { opened: async () => void opened.push(true), changed: async () => {} } },
  });
  const body = {
    ...{ level: 'the-quiet-doubling', mode: 'student', kind: 'live', hints: false, pace: 1 },
    ...{ keepDays: 30, lan: true },
  };
  const open = (headers: Readonly<Record<string, string>>) => ask(on, 'POST /api/rooms', { body, headers });
  await open({ 'x-forwarded-for': '10.0.0.1' });
  await open({ forwarded: 'for=10.0.0.1' });
  expect([opened.length, (await on.store.countRooms()).lan]).toEqual([0, 0]);
  await open({});
  expect([opened.length, (await on.store.countRooms()).lan]).toEqual([1, 1]);
  await on.close();
});
