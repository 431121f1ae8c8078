import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isKnownName } from '../../../src/classroom/names.ts';
import { CLASS_LIMITS } from '../../../src/schema/classroom/limits.ts';
import type { OpenedRoom, OwnSeat, RoomView, TakenSeat } from '../../../src/schema/classroom/room.ts';
import { freeNames } from '../../../src/server/rooms/names.ts';
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
import { isTakenSeat } from './shapes.ts';

let server: ClassServer;
let now = Date.parse('2026-03-02T09:00:00.000Z');

beforeAll(async () => {
  server = await startClassServer({ seed: 7, parts: { now: () => now } });
});
afterAll(() => server.close());

const take = (code: string, body: unknown) =>
  ask<TakenSeat>(server, `POST /api/rooms/${code}/seats`, { body });
const seatView = (token: string) => ask<{ own: OwnSeat; view: RoomView }>(server, 'GET /api/seat', { token });

describe('a new seat', () => {
  test('has a token, its name and the view of the room', async () => {
    const { view } = await openRoom(server, { pace: 0.5 });
    const { status, body } = await take(view.room.code, { name: 'plucky-lynx' });
    expect(status).toBe(201);
    expect(isTakenSeat(body)).toBe(true);
    expect(body).toMatchObject({ own: { name: 'plucky-lynx', pace: 0.5, logs: [] }, held: null });
    expect(body.view.rows).toEqual([
      { seat: body.own.seat, name: 'plucky-lynx', state: 'waiting', hour: 0, result: null },
    ]);
    const again = await seatView(body.token);
    expect(again.body.own).toEqual(body.own);
  });

  test('has a name that nobody else in the room has', async () => {
    const { view } = await openRoom(server);
    await take(view.room.code, { name: 'plucky-lynx' });
    const came = await take(view.room.code, { name: 'plucky-lynx' });
    expect([came.status, came.error.code]).toEqual([409, 'nameTaken']);
    const other = await openRoom(server);
    expect((await take(other.view.room.code, { name: 'plucky-lynx' })).status).toBe(201);
  });

  test('of two who want one name at once, one gets it', async () => {
    const { view } = await openRoom(server);
    const came = await Promise.all([1, 2, 3, 4].map(() => take(view.room.code, { name: 'plucky-lynx' })));
    expect(came.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test('has a name of the lists', async () => {
    const { view } = await openRoom(server);
    const came = await take(view.room.code, { name: 'rude-word' });
    expect([came.status, came.error.code]).toEqual([400, 'nameUnknown']);
  });

  test.each([
    [{ name: 'Robin Smith' }],
    [{ name: '<img src=x onerror=alert(1)>' }],
    [{ name: 'constructor-lynx', pace: 1 }],
    [{ move: 'short' }],
    [{}],
    [{ name: 'plucky-lynx', move: 'KQ7ZDWKQ' }],
  ])('is not taken by %j', async (body) => {
    const { view } = await openRoom(server);
    const came = await take(view.room.code, body);
    expect([came.status, came.error.code]).toEqual([400, 'badRequest']);
  });

  test('is there for a whole class that joins in one minute, and for no more than the room holds', async () => {
    const { view } = await openRoom(server);
    const names = freeNames(new Set(), CLASS_LIMITS.seats + 1);
    const came = await Promise.all(names.map((name) => take(view.room.code, { name })));
    expect(came.filter(({ status }) => status === 201)).toHaveLength(CLASS_LIMITS.seats);
    expect(came.find(({ status }) => status !== 201)?.error.code).toBe('full');
    const { body } = await ask(server, `GET /api/rooms/${view.room.code}`);
    expect(body).toMatchObject({ seatsTaken: CLASS_LIMITS.seats, full: true });
  });
});

test('names that are offered are free, of the lists, and never twice', async () => {
  const { view } = await openRoom(server);
  const { code } = view.room;
  const taken = await joinRoom(server, code);
  const { body } = await ask<{ names: string[] }>(server, `GET /api/rooms/${code}/names`);
  expect(new Set(body.names).size).toBe(8);
  expect(body.names.every(isKnownName)).toBe(true);
  expect(body.names).not.toContain(taken.own.name);
});

test('when nearly all names are taken, the rest is offered', () => {
  const all = freeNames(new Set(), Number.POSITIVE_INFINITY);
  const rest = all.slice(0, 3);
  expect([...freeNames(new Set(all.slice(3)), 8)].sort()).toEqual([...rest].sort());
});

test('a seat that is given up leaves nothing behind, and its name is free', async () => {
  const { view } = await openRoom(server);
  const { token } = (await take(view.room.code, { name: 'plucky-lynx' })).body;
  expect((await ask(server, 'DELETE /api/seat', { token })).status).toBe(204);
  expect((await seatView(token)).error.code).toBe('unknownSeat');
  expect((await take(view.room.code, { name: 'plucky-lynx' })).status).toBe(201);
});

describe('progress', () => {
  test('stands on the board', async () => {
    const { view } = await openStartedRoom(server);
    const { token } = await joinRoom(server, view.room.code);
    const body = { tick: 250, state: 'playing' };
    expect((await ask(server, 'PUT /api/seat/progress', { token, body })).status).toBe(204);
    expect((await seatView(token)).body.view.rows).toMatchObject([{ hour: 12.5, state: 'playing' }]);
  });

  test.each([
    [{ tick: -1, state: 'playing' }],
    [{ tick: 1e9, state: 'playing' }],
    [{ tick: 1, state: 'won' }],
    [{ tick: 1, state: 'away' }],
    [{ tick: 1, state: 'playing', treatment: 'tocilizumab' }],
    [{ tick: '1', state: 'playing' }],
  ])('%j is none', async (body) => {
    const { view } = await openStartedRoom(server);
    const { token } = await joinRoom(server, view.room.code);
    const came = await ask(server, 'PUT /api/seat/progress', { token, body });
    expect([came.status, came.error.code]).toEqual([400, 'badRequest']);
  });
});

/** A game of the room that has not ended. */
function heldGame({ view }: OpenedRoom) {
  const [log] = makeClass(QUIET_DOUBLING, 1, view.room.seed);
  const { format, model, level, seed, mode, commands, pauses, speeds, endTick } = log!;
  return { ...{ format, model, level, seed, mode, commands, pauses, speeds }, tick: endTick - 1 };
}

describe('a game that has not ended', () => {
  const hold = (token: string, body: unknown) => ask(server, 'PUT /api/seat/held', { token, body });

  test('goes along to the next device, once', async () => {
    const room = await openStartedRoom(server);
    const { code } = room.view.room;
    const first = await joinRoom(server, code);
    const held = heldGame(room);
    expect((await hold(first.token, held)).status).toBe(204);
    const { body: move } = await ask<{ code: string; until: string }>(server, 'POST /api/seat/move', {
      token: first.token,
    });
    expect(Date.parse(move.until)).toBe(now + 600_000);
    const second = await take(code, { move: move.code });
    expect(second.status).toBe(201);
    expect(JSON.parse(second.body.held!)).toEqual(held);
    expect(second.body.own).toEqual(first.own);
    expect((await seatView(first.token)).error.code).toBe('moved');
    expect((await hold(first.token, held)).error.code).toBe('moved');
    expect((await take(code, { move: move.code })).error.code).toBe('badMove');
  });

  test('is dropped by an empty one, and by its log', async () => {
    const room = await openStartedRoom(server);
    const { token, own } = await joinRoom(server, room.view.room.code);
    await hold(token, heldGame(room));
    expect((await hold(token, '')).status).toBe(204);
    expect(await server.store.held(own.seat)).toBeNull();
    await hold(token, heldGame(room));
    expect(await server.store.held(own.seat)).not.toBeNull();
    await handIn(server, token, makeClass(QUIET_DOUBLING, 1, room.view.room.seed)[0]!);
    expect(await server.store.held(own.seat)).toBeNull();
  });

  test('is of the room, and is a game', async () => {
    const room = await openStartedRoom(server);
    const { token } = await joinRoom(server, room.view.room.code);
    const held = heldGame(room);
    expect((await hold(token, { ...held, seed: held.seed + 1 })).error.code).toBe('otherSeed');
    expect((await hold(token, { ...held, mode: 'clinician' })).error.code).toBe('otherMode');
    const level = { ...held.level, id: 'other' };
    expect((await hold(token, { ...held, level })).error.code).toBe('otherLevel');
    expect((await hold(token, { ...held, note: 'x' })).error.code).toBe('badRequest');
    const large = JSON.stringify(held).padEnd(CLASS_LIMITS.heldCharacters + 1);
    expect((await hold(token, large)).error.code).toBe('tooLarge');
  });
});

test('a code for the second device runs out, and the teacher can give one too', async () => {
  const room = await openStartedRoom(server);
  const { code } = room.view.room;
  const { own } = await joinRoom(server, code);
  const path = `POST /api/rooms/${code}/seats/${own.seat}/move`;
  const give = () => ask<{ code: string }>(server, path, { token: room.key });
  const first = await give();
  const second = await give();
  expect((await take(code, { move: first.body.code })).error.code).toBe('badMove');
  now += 600_000;
  expect((await take(code, { move: second.body.code })).error.code).toBe('badMove');
  const third = await give();
  expect((await take(code, { move: third.body.code })).body.own.seat).toBe(own.seat);
});

describe('the log of another', () => {
  const play = async (hints: boolean) => {
    const room = await openStartedRoom(server, { hints });
    const { code, seed } = room.view.room;
    const [a, b] = [await joinRoom(server, code), await joinRoom(server, code)];
    const logs = makeClass(QUIET_DOUBLING, 2, seed);
    const { body } = await handIn(server, a.token, logs[0]!);
    const read = (token: string) => ask(server, `GET /api/seat/logs/${body.submission}`, { token });
    return { room, a, b, logs, read };
  };

  test('is closed until the room is, without hints', async () => {
    const { room, a, b, logs, read } = await play(false);
    expect((await read(a.token)).body).toEqual(logs[0]);
    await handIn(server, b.token, logs[1]!);
    expect((await read(b.token)).error.code).toBe('notYet');
    const path = `PATCH /api/rooms/${room.view.room.code}`;
    await ask(server, path, { token: room.key, body: { state: 'closed' } });
    expect((await read(b.token)).body).toEqual(logs[0]);
  });

  test('is open with hints to whoever has ended a game', async () => {
    const { b, logs, read } = await play(true);
    expect((await read(b.token)).error.code).toBe('notYet');
    await handIn(server, b.token, logs[1]!);
    expect((await read(b.token)).body).toEqual(logs[0]);
  });

  test.each(['nothing', 'x', '%3Cscript%3E', 'aaaaaaaaaaaa'])('%s is not there', async (id) => {
    const { a } = await play(true);
    const came = await ask(server, `GET /api/seat/logs/${id}`, { token: a.token });
    expect([came.status, came.error.code]).toEqual([404, 'unknownLog']);
  });
});
