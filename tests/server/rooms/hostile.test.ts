import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLASS_LIMITS } from '../../../src/schema/classroom/limits.ts';
import type { OpenedRoom, TakenSeat } from '../../../src/schema/classroom/room.ts';
import {
  type Asked,
  ask,
  type ClassServer,
  joinRoom,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';

let server: ClassServer;
let room: OpenedRoom;
let seat: TakenSeat;

beforeAll(async () => {
  server = await startClassServer({ seed: 7 });
  room = await openStartedRoom(server);
  seat = await joinRoom(server, room.view.room.code);
});
afterAll(() => server.close());

const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('1')",
  '{{constructor.constructor("alert(1)")()}}',
  '</title><svg/onload=alert(1)>',
  '\u202Eevil',
  '\u0000',
];

/** Every call that takes a body, with a body that it takes. */
function calls(): readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] {
  const { code } = room.view.room;
  return [
    [
      'POST /api/rooms',
      {
        ...{ level: 'the-quiet-doubling', mode: 'student', kind: 'live', hints: false, pace: 1 },
        ...{ keepDays: 30, lan: false, until: '2030-01-01T00:00:00.000Z' },
      },
      '',
    ],
    [`POST /api/rooms/${code}/seats`, { name: 'plucky-lynx', move: 'KQ7ZDWKQ' }, ''],
    [
      `PATCH /api/rooms/${code}`,
      { locked: true, state: 'open', hideNames: true, hints: true, until: '' },
      room.key,
    ],
    [`PATCH /api/rooms/${code}/seats/${seat.own.seat}`, { kicked: false, pace: 1 }, room.key],
    ['PUT /api/seat/progress', { tick: 1, state: 'playing' }, seat.token],
    ['PUT /api/seat/held', { format: 1, model: {}, level: {}, mode: 'student', seed: 1 }, seat.token],
    ['POST /api/seat/logs', { format: 1, mode: 'student', outcome: 'recovered' }, seat.token],
  ];
}

