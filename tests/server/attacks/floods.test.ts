/** Whoever wants the server for himself: the others are answered meanwhile. */
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom, TakenSeat } from '../../../src/schema/classroom/room.ts';
import { LIMIT_WINDOWS } from '../../../src/server/hub/limits.ts';
import { createToken } from '../../../src/server/rooms/secrets.ts';
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
import { KNOWN_LOG } from '../../support/knownLog.ts';
import { rawSocket, upgradeHead } from '../../support/rawRequest.ts';

const KNOWN = JSON.parse(KNOWN_LOG);
let server: ClassServer;
let room: OpenedRoom;
let good: { readonly seat: TakenSeat; readonly socket: OpenSocket };
const bad: Socket[] = [];

beforeAll(async () => {
  server = await startClassServer({ seed: KNOWN.seed });
  room = await openStartedRoom(server, { level: KNOWN.level.id, mode: KNOWN.mode });
  const seat = await joinRoom(server, room.view.room.code);
  const socket = await openSocket(server, seat.token);
  await socket.next(({ type }) => type === 'view');
  good = { seat, socket };
});
afterEach(() => {
  for (const socket of bad.splice(0)) socket.destroy();
});
afterAll(async () => {
  good.socket.close();
  await server.close();
});

/** A student who is in his room asks, hears, and hands in. */
async function expectServed(): Promise<void> {
  const { seat, socket } = good;
  expect((await ask(server, 'GET /api/seat', { token: seat.token })).status).toBe(200);
  expect([200, 201]).toContain((await handIn(server, seat.token, KNOWN_LOG)).status);
  socket.clear();
  socket.say({ type: 'ping' });
  await socket.next(({ type }) => type === 'same');
}

const host = () => `Host: 127.0.0.1:${server.port}\r\n`;

test('a thousand requests whose head or body never ends hold nobody up', async () => {
  const slow = [
    `GET / HTTP/1.1\r\n${host()}X-Slow: `,
    `POST /api/rooms HTTP/1.1\r\n${host()}Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{"level":`,
    `POST /api/seat/logs HTTP/1.1\r\n${host()}Authorization: Bearer ${createToken('s')}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"for`,
    'G',
  ];
  for (let index = 0; index < 1_000; index += 1) {
    bad.push(await rawSocket(server.port, slow[index % slow.length] as string));
  }
  await expectServed();
});

test('and each of them has its end', () => {
  // That Node keeps to these is for Node to test; that they are short is for us.
  expect(server.server.server.headersTimeout).toBeLessThanOrEqual(20_000);
  expect(server.server.server.requestTimeout).toBeLessThanOrEqual(60_000);
});

test('a socket that floods, or sends what has no end, is cut off alone', async () => {
  const other = await joinRoom(server, room.view.room.code);
  const frame = (head: readonly number[], body: Uint8Array) =>
    Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
  const floods: readonly Uint8Array[] = [
    // Ten thousand pings, a frame that says it has 2^62 bytes, one of a megabyte, and a message in pieces without end.
    Buffer.concat(Array.from({ length: 10_000 }, () => frame([0x81, 0x8f], Buffer.from('{"type":"ping"}')))),
    Buffer.from([0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    frame([0x81, 0xff, 0, 0, 0, 0, 0, 0x10, 0, 0], Buffer.alloc(1024 * 1024)),
    Buffer.concat(
      Array.from({ length: 3_000 }, (_, i) => frame([i === 0 ? 0x01 : 0x00, 0x84], Buffer.from('abcd'))),
    ),
    Buffer.concat(Array.from({ length: 20_000 }, () => frame([0x89, 0x80], Buffer.alloc(0)))),
    // Not masked, as a browser must; and with a flag that nobody agreed on.
    Buffer.from([0x81, 0x02, 0x7b, 0x7d]),
    frame([0xf1, 0x80], Buffer.alloc(0)),
  ];
  for (const flood of floods) {
    const socket = await rawSocket(server.port, upgradeHead(server.port));
    bad.push(socket);
    await new Promise((resolve) => socket.once('data', resolve));
    const hello = Buffer.from(JSON.stringify({ type: 'hello', token: other.token }));
    socket.write(frame([0x81, 0x80 | hello.length], hello));
    socket.write(flood);
    socket.resume();
  }
  await expectServed();
});

test('of many polls of one seat few wait, the others are told to, and nobody else notices', async () => {
  const { token } = await joinRoom(server, room.view.room.code);
  const stop = new AbortController();
  const { body } = await ask<{ view: { version: number } }>(server, 'GET /api/seat', { token });
  const statuses: number[] = [];
  const answers = Array.from({ length: 60 }, async () => {
    const url = `${server.address}/api/live/poll?since=${body.view.version}`;
    const init = { headers: { authorization: `Bearer ${token}` }, signal: stop.signal };
    await fetch(url, init).then(
      ({ status }) => statuses.push(status),
      () => {},
    );
  });
  // Sixteen may wait.
  await expect.poll(() => statuses.filter((status) => status === 429).length).toBe(44);
  await expectServed();
  stop.abort();
  await Promise.all(answers);
});

test('two thousand tokens that were made up lock nobody out', async () => {
  const statuses = new Set<number>();
  for (let round = 0; round < 50; round += 1) {
    const came = await Promise.all(
      Array.from({ length: 40 }, () => ask(server, 'GET /api/seat', { token: createToken('s') })),
    );
    for (const { status } of came) statuses.add(status);
  }
  expect(statuses).toEqual(new Set([404, 429]));
  await expectServed();
});

const MOST = LIMIT_WINDOWS.anonymous[0]!.events;

test.each([
  ['without a token', () => []],
  ['with a token that was made up', () => [`Authorization: Bearer ${createToken('s')}`]],
])('of thousands of sockets %s that never say hello, few are opened', async (_what, more) => {
  let opened = 0;
  let refused = 0;
  const answers: Promise<unknown>[] = [];
  for (let index = 0; index < 1_500; index += 1) {
    const socket = await rawSocket(server.port, upgradeHead(server.port, more()));
    bad.push(socket);
    answers.push(
      new Promise<void>((resolve) => {
        socket.once('data', (data) => {
          if (String(data).startsWith('HTTP/1.1 101')) opened += 1;
          if (String(data).startsWith('HTTP/1.1 429')) refused += 1;
          resolve();
        });
        socket.once('close', () => resolve());
      }),
    );
  }
  await Promise.all(answers);
  expect(opened + refused).toBe(1_500);
  // The window may have turned once meanwhile.
  expect(opened).toBeLessThanOrEqual(2 * MOST);
  expect(refused).toBeGreaterThan(0);
  await expectServed();
});
