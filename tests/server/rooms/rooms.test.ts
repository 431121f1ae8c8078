import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { levelHash } from '../../../src/engine/levelHash.ts';
import { CLASS_LIMITS } from '../../../src/schema/classroom/limits.ts';
import type { OpenedRoom, RoomDoor, RoomLogs, TeacherView } from '../../../src/schema/classroom/room.ts';
import { makeClass } from '../../support/classLogs.ts';
import {
  ask,
  type ClassServer,
  handIn,
  joinRoom,
  openRoom,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';
import { isOpenedRoom } from './shapes.ts';

const DAY = 24 * 60 * 60 * 1000;

let server: ClassServer;
let now = Date.parse('2026-03-02T09:00:00.000Z');
const later = (milliseconds: number) => new Date(now + milliseconds).toISOString();

beforeAll(async () => {
  server = await startClassServer({ parts: { now: () => now } });
});
afterAll(() => server.close());

const GOOD = {
  ...{ level: 'the-quiet-doubling', mode: 'student', kind: 'live', hints: false, pace: 1 },
  ...{ keepDays: 30, lan: false },
};

const post = (body: unknown) => ask<OpenedRoom>(server, 'POST /api/rooms', { body });

/** The teacher's wish of a room, and what came of it. */
const change = (room: OpenedRoom, body: unknown) =>
  ask<TeacherView>(server, `PATCH /api/rooms/${room.view.room.code}`, { token: room.key, body });

describe('a room', () => {
  test('is opened in its lobby, with a patient that everybody shares', async () => {
    const { status, body } = await post(GOOD);
    expect(status).toBe(201);
    expect(isOpenedRoom(body)).toBe(true);
    expect(body.view.room).toMatchObject({
      ...{ state: 'lobby', locked: false, hideNames: false, until: null, mode: 'student', pace: 1 },
      level: { id: QUIET_DOUBLING.id, hash: levelHash(QUIET_DOUBLING) },
      ...{ createdAt: later(0), expiresAt: later(7 * DAY) },
    });
    expect(body.view.rows).toEqual([]);
    const other = await post(GOOD);
    expect(other.body.view.room.code).not.toBe(body.view.room.code);
    expect(other.body.key).not.toBe(body.key);
    expect(other.body.view.room.seed).not.toBe(body.view.room.seed);
  });

  test('of homework is open at once, until its date, and stays for its days', async () => {
    const { body } = await post({ ...GOOD, kind: 'until', until: later(7 * DAY) });
    expect(body.view.room).toMatchObject({
      ...{ state: 'open', until: later(7 * DAY), expiresAt: later(37 * DAY) },
    });
  });

  test.each([
    ['homework without a date', { kind: 'until' }],
    ['a date that is over', { kind: 'until', until: '2020-01-01T00:00:00.000Z' }],
    ['a date too far ahead', { kind: 'until', until: '2026-12-01T00:00:00.000Z' }],
    ['a day that no month has', { kind: 'until', until: '2026-03-32T00:00:00.000Z' }],
    ['a live room with a date', { until: '2026-03-09T00:00:00.000Z' }],
  ])('with %s is refused', async (_what, change) => {
    const came = await post({ ...GOOD, ...change });
    expect(came.status).toBe(400);
    expect(['badUntil', 'badRequest']).toContain(came.error.code);
  });

  test.each([
    ['level', 'no-such-level'],
    ['level', '<script>alert(1)</script>'],
    ['mode', 'teacher'],
    ['kind', 'always'],
    ['hints', 'yes'],
    ['pace', 0],
    ['pace', 1.01],
    ['keepDays', 0],
    ['keepDays', CLASS_LIMITS.keepDays + 1],
    ['keepDays', 1.5],
    ['lan', null],
    ['name', 'Class 7b'],
  ])('with %s %j is refused by the name of the field', async (field, value) => {
    const came = await post({ ...GOOD, [field]: value });
    expect(came.error).toMatchObject({ code: 'badRequest', values: { path: field } });
  });

  test('can be in a mode of its level alone', async () => {
    const on = await startClassServer({ levels: [{ ...QUIET_DOUBLING, modes: ['student'] }] });
    const came = await ask(on, 'POST /api/rooms', { body: { ...GOOD, mode: 'clinician' } });
    expect(came.error).toMatchObject({ code: 'badRequest', values: { path: 'mode' } });
    await on.close();
  });
});

describe('the door', () => {
  test('is found by the code in any case, and tells no more than what is on the wall', async () => {
    const { view } = await openRoom(server);
    const { body, status } = await ask<RoomDoor>(server, `GET /api/rooms/${view.room.code.toLowerCase()}`);
    expect(status).toBe(200);
    expect(body).toEqual({ room: view.room, seatsTaken: 0, full: false });
  });

  test.each(['ABCDEF', '222222', 'x', 'KQ7ZDWX', '%00', '..%2f..', '{}'])(
    '%s opens nothing',
    async (code) => {
      const came = await ask(server, `GET /api/rooms/${code}`);
      expect([came.status, came.error.code]).toEqual([404, 'unknownRoom']);
    },
  );

  test.each(['KQ7ZDW', 'kq7zdw'])('/%s leads to the page where it is typed', async (code) => {
    const came = await ask(server, `GET /${code}`);
    expect([came.status, came.headers.get('location')]).toEqual([302, '/#class/join/KQ7ZDW']);
  });

  test('what is no code is an address like any other', async () => {
    expect((await ask(server, 'GET /index.html')).status).toBe(200);
    expect((await ask(server, 'GET /ABCDEF')).status).toBe(404);
    expect((await ask(server, 'GET /healthz')).body).toEqual({ status: 'ok' });
  });
});

describe('a teacher', () => {
  test('starts, closes and starts again, and the end moves along', async () => {
    const room = await openRoom(server);
    const started = await change(room, { state: 'open' });
    expect(started.body.room).toMatchObject({ state: 'open', expiresAt: later(31 * DAY) });
    now += 60 * 60 * 1000;
    const closed = await change(room, { state: 'closed' });
    expect(closed.body.room).toMatchObject({ state: 'closed', expiresAt: later(30 * DAY) });
    const again = await change(room, { state: 'closed' });
    expect(again.body.room).toEqual(closed.body.room);
    expect((await change(room, { state: 'open' })).body.room.state).toBe('open');
  });

  test('does not close what has not started', async () => {
    const came = await change(await openRoom(server), { state: 'closed' });
    expect([came.status, came.error.code]).toEqual([409, 'notOpen']);
  });

  test('gives homework another date, and opens it again with one', async () => {
    const room = await openRoom(server, { kind: 'until', until: later(DAY) });
    const moved = await change(room, { until: later(2 * DAY) });
    expect(moved.body.room).toMatchObject({ until: later(2 * DAY), expiresAt: later(32 * DAY) });
    await change(room, { state: 'closed' });
    now += 3 * DAY;
    expect((await change(room, { state: 'open' })).error.code).toBe('badUntil');
    const opened = await change(room, { state: 'open', until: later(DAY) });
    expect(opened.body.room).toMatchObject({ state: 'open', until: later(DAY), expiresAt: later(31 * DAY) });
    const far = await change(room, { until: later(CLASS_LIMITS.roomDays * DAY) });
    expect(far.error.code).toBe('badUntil');
  });

  test('gives a live room no date', async () => {
    expect((await change(await openRoom(server), { until: later(DAY) })).error.code).toBe('badUntil');
  });

  test('locks, hides names and allows hints', async () => {
    const room = await openRoom(server);
    const { body } = await change(room, { locked: true, hideNames: true, hints: true });
    expect(body.room).toMatchObject({ locked: true, hideNames: true, hints: true });
    expect(body.version).toBeGreaterThan(room.view.version);
    const { code } = room.view.room;
    const { body: names } = await ask<{ names: string[] }>(server, `GET /api/rooms/${code}/names`);
    const came = await ask(server, `POST /api/rooms/${code}/seats`, { body: { name: names.names[0] } });
    expect([came.status, came.error.code]).toEqual([409, 'locked']);
  });

  test.each([[{ state: 'lobby' }], [{ seed: 1 }], [{ locked: 1 }], [[]], ['x'], [null]])(
    'cannot wish for %j',
    async (wish) => {
      const came = await change(await openRoom(server), wish);
      expect([came.status, came.error.code]).toEqual([400, 'badRequest']);
    },
  );

  test('sets the pace of a seat, and puts it out and in again', async () => {
    const room = await openStartedRoom(server);
    const { own, token } = await joinRoom(server, room.view.room.code);
    const path = `PATCH /api/rooms/${room.view.room.code}/seats/${own.seat}`;
    const set = (body: unknown) => ask<TeacherView>(server, path, { token: room.key, body });
    expect((await set({ pace: 0.5 })).body.seats).toMatchObject([{ pace: 0.5, kicked: false }]);
    const { body } = await ask<{ own: unknown }>(server, 'GET /api/seat', { token });
    expect(body.own).toMatchObject({ pace: 0.5 });
    const out = await set({ kicked: true });
    expect([out.body.rows, out.body.seats[0]?.kicked]).toEqual([[], true]);
    expect((await ask(server, 'GET /api/seat', { token })).error.code).toBe('kicked');
    expect((await set({ kicked: false })).body.rows).toHaveLength(1);
    expect((await set({ pace: 0.1 })).error).toMatchObject({ code: 'badRequest', values: { path: 'pace' } });
  });

  test('deletes the room, and nothing of it is left', async () => {
    const room = await openStartedRoom(server);
    const { code, seed } = room.view.room;
    const { token } = await joinRoom(server, code);
    await handIn(server, token, makeClass(QUIET_DOUBLING, 1, seed)[0]!);
    expect((await ask(server, `DELETE /api/rooms/${code}`, { token: room.key })).status).toBe(204);
    expect((await ask(server, `GET /api/rooms/${code}`)).error.code).toBe('unknownRoom');
    expect((await ask(server, `GET /api/rooms/${code}/teacher`, { token: room.key })).error.code).toBe(
      'unknownRoom',
    );
    expect((await ask(server, 'GET /api/seat', { token })).error.code).toBe('unknownSeat');
  });

  test('gets every best log, or all of them, as they were played', async () => {
    const room = await openStartedRoom(server);
    const { code, seed } = room.view.room;
    const logs = makeClass(QUIET_DOUBLING, 6, seed);
    const seats = [await joinRoom(server, code), await joinRoom(server, code), await joinRoom(server, code)];
    for (const [index, log] of logs.entries()) {
      now += 1_000;
      await handIn(server, seats[index % 2]!.token, log);
    }
    await handIn(server, seats[2]!.token, logs[0]!);
    await ask(server, `PATCH /api/rooms/${code}/seats/${seats[2]!.own.seat}`, {
      ...{ token: room.key, body: { kicked: true } },
    });
    const get = (query: string) =>
      ask<RoomLogs>(server, `GET /api/rooms/${code}/logs${query}`, { token: room.key });
    const { body: all } = await get('?all=1');
    expect(all.logs.map(({ log }) => JSON.parse(log))).toEqual(logs);
    const { body: best } = await get('');
    expect(best.logs).toEqual(all.logs.filter((entry) => entry.best));
    expect(best.logs.map(({ seat }) => seat).sort()).toEqual([seats[0]!.own.seat, seats[1]!.own.seat].sort());
    for (const { seat, log } of best.logs) {
      const own = all.logs.filter((entry) => entry.seat === seat).map((entry) => JSON.parse(entry.log).score);
      expect(JSON.parse(log).score).toBe(Math.max(...own));
    }
    expect((await get('?all=<b>')).body).toEqual(best);
  });
});

describe('statements', () => {
  test('go to the learning record store that was named', async () => {
    const sent: unknown[] = [];
    const on = await startClassServer({
      parts: {
        recordStore: {
          send: async (room, games) => {
            sent.push([room.code, games.map(({ name, log }) => [name, JSON.parse(log).score])]);
            if (sent.length > 1) throw new Error('no');
            return games.length;
          },
        },
      },
    });
    const room = await openStartedRoom(on);
    const { code, seed } = room.view.room;
    expect(room.view.recordStore).toBe(true);
    const { token, own } = await joinRoom(on, code);
    const [log] = makeClass(QUIET_DOUBLING, 1, seed);
    await handIn(on, token, log!);
    const call = () => ask(on, `POST /api/rooms/${code}/statements`, { token: room.key });
    expect((await call()).body).toEqual({ sent: 1 });
    expect(sent).toEqual([[code, [[own.name, log!.score]]]]);
    const came = await call();
    expect([came.status, came.error.code]).toEqual([502, 'recordStoreFailed']);
    await on.close();
  });

  test('go nowhere without one', async () => {
    const room = await openRoom(server);
    const came = await ask(server, `POST /api/rooms/${room.view.room.code}/statements`, { token: room.key });
    expect([came.status, came.error.code]).toEqual([404, 'noRecordStore']);
  });
});
