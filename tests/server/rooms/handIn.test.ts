import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecisionLog } from '../../../src/engine/types.ts';
import type { OpenedRoom, TakenSeat, TeacherView } from '../../../src/schema/classroom/room.ts';
import { LIMITS } from '../../../src/schema/limits.ts';
import { type RoomStore, StoreFailure } from '../../../src/server/store/types.ts';
import { makeClass } from '../../support/classLogs.ts';
import {
  ask,
  type ClassServer,
  handIn,
  joinRoom,
  openRoom,
  openSocket,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';

let server: ClassServer;

beforeAll(async () => {
  server = await startClassServer({ seed: 7 });
});
afterAll(() => server.close());

interface Class {
  readonly room: OpenedRoom;
  readonly seat: TakenSeat;
  readonly logs: readonly DecisionLog[];
}

/** A started room with a seat, and games of its patient. */
async function startClass(games: number, on: ClassServer = server): Promise<Class> {
  const room = await openStartedRoom(on);
  const seat = await joinRoom(on, room.view.room.code);
  return { room, seat, logs: makeClass(QUIET_DOUBLING, games, room.view.room.seed) };
}

async function teacherView({ room }: Class, on: ClassServer = server): Promise<TeacherView> {
  const path = `GET /api/rooms/${room.view.room.code}/teacher`;
  return (await ask<TeacherView>(on, path, { token: room.key })).body;
}

test('a log that holds is a row of the board, for everybody who listens', async () => {
  const { seat, logs } = await startClass(1);
  const socket = await openSocket(server, seat.token);
  const { status, body } = await handIn(server, seat.token, logs[0]!);
  expect(status).toBe(201);
  const { score, outcome } = logs[0]!;
  expect(body).toMatchObject({ score, outcome, late: false, isNew: true });
  const message = await socket.next((m) => m.type === 'view' && m.view.rows[0]?.result !== null);
  expect(message).toMatchObject({
    view: { rows: [{ seat: seat.own.seat, result: { score, outcome, rank: 1 } }] },
  });
  const own = await socket.next((m) => m.type === 'own' && m.own.logs.length === 1);
  expect(own).toMatchObject({
    own: { logs: [{ logHash: body.logHash, submission: body.submission, score }] },
  });
  socket.close();
});

test('the same log twice is one row, in whatever order its fields are written', async () => {
  const here = await startClass(1);
  const { seat, logs } = here;
  const first = await handIn(server, seat.token, logs[0]!);
  const again = await handIn(server, seat.token, logs[0]!);
  const reversed = Object.fromEntries(Object.entries(logs[0]!).reverse());
  const turned = await handIn(server, seat.token, JSON.stringify(reversed, null, 2));
  expect([first.status, again.status, turned.status]).toEqual([201, 200, 200]);
  expect(again.body).toEqual({ ...first.body, isNew: false });
  expect(turned.body).toEqual(again.body);
  expect((await teacherView(here)).rows[0]?.result?.games).toBe(1);
});

test('the same log sent many times at once is one row', async () => {
  const here = await startClass(1);
  const came = await Promise.all(
    Array.from({ length: 8 }, () => handIn(server, here.seat.token, here.logs[0]!)),
  );
  expect(came.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(came.map(({ body }) => body.submission)).size).toBe(1);
});

test('the best of several games stands on the board, whatever the order in which they come', async () => {
  const here = await startClass(5);
  const byScore = here.logs.toSorted((a, b) => b.score - a.score);
  for (const log of byScore) expect((await handIn(server, here.seat.token, log)).status).toBe(201);
  const { rows } = await teacherView(here);
  expect(rows[0]?.result).toMatchObject({ score: byScore[0]!.score, games: 5 });
});

test('a log of the second device and one that still lay on the first are both of the seat', async () => {
  const here = await startClass(2);
  const { token } = here.seat;
  const { body: move } = await ask<{ code: string }>(server, 'POST /api/seat/move', { token });
  const path = `POST /api/rooms/${here.room.view.room.code}/seats`;
  const second = await ask<TakenSeat>(server, path, { body: { move: move.code } });
  expect((await handIn(server, token, here.logs[0]!)).status).toBe(201);
  expect((await handIn(server, second.body.token, here.logs[1]!)).status).toBe(201);
  expect((await handIn(server, second.body.token, here.logs[0]!)).body.isNew).toBe(false);
  expect((await teacherView(here)).rows[0]?.result?.games).toBe(2);
});

test('nothing is taken before the room has started', async () => {
  const { view } = await openRoom(server);
  const { token } = await joinRoom(server, view.room.code);
  const came = await handIn(server, token, makeClass(QUIET_DOUBLING, 1, view.room.seed)[0]!);
  expect([came.status, came.error.code]).toEqual([409, 'notOpen']);
});

test('what comes after the end is taken, shown and late', async () => {
  const here = await startClass(1);
  const { code } = here.room.view.room;
  await ask(server, `PATCH /api/rooms/${code}`, { token: here.room.key, body: { state: 'closed' } });
  const came = await handIn(server, here.seat.token, here.logs[0]!);
  expect(came.body).toMatchObject({ late: true, isNew: true });
  expect((await teacherView(here)).rows[0]?.result).toMatchObject({ late: true, rank: 1 });
});

test('a seat that was put out hands in nothing', async () => {
  const here = await startClass(1);
  const path = `PATCH /api/rooms/${here.room.view.room.code}/seats/${here.seat.own.seat}`;
  await ask(server, path, { token: here.room.key, body: { kicked: true } });
  const came = await handIn(server, here.seat.token, here.logs[0]!);
  expect([came.status, came.error.code]).toEqual([403, 'kicked']);
});

/** Ways to change a log, and what is said to each. */
const FORGERIES: readonly (readonly [string, (log: DecisionLog) => unknown, string])[] = [
  ['another score', (log) => ({ ...log, score: log.score === 100 ? 99 : 100 }), 'error.replay.score'],
  ['a command less', (log) => ({ ...log, commands: log.commands.slice(1) }), 'error.replay.checkpoint'],
  ['another level', (log) => ({ ...log, level: { ...log.level, id: 'storm-front' } }), 'otherLevel'],
  ['another edition', (log) => ({ ...log, level: { ...log.level, hash: '0'.repeat(16) } }), 'otherLevel'],
  ['another view', (log) => ({ ...log, mode: 'clinician' }), 'otherMode'],
  ['another patient', (log) => ({ ...log, seed: (log.seed + 1) % 2 ** 32 }), 'otherSeed'],
  [
    'another model',
    (log) => ({ ...log, model: { ...log.model, version: '0.0.1' } }),
    'error.replay.modelVersion',
  ],
  ['a field too many', (log) => ({ ...log, teacher: true }), 'badLog'],
  ['no field at all', () => ({}), 'badLog'],
  ['a list', () => [], 'badLog'],
];

test.each(FORGERIES)('a log with %s is refused, and the teacher is told', async (_what, change, code) => {
  // The do-nothing game of a class has no command that could be taken out.
  const here = await startClass(4);
  const log = here.logs.find(({ commands }) => commands.length > 3)!;
  const came = await handIn(server, here.seat.token, change(log) as DecisionLog);
  expect([came.status, came.error.code]).toEqual([422, code]);
  expect(came.error.sentence).toMatch(/^[A-Za-z].+\.$/);
  expect(came.error.sentence).not.toMatch(/{{|undefined|class\.|error\./);
  const view = await teacherView(here);
  expect(view.seats[0]).toMatchObject({ refused: 1, lastRefusal: code });
  expect(view.rows[0]?.result).toBeNull();
});

test('the problem of a text that is no log names its field', async () => {
  const here = await startClass(1);
  const came = await handIn(server, here.seat.token, { ...here.logs[0]!, endTick: 1e9 });
  expect(came.error).toMatchObject({
    code: 'badLog',
    values: { path: 'endTick', problem: 'tooBig' },
    sentence: expect.stringContaining('endTick'),
  });
});

test.each([
  '',
  'x',
  '{"format":1',
  'null',
  '"<img src=x onerror=alert(1)>"',
  '[[[[[[[[[[[[[[[[[[[[[[[[[]]]]',
])('the text %j is refused as a value', async (text) => {
  const here = await startClass(1);
  const came = await handIn(server, here.seat.token, text);
  expect([came.status, came.error.code]).toEqual([422, 'badLog']);
});

test('a log beyond every game is not read to its end', async () => {
  const here = await startClass(1);
  const came = await handIn(server, here.seat.token, `"${'x'.repeat(LIMITS.logCharacters)}"`);
  expect([came.status, came.error.code]).toEqual([413, 'tooLarge']);
});

test('a seat sends so many logs at once and then waits, and says how long', async () => {
  const here = await startClass(1);
  const came = await Promise.all(Array.from({ length: 31 }, () => handIn(server, here.seat.token, '{}')));
  const waits = came.filter(({ status }) => status === 429);
  expect(waits).toHaveLength(1);
  expect(waits[0]?.error).toMatchObject({ code: 'tooMany', retryAfter: expect.any(Number) });
  expect(Number(waits[0]?.headers.get('retry-after'))).toBe(waits[0]?.error.retryAfter);
  const other = await joinRoom(server, here.room.view.room.code);
  expect((await handIn(server, other.token, here.logs[0]!)).status).toBe(201);
});

test('a full queue says so, and nothing is noted against the seat', async () => {
  const on = await startClassServer({
    seed: 7,
    verifier: { verify: async () => 'busy', waiting: () => 0, close: async () => {} },
  });
  const here = await startClass(1, on);
  const came = await handIn(on, here.seat.token, here.logs[0]!);
  expect([came.status, came.error.code]).toEqual([503, 'busy']);
  expect(Number(came.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await teacherView(here, on)).seats[0]).toMatchObject({ refused: 0 });
  await on.close();
});

test.each([
  ['diskFull', 507, 'diskFull'],
  ['unreachable', 503, 'unavailable'],
  ['busy', 503, 'busy'],
] as const)(
  'a database that is %s acknowledges nothing, and the log is taken later',
  async (trouble, status, code) => {
    let isBroken = true;
    const store: RoomStore = {
      ...server.store,
      addSubmission: (submission, most) =>
        isBroken
          ? Promise.reject(new StoreFailure(trouble, new Error('secret detail')))
          : server.store.addSubmission(submission, most),
    };
    const on = await startClassServer({ store, seed: 7 });
    const here = await startClass(1, on);
    const came = await handIn(on, here.seat.token, here.logs[0]!);
    expect([came.status, came.error.code]).toEqual([status, code]);
    expect(came.text).not.toContain('secret');
    expect(came.error.retryAfter).toBeGreaterThan(0);
    isBroken = false;
    expect((await handIn(on, here.seat.token, here.logs[0]!)).body.isNew).toBe(true);
    await on.close();
  },
);

test('a seat that has handed in all that fits is told so', async () => {
  const store: RoomStore = {
    ...server.store,
    addSubmission: (submission) => server.store.addSubmission(submission, 1),
  };
  const on = await startClassServer({ store, seed: 7 });
  const here = await startClass(2, on);
  expect((await handIn(on, here.seat.token, here.logs[0]!)).status).toBe(201);
  const came = await handIn(on, here.seat.token, here.logs[1]!);
  expect([came.status, came.error.code]).toEqual([409, 'tooManyLogs']);
  expect((await handIn(on, here.seat.token, here.logs[0]!)).status).toBe(200);
  await on.close();
});

test('a log that was given up for lack of time is asked for again, and counts as no refusal', async () => {
  const slow = await startClassServer({
    verifier: {
      verify: async () => ({ ok: false, code: 'tooSlow' }),
      waiting: () => 0,
      close: async () => {},
    },
  });
  const given = await startClass(1, slow);
  const { status, error } = await handIn(slow, given.seat.token, given.logs[0]!);
  expect(status).toBe(503);
  expect(error).toMatchObject({ code: 'tooSlow', retryAfter: 120 });
  expect((await teacherView(given, slow)).seats[0]?.refused).toBe(0);
  await slow.close();
});

test('a student is told why a log is refused although the disk cannot note it', async () => {
  const given = await startClass(1);
  const store: RoomStore = {
    ...server.store,
    noteRefusal: async () => {
      throw new StoreFailure('diskFull', null);
    },
  };
  const full = await startClassServer({ store });
  const { status, error } = await handIn(full, given.seat.token, { ...given.logs[0]!, score: 101 });
  expect({ status, code: error.code }).toEqual({ status: 422, code: 'badLog' });
  await full.close();
});