/** Refused in JSON that no browser takes for a page, without a trace of the inside. */
async function expectRefused(call: string, asked: Asked): Promise<string> {
  const came = await ask(server, call, asked);
  expect(came.status).toBeGreaterThanOrEqual(400);
  expect(came.status).toBeLessThan(500);
  expect(came.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(came.headers.get('x-content-type-options')).toBe('nosniff');
  expect(came.headers.get('cache-control')).toBe('no-store');
  expect(came.headers.get('content-security-policy')).toMatch(/^default-src '(self|none)'/);
  expect(came.text).not.toMatch(/node_modules|\.ts:|\.js:|SQLITE|at .* \(/);
  return came.error.code;
}

const withToken = (token: string) => (token === '' ? {} : { token });

describe('a script in a field', () => {
  test.each(SCRIPTS)('%j is refused, in every field of every call', async (script) => {
    for (const [call, body, token] of calls()) {
      for (const field of Object.keys(body)) {
        if (call.endsWith('/logs') && field !== 'format') continue;
        const code = await expectRefused(call, { ...withToken(token), body: { ...body, [field]: script } });
        expect(['badRequest', 'badLog', 'badUntil']).toContain(code);
      }
    }
  });

  test.each(SCRIPTS)('%j is no name of a field either, and no path', async (script) => {
    for (const [call, body, token] of calls()) {
      await expectRefused(call, { ...withToken(token), body: { ...body, [script]: 1 } });
    }
    const path = encodeURIComponent(script);
    await expectRefused(`GET /api/rooms/${path}`, {});
    await expectRefused(`GET /api/${path}`, {});
    await expectRefused(`GET /api/seat/logs/${path}`, { token: seat.token });
    await expectRefused(`PATCH /api/rooms/${room.view.room.code}/seats/${path}`, {
      ...{ token: room.key, body: { pace: 1 } },
    });
  });
});

describe('what is no plain JSON', () => {
  const texts = [
    '{"__proto__":{"isTeacher":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '['.repeat(5_000),
    `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
    '{"tick":1e999,"state":"playing"}',
    '{"tick":1,"state":"playing"',
    '\uFEFF\uFEFF{}',
    'tick=1&state=playing',
  ];
  test.each(texts)('%#: is refused by every call', async (body) => {
    for (const [call, , token] of calls()) await expectRefused(call, { ...withToken(token), body });
    expect(({} as Record<string, unknown>).isTeacher).toBeUndefined();
  });

  test('is refused in every other type', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'x',
      'text/json',
    ]) {
      for (const [call, body, token] of calls()) {
        const headers = { 'content-type': type };
        const code = await expectRefused(call, { ...withToken(token), body: JSON.stringify(body), headers });
        expect(code).toBe('wrongType');
      }
    }
  });

  test('is not unpacked', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip']) {
      const headers = { 'content-encoding': encoding };
      const body = gzipSync(JSON.stringify({ tick: 1, state: 'playing' })).toString('latin1');
      const code = await expectRefused('PUT /api/seat/progress', { token: seat.token, body, headers });
      expect(code).toBe('wrongType');
    }
  });

  test('or too large, is not read to its end', async () => {
    const body = JSON.stringify({
      tick: 1,
      state: 'playing',
      pad: 'x'.repeat(CLASS_LIMITS.requestCharacters),
    });
    expect(await expectRefused('PUT /api/seat/progress', { token: seat.token, body })).toBe('tooLarge');
  });
});

test.each([
  'GET /api',
  'GET /api/',
  'GET /api/nothing',
  'GET /api/rooms',
  'PUT /api/rooms',
  'DELETE /api/seat/logs',
  'OPTIONS /api/rooms',
  'PATCH /api/seat',
  'POST /api/live/poll',
  'GET /api/live',
  'GET /api/%E0%A4%A',
  'GET /api/rooms/%',
  `GET /api/rooms/${'x'.repeat(300)}`,
])('%s is no call', async (call) => {
  await expectRefused(call, {});
});

test('a page of another host asks for nothing', async () => {
  for (const origin of ['http://evil.example', 'null', 'file://', 'http://127.0.0.1:1', 'javascript:1']) {
    const asked = { token: seat.token, headers: { origin } };
    expect(await expectRefused('GET /api/seat', asked)).toBe('otherOrigin');
    expect(await expectRefused('DELETE /api/seat', asked)).toBe('otherOrigin');
  }
  const own = { token: seat.token, headers: { origin: server.address } };
  expect((await ask(server, 'GET /api/seat', own)).status).toBe(200);
});

test('no answer lets another host in', async () => {
  const came = await ask(server, 'GET /api/seat', { token: seat.token });
  expect([...came.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(came.headers.get('set-cookie')).toBeNull();
});

test.each(['Basic abc', 'Bearer', 'Bearer x', `Bearer s_${'x'.repeat(500)}`, 'bearer s_ä', 'null'])(
  'the head %s is no token',
  async (authorization) => {
    const came = await ask(server, 'GET /api/seat', { headers: { authorization: encodeURI(authorization) } });
    expect([came.status, came.error.code]).toEqual([401, 'notSeat']);
  },
);

test('a token in the address is none', async () => {
  const came = await ask(server, `GET /api/seat?token=${seat.token}&authorization=${seat.token}`);
  expect(came.status).toBe(401);
});

test('what breaks inside is told to the log and to nobody else', async () => {
  const told: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (entry: unknown) => void told.push(entry) };
  const on = await startClassServer({
    store: {
      ...server.store,
      seats: () => Promise.reject(new TypeError('secret of the inside')),
    },
    parts: { log },
  });
  const came = await ask(on, `GET /api/rooms/${room.view.room.code}`);
  expect([came.status, came.error.code]).toEqual([500, 'unavailable']);
  expect(came.text).not.toContain('secret');
  expect(JSON.stringify(told)).toContain('secret of the inside');
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`127\\.0\\.0\\.1|${room.view.room.code}`));
  await on.close();
});
