import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLASS_LIMITS } from '../../../src/schema/classroom/limits.ts';
import type { OpenedRoom, ServerMessage, TakenSeat } from '../../../src/schema/classroom/room.ts';
import { createMemoryHub } from '../../../src/server/hub/memory.ts';
import type { Hub } from '../../../src/server/hub/types.ts';
import { createToken } from '../../../src/server/rooms/secrets.ts';
import { makeClass } from '../../support/classLogs.ts';
import {
  ask,
  type ClassServer,
  handIn,
  joinRoom,
  type OpenSocket,
  openSocket,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';
import { isServerMessage } from './shapes.ts';

let server: ClassServer;

beforeAll(async () => {
  server = await startClassServer({ seed: 7 });
});
afterAll(() => server.close());

interface Class {
  readonly room: OpenedRoom;
  readonly seat: TakenSeat;
}

async function startClass(on: ClassServer = server): Promise<Class> {
  const room = await openStartedRoom(on);
  return { room, seat: await joinRoom(on, room.view.room.code) };
}

const changeSeat = ({ room, seat }: Class, body: unknown) =>
  ask(server, `PATCH /api/rooms/${room.view.room.code}/seats/${seat.own.seat}`, { token: room.key, body });
const isView = (message: ServerMessage) => message.type === 'view';
const isTeacher = (message: ServerMessage) => message.type === 'teacher';
const [log] = makeClass(QUIET_DOUBLING, 1, 7);

describe('a socket', () => {
  test('is told its seat and the room, and then every change', async () => {
    const here = await startClass();
    const socket = await openSocket(server, here.seat.token);
    await socket.next(isView);
    expect(socket.messages.map(({ type }) => type)).toEqual(['own', 'view']);
    expect(socket.messages.every(isServerMessage)).toBe(true);
    await joinRoom(server, here.room.view.room.code);
    await socket.next((m) => m.type === 'view' && m.view.rows.length === 2);
    await changeSeat(here, { pace: 0.5 });
    expect(await socket.next((m) => m.type === 'own' && m.own.pace === 0.5)).toBeDefined();
    socket.close();
  });

  test('of the teacher is told what the teacher alone may see', async () => {
    const here = await startClass();
    const [teacher, student] = [
      await openSocket(server, here.room.key),
      await openSocket(server, here.seat.token),
    ];
    await handIn(server, here.seat.token, '{}');
    const told = await teacher.next((m) => m.type === 'teacher' && m.view.seats[0]?.refused === 1);
    expect(told).toMatchObject({
      view: { seats: [{ lastRefusal: 'badLog' }], addresses: [`${server.address}/`] },
    });
    expect(isServerMessage(told)).toBe(true);
    await student.next(isView);
    expect(JSON.stringify(student.messages)).not.toMatch(/refus|twin|addresses|kicked/);
    teacher.close();
    student.close();
  });

  test('tells how far a game has come, and never a treatment', async () => {
    const here = await startClass();
    const [teacher, student] = [
      await openSocket(server, here.room.key),
      await openSocket(server, here.seat.token),
    ];
    await student.next(isView);
    student.say({ type: 'progress', report: { tick: 240, state: 'playing' } });
    await teacher.next((m) => m.type === 'teacher' && m.view.rows[0]?.hour === 12);
    await handIn(server, here.seat.token, log!);
    await teacher.next((m) => m.type === 'teacher' && m.view.rows[0]?.result !== null);
    expect(JSON.stringify([...teacher.messages, ...student.messages])).not.toMatch(
      /tocilizumab|antiviral|command/,
    );
    teacher.close();
    student.close();
  });

  test('takes reports that come twice or in another order as the last one says', async () => {
    const here = await startClass();
    const socket = await openSocket(server, here.seat.token);
    await socket.next(isView);
    for (const tick of [400, 200, 400, 0, 100]) {
      socket.say({ type: 'progress', report: { tick, state: 'playing' } });
    }
    socket.say({ type: 'ping' });
    await socket.next((m) => m.type === 'same');
    const { body } = await ask<{ view: unknown }>(server, 'GET /api/seat', { token: here.seat.token });
    expect(body.view).toMatchObject({ rows: [{ hour: 5, state: 'playing' }] });
    socket.close();
  });

  const ends: readonly (readonly [string, (here: Class) => Promise<unknown>])[] = [
    ['kicked', (here) => changeSeat(here, { kicked: true })],
    [
      'moved',
      async ({ room, seat }) => {
        const { body } = await ask<{ code: string }>(server, 'POST /api/seat/move', { token: seat.token });
        return ask(server, `POST /api/rooms/${room.view.room.code}/seats`, { body: { move: body.code } });
      },
    ],
    ['expired', ({ room }) => ask(server, `DELETE /api/rooms/${room.view.room.code}`, { token: room.key })],
    ['unknown', ({ seat }) => ask(server, 'DELETE /api/seat', { token: seat.token })],
  ];
  test.each(ends)(
    'that is %s is told so, ends, and finds the same when it comes back',
    async (reason, end) => {
      const here = await startClass();
      const socket = await openSocket(server, here.seat.token);
      await socket.next(isView);
      await end(here);
      await socket.next((m) => m.type === 'gone' && m.reason === reason);
      expect((await socket.ended).code).toBe(1000);
      const again = await openSocket(server, here.seat.token);
      const after = reason === 'expired' ? 'unknown' : reason;
      await again.next((m) => m.type === 'gone' && m.reason === after);
      await again.ended;
    },
  );

  test('of the second device goes on', async () => {
    const here = await startClass();
    const { body: move } = await ask<{ code: string }>(server, 'POST /api/seat/move', {
      token: here.seat.token,
    });
    const path = `POST /api/rooms/${here.room.view.room.code}/seats`;
    const second = await ask<TakenSeat>(server, path, { body: { move: move.code } });
    const socket = await openSocket(server, second.body.token);
    await socket.next(isView);
    socket.clear();
    await joinRoom(server, here.room.view.room.code);
    await socket.next(isView);
    expect(socket.messages.some(({ type }) => type === 'gone')).toBe(false);
    socket.close();
  });

  test('hears of a change whose announcement was lost', async () => {
    const memory = createMemoryHub();
    const deaf: Hub = { ...memory, listen: () => () => {} };
    const on = await startClassServer({ hub: deaf });
    const here = await startClass(on);
    const socket = await openSocket(on, here.seat.token);
    await socket.next(isView);
    await joinRoom(on, here.room.view.room.code);
    await socket.next((m) => m.type === 'view' && m.view.rows.length === 2);
    socket.close();
    await on.close();
    await memory.close();
  });

  test('is told nothing of another room', async () => {
    const [here, other] = [await startClass(), await startClass()];
    const socket = await openSocket(server, here.seat.token);
    await socket.next(isView);
    socket.clear();
    await handIn(server, other.seat.token, log!);
    await joinRoom(server, here.room.view.room.code);
    await socket.next(isView);
    expect(JSON.stringify(socket.messages)).not.toContain(other.seat.own.seat);
    socket.close();
  });
});

describe('a socket that breaks a rule is closed, and says which', () => {
  const opening: readonly (readonly [string, string | Uint8Array<ArrayBuffer>, number, RegExp])[] = [
    ['no JSON', 'hello', 1008, /notJson/],
    ['an unknown message', '{"type":"teach"}', 1008, /no message/],
    ['a token of no form', '{"type":"hello","token":"x"}', 1008, /no message/],
    ['a forbidden key', '{"type":"ping","__proto__":{"a":1}}', 1008, /forbiddenKey/],
    ['depth', `{"type":${'['.repeat(500)}${']'.repeat(500)}}`, 1008, /tooDeep/],
    ['something before hello', '{"type":"ping"}', 1008, /hello comes first/],
    ['a report before hello', '{"type":"progress","report":{"tick":1,"state":"playing"}}', 1008, /hello/],
    ['bytes', new TextEncoder().encode('{"type":"ping"}'), 1008, /text/],
    ['too many characters', `"${'x'.repeat(CLASS_LIMITS.messageCharacters)}"`, 1009, /.*/],
  ];
  test.each(opening)('%s', async (_what, message, code, reason) => {
    const socket = await openSocket(server);
    socket.socket.send(message);
    const ended = await socket.ended;
    expect(ended.code).toBe(code);
    expect(ended.reason).toMatch(reason);
  });

  const greeted: readonly (readonly [string, (socket: OpenSocket, here: Class) => void, RegExp])[] = [
    ['hello twice', (socket, { seat }) => socket.say({ type: 'hello', token: seat.token }), /once/],
    [
      'a treatment in a report',
      (socket) =>
        socket.say('{"type":"progress","report":{"tick":1,"state":"playing","treatment":"tocilizumab"}}'),
      /no message/,
    ],
    [
      'a flood',
      (socket) => {
        for (let index = 0; index < 200; index += 1) socket.say({ type: 'ping' });
      },
      /too many/,
    ],
  ];
  test.each(greeted)('%s', async (_what, act, reason) => {
    const here = await startClass();
    const socket = await openSocket(server, here.seat.token);
    await socket.next(isView);
    act(socket, here);
    const ended = await socket.ended;
    expect(ended.code).toBe(1008);
    expect(ended.reason).toMatch(reason);
  });

  test('a report by the teacher', async () => {
    const here = await startClass();
    const socket = await openSocket(server, here.room.key);
    await socket.next(isTeacher);
    socket.say({ type: 'progress', report: { tick: 1, state: 'playing' } });
    expect((await socket.ended).code).toBe(1008);
  });

  test('more of them than one seat needs', async () => {
    const here = await startClass();
    const sockets = await Promise.all(Array.from({ length: 17 }, () => openSocket(server, here.seat.token)));
    const ended = await Promise.race(sockets.map((socket) => socket.ended));
    expect(ended.code).toBe(1013);
    for (const socket of sockets) socket.close();
    await Promise.all(sockets.map((socket) => socket.ended));
    const next = await openSocket(server, here.seat.token);
    await next.next(isView);
    next.close();
  });

  test('silence', async () => {
    const socket = await openSocket(server);
    expect(await socket.ended).toEqual({ code: 1008, reason: 'no hello came' });
  });
});

test('a token that fits nothing is told that its seat is gone', async () => {
  for (const token of [createToken('s'), createToken('t')]) {
    const socket = await openSocket(server, token);
    expect(await socket.next((m) => m.type === 'gone')).toEqual({ type: 'gone', reason: 'unknown' });
    await socket.ended;
  }
});

/** Asks for a socket by hand: 101 when it is opened, else the status of the refusal. */
function upgrade(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.address}${path}`, {
      headers: {
        ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
        ...{ 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', ...headers },
      },
    });
    asked.on('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    asked.on('response', ({ statusCode }) => resolve(statusCode));
    asked.on('error', reject);
    asked.end();
  });
}

test('a page of another host opens no socket', async () => {
  const status = (origin: string) => upgrade('/api/live', { origin });
  expect(await status('http://evil.example')).toBe(403);
  expect(await status('null')).toBe(403);
  expect(await status(server.address.replace(/\d+$/, '1'))).toBe(403);
  expect(await status(server.address)).toBe(101);
});

test('an upgrade at any other address is a socket that ends at once', async () => {
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}/api/seat`);
  const { code } = await new Promise<CloseEvent>((resolve) => {
    socket.onclose = resolve;
  });
  expect([1000, 1005]).toContain(code);
});

