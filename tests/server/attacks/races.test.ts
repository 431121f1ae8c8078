/** Messages that come again, in another order, from the wrong side, or while their room goes away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom, TakenSeat, TeacherView } from '../../../src/schema/classroom/room.ts';
import { startSweeper } from '../../../src/server/rooms/sweeper.ts';
import { DATABASE_FILE } from '../../../src/server/store/openStore.ts';
import { createVerifier } from '../../../src/server/verify/pool.ts';
import type { Verifier } from '../../../src/server/verify/types.ts';
import {
  ask,
  type ClassServer,
  handIn,
  joinRoom,
  openSocket,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { KNOWN_LOG } from '../../support/knownLog.ts';

const KNOWN = JSON.parse(KNOWN_LOG);
const REQUEST = { level: KNOWN.level.id, mode: KNOWN.mode } as const;
const folder = mkdtempSync(join(tmpdir(), 'stormward-races-'));
const pool = createVerifier({ threads: 1 });
/** While it is held, a log has been taken up and has no verdict yet. */
let held: Promise<void> = Promise.resolve();
let taken: () => void = () => {};
const verifier: Verifier = {
  ...pool,
  async verify(text, expected) {
    taken();
    await held;
    return pool.verify(text, expected);
  },
};
let server: ClassServer;
let later = 0;
const now = () => Date.now() + later;

beforeAll(async () => {
  server = await startClassServer({ seed: KNOWN.seed, data: folder, verifier, parts: { now } });
});
afterAll(async () => {
  await server.close();
  await pool.close();
  rmSync(folder, { recursive: true });
});

interface Class {
  readonly room: OpenedRoom;
  readonly code: string;
  readonly seat: TakenSeat;
}

async function startClass(): Promise<Class> {
  const room = await openStartedRoom(server, REQUEST);
  const { code } = room.view.room;
  return { room, code, seat: await joinRoom(server, code) };
}

/** Hands in, does something while the log is being played, and gives the answer. */
async function handInWhile(token: string, work: () => Promise<unknown>) {
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  held = gate.promise;
  taken = begun.resolve;
  const answer = handIn(server, token, KNOWN_LOG);
  await begun.promise;
  await work();
  gate.resolve();
  held = Promise.resolve();
  return answer;
}

/** Rows of every table that belong to the room or the seat. */
function rowsOf(seat: string): number {
  const database = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
  const count = (table: string, column: string) =>
    Number(database.prepare(`select count(*) as n from ${table} where ${column} = ?`).get(seat)?.n);
  const rows = count('seats', 'id') + count('tokens', 'seat_id') + count('submissions', 'seat_id');
  database.close();
  return rows;
}

const teacherView = ({ room, code }: Class) =>
  ask<TeacherView>(server, `GET /api/rooms/${code}/teacher`, { token: room.key });

test('a room that is deleted while a log is played leaves nothing behind', async () => {
  const here = await startClass();
  const came = await handInWhile(here.seat.token, () =>
    ask(server, `DELETE /api/rooms/${here.code}`, { token: here.room.key }),
  );
  expect([came.status, came.error.code]).toEqual([404, 'unknownSeat']);
  expect(rowsOf(here.seat.own.seat)).toBe(0);
});

test('nor does a seat that is left meanwhile', async () => {
  const here = await startClass();
  const { token } = here.seat;
  const came = await handInWhile(token, () => ask(server, 'DELETE /api/seat', { token }));
  expect([came.status, came.error.code]).toEqual([404, 'unknownSeat']);
  expect(rowsOf(here.seat.own.seat)).toBe(0);
});

test('nor does a room whose time comes meanwhile', async () => {
  const here = await startClass();
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const lan = { opened: async () => {}, changed: async () => {} };
  const came = await handInWhile(here.seat.token, async () => {
    later = 400 * 24 * 3_600_000;
    const { store, hub } = server;
    const parts = {
      store,
      hub,
      verifier,
      lan,
      now,
      log: quiet,
      levels: [],
      recordStore: null,
      addresses: () => [],
      homePage: '',
    };
    const sweeper = startSweeper(parts);
    await sweeper.sweep();
    sweeper.stop();
  });
  later = 0;
  expect([came.status, came.error.code]).toEqual([404, 'unknownSeat']);
  expect(rowsOf(here.seat.own.seat)).toBe(0);
});

test('a seat that is put out meanwhile is on no board, in no file, and hears nothing more', async () => {
  const here = await startClass();
  const path = `/api/rooms/${here.code}/seats/${here.seat.own.seat}`;
  await handInWhile(here.seat.token, () =>
    ask(server, `PATCH ${path}`, { token: here.room.key, body: { kicked: true } }),
  );
  const { body } = await teacherView(here);
  expect(body.rows).toEqual([]);
  const logs = await ask<{ logs: unknown[] }>(server, `GET /api/rooms/${here.code}/logs?all=1`, {
    token: here.room.key,
  });
  expect(logs.body.logs).toEqual([]);
  expect((await handIn(server, here.seat.token, KNOWN_LOG)).error.code).toBe('kicked');
});

