import { expect, test } from 'vitest';
import type { TeacherView } from '../../../src/schema/classroom/room.ts';
import { startSweeper } from '../../../src/server/rooms/sweeper.ts';
import { makeClass } from '../../support/classLogs.ts';
import { ask, handIn, joinRoom, openRoom, openSocket, startClassServer } from '../../support/classServer.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';

const DAY = 24 * 60 * 60 * 1000;
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

test('homework closes at its date, is late from then on, and goes when its days are over', async () => {
  let now = Date.parse('2026-03-02T09:00:00.000Z');
  let looks = 0;
  const lan = {
    opened: async () => {},
    changed: async () => {
      looks += 1;
    },
  };
  const on = await startClassServer({ seed: 7, parts: { now: () => now, lan } });
  const { store, hub } = on;
  const sweeper = startSweeper({
    ...{
      store,
      hub,
      lan,
      log: SILENT,
      now: () => now,
      levels: [],
      recordStore: null,
      addresses: () => [],
      homePage: '',
    },
    verifier: { verify: async () => 'busy', waiting: () => 0, close: async () => {} },
  });
  const until = new Date(now + DAY).toISOString();
  const { key, view } = await openRoom(on, { kind: 'until', until, keepDays: 2 });
  const { code } = view.room;
  const { token } = await joinRoom(on, code);
  const socket = await openSocket(on, token);
  await socket.next((m) => m.type === 'view');
  const logs = makeClass(QUIET_DOUBLING, 2, 7);
  expect((await handIn(on, token, logs[0]!)).body.late).toBe(false);

  now += DAY;
  // The date counts, whether it was swept by then or not.
  expect((await handIn(on, token, logs[1]!)).body.late).toBe(true);
  await sweeper.sweep();
  await socket.next((m) => m.type === 'view' && m.view.room.state === 'closed');
  const { body } = await ask<TeacherView>(on, `GET /api/rooms/${code}/teacher`, { token: key });
  expect(body.room).toMatchObject({ state: 'closed', expiresAt: new Date(now + 2 * DAY).toISOString() });

  now += 2 * DAY;
  expect((await ask(on, `GET /api/rooms/${code}`)).error.code).toBe('expired');
  expect((await ask(on, 'GET /api/seat', { token })).error.code).toBe('expired');
  expect((await ask(on, `GET /api/rooms/${code}/teacher`, { token: key })).error.code).toBe('expired');
  expect((await handIn(on, token, logs[0]!)).error.code).toBe('expired');
  const before = looks;
  await sweeper.sweep();
  await socket.next((m) => m.type === 'gone' && m.reason === 'expired');
  expect(looks).toBeGreaterThan(before);
  expect(await store.countRooms()).toMatchObject({ rooms: 0 });
  sweeper.stop();
  await on.close();
});

test('a database in trouble is swept at the next time', async () => {
  const on = await startClassServer();
  const told: string[] = [];
  let isBroken = true;
  const sweeper = startSweeper({
    ...{
      hub: on.hub,
      levels: [],
      recordStore: null,
      addresses: () => [],
      homePage: '',
      now: () => Date.now(),
    },
    store: {
      ...on.store,
      closeDue: (at) => (isBroken ? Promise.reject(new Error('gone')) : on.store.closeDue(at)),
    },
    lan: { opened: async () => {}, changed: async () => void told.push('swept') },
    log: { ...SILENT, warn: () => void told.push('trouble') },
    verifier: { verify: async () => 'busy', waiting: () => 0, close: async () => {} },
  });
  await sweeper.sweep();
  isBroken = false;
  await sweeper.sweep();
  expect(told).toEqual(['trouble', 'swept']);
  sweeper.stop();
  await on.close();
});