describe('a poll', () => {
  const poll = (token: string, since?: number, on = server) =>
    ask<ServerMessage>(on, `GET /api/live/poll${since === undefined ? '' : `?since=${since}`}`, { token });

  test('without a version is answered at once, with the own seat', async () => {
    const { seat, room } = await startClass();
    const { body } = await poll(seat.token);
    expect(body).toMatchObject({ type: 'view', own: seat.own, view: { rows: [{ seat: seat.own.seat }] } });
    expect(isServerMessage(body)).toBe(true);
    const teacher = await poll(room.key);
    expect(teacher.body).toMatchObject({ type: 'teacher', view: { seats: [{ seat: seat.own.seat }] } });
    expect(isServerMessage(teacher.body)).toBe(true);
  });

  test.each(['x', '-5', '1e9', '1;drop', '99999999999999999999'])(
    'since %s is answered at once',
    async (since) => {
      const { seat } = await startClass();
      const path = `GET /api/live/poll?since=${encodeURIComponent(since)}`;
      expect((await ask<ServerMessage>(server, path, { token: seat.token })).body.type).toBe('view');
    },
  );

  test('waits for the next change', async () => {
    const { seat, room } = await startClass();
    const { body } = await poll(seat.token);
    const since = body.type === 'view' ? body.view.version : 0;
    let isAnswered = false;
    const next = poll(seat.token, since).finally(() => {
      isAnswered = true;
    });
    const other = await joinRoom(server, room.view.room.code);
    expect(isAnswered).toBe(false);
    const answer = (await next).body;
    expect(JSON.stringify(answer)).toContain(other.own.seat);
    expect(answer.type === 'view' && answer.view.version > since).toBe(true);
  });

  test('has a version that any other process knows', async () => {
    const on = await startClassServer({ store: server.store, hub: server.hub });
    const { seat } = await startClass();
    const { body } = await poll(seat.token);
    const there = await poll(seat.token, undefined, on);
    expect(body.type === 'view' && there.body.type === 'view').toBe(true);
    if (body.type === 'view' && there.body.type === 'view')
      expect(there.body.view.version).toBe(body.view.version);
    await on.close();
  });

  test('is told when the seat is gone, before and while it waits', async () => {
    const here = await startClass();
    const { body } = await poll(here.seat.token);
    const waiting = poll(here.seat.token, body.type === 'view' ? body.view.version : 0);
    await changeSeat(here, { kicked: true });
    expect((await waiting).body).toEqual({ type: 'gone', reason: 'kicked' });
    expect((await poll(here.seat.token)).body).toEqual({ type: 'gone', reason: 'kicked' });
    expect((await poll(createToken('s'))).body).toEqual({ type: 'gone', reason: 'unknown' });
    expect((await ask(server, 'GET /api/live/poll')).status).toBe(401);
  });
});

test('the end of the server ends sockets with a word and polls with an answer, at once', async () => {
  const memory = createMemoryHub();
  const arrived = Promise.withResolvers<void>();
  let listening = 0;
  const hub: Hub = {
    ...memory,
    count: (name, key) => {
      if (name === 'listen') listening += 1;
      if (listening === 3) arrived.resolve();
      return memory.count(name, key);
    },
  };
  const on = await startClassServer({ hub });
  const { seat } = await startClass(on);
  const socket = await openSocket(on, seat.token);
  await socket.next(isView);
  const { body } = await ask<ServerMessage>(on, 'GET /api/live/poll', { token: seat.token });
  const version = body.type === 'view' ? body.view.version : 0;
  const waiting = ask(on, `GET /api/live/poll?since=${version}`, { token: seat.token });
  await arrived.promise;
  const [ended, answer] = await Promise.all([socket.ended, waiting, on.close()]);
  expect(ended.code).toBe(1001);
  expect(answer.body).toEqual({ type: 'same' });
  await memory.close();
});