test('a game that was on its way when another device took over counts, once', async () => {
  const here = await startClass();
  const { token } = here.seat;
  const move = await ask<{ code: string }>(server, 'POST /api/seat/move', { token });
  let second = '';
  const came = await handInWhile(token, async () => {
    const taken = await ask<TakenSeat>(server, `POST /api/rooms/${here.code}/seats`, {
      body: { move: move.body.code },
    });
    second = taken.body.token;
  });
  expect(came.status).toBe(201);
  const again = await handIn(server, second, KNOWN_LOG);
  expect([again.status, again.body.submission]).toEqual([200, came.body.submission]);
  // The earlier device may hand in and nothing else.
  for (const call of ['GET /api/seat', 'POST /api/seat/move', 'DELETE /api/seat', 'GET /api/live/poll']) {
    const { text } = await ask(server, call, { token });
    expect(text).toMatch(/"moved"/);
  }
});

test('a move code works once, in its own room, until the next one', async () => {
  const [here, other] = [await startClass(), await startClass()];
  const { token } = here.seat;
  const give = async () => (await ask<{ code: string }>(server, 'POST /api/seat/move', { token })).body.code;
  const take = (code: string, move: string) =>
    ask(server, `POST /api/rooms/${code}/seats`, { body: { move } });
  const first = await give();
  const second = await give();
  expect((await take(here.code, first)).error.code).toBe('badMove');
  expect((await take(other.code, second)).error.code).toBe('badMove');
  const both = await Promise.all([take(here.code, second), take(here.code, second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
});

test("a log that another seat played is this seat's own row, and the teacher sees whose it was", async () => {
  const here = await startClass();
  const thief = await joinRoom(server, here.code);
  const first = await handIn(server, here.seat.token, KNOWN_LOG);
  const stolen = await handIn(server, thief.token, KNOWN_LOG);
  expect([stolen.status, stolen.body.submission !== first.body.submission]).toEqual([201, true]);
  const { body } = await teacherView(here);
  expect(body.rows.map(({ result }) => result?.rank)).toEqual([1, 1]);
  const twins = new Map(body.seats.map(({ seat, twin }) => [seat, twin]));
  expect(twins.get(thief.own.seat)).toBe(KNOWN.commands.length >= 3 ? here.seat.own.seat : null);
  expect(twins.get(here.seat.own.seat)).toBeNull();
});

test('pauses that are declared otherwise make another row and no better place', async () => {
  const here = await startClass();
  const other = await joinRoom(server, here.code);
  const declared = (pauses: readonly { readonly tick: number; readonly seconds: number }[]) =>
    handIn(server, here.seat.token, JSON.stringify({ ...KNOWN, pauses }));
  await handIn(server, other.token, KNOWN_LOG);
  const most = { tick: 1, seconds: 31_536_000 };
  const scores = [await declared([]), await declared([most]), await declared(Array(5_000).fill(most))];
  expect(new Set(scores.map(({ body }) => body.score)).size).toBe(1);
  expect((await declared([{ tick: 1, seconds: 31_536_001 }])).error.values?.problem).toBe('tooBig');
  expect((await declared(Array(5_001).fill(most))).error.values?.problem).toBe('tooLong');
  const { body } = await teacherView(here);
  expect(body.rows.map(({ result }) => result?.rank)).toEqual([1, 1]);
  for (const { result } of body.rows) expect(Number.isFinite(result?.pausedSeconds)).toBe(true);
});

test('a student has none of the rights of a teacher, nor a teacher those of another room', async () => {
  const [here, other] = [await startClass(), await startClass()];
  const seats = `/api/rooms/${here.code}/seats/${here.seat.own.seat}`;
  const calls: readonly (readonly [string, unknown?])[] = [
    [`GET /api/rooms/${here.code}/teacher`],
    [`GET /api/rooms/${here.code}/logs`],
    [`PATCH /api/rooms/${here.code}`, { state: 'closed' }],
    [`PATCH ${seats}`, { kicked: true }],
    [`POST ${seats}/move`],
    [`POST /api/rooms/${here.code}/statements`],
    [`DELETE /api/rooms/${here.code}`],
  ];
  for (const [call, body] of calls) {
    for (const token of [here.seat.token, other.room.key, other.seat.token]) {
      const came = await ask(server, call, { token, ...(body !== undefined && { body }) });
      expect([403, 404], call).toContain(came.status);
    }
    // In the address a key is none.
    const came = await ask(server, `${call}?token=${here.room.key}&key=${here.room.key}`, {
      ...(body !== undefined && { body }),
    });
    expect(came.status, call).toBe(401);
  }
  // The own room, the seat of another one.
  const foreign = await ask(server, `PATCH /api/rooms/${other.code}/seats/${here.seat.own.seat}`, {
    ...{ token: other.room.key, body: { kicked: true } },
  });
  expect(foreign.error.code).toBe('unknownSeat');
  expect((await ask(server, 'GET /api/seat', { token: here.seat.token })).status).toBe(200);
});

test('a socket says hello once and as nobody else', async () => {
  const [here, other] = [await startClass(), await startClass()];
  const socket = await openSocket(server, here.seat.token);
  await socket.next(({ type }) => type === 'view');
  socket.say({ type: 'hello', token: other.room.key });
  socket.say({ type: 'progress', report: { tick: 20, state: 'playing' } });
  expect((await socket.ended).code).toBe(1008);
  expect(JSON.stringify(socket.messages)).not.toContain(other.code);
});
