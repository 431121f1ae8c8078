import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom, TakenSeat } from '../../../src/schema/classroom/room.ts';
import { createMemoryHub } from '../../../src/server/hub/memory.ts';
import type { Hub } from '../../../src/server/hub/types.ts';
import { openStore } from '../../../src/server/store/openStore.ts';
import type { RoomStore } from '../../../src/server/store/types.ts';
import {
  ask,
  type ClassServer,
  joinRoom,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { HOSTILE_TEXTS } from '../../support/hostileTexts.ts';
import { KNOWN_LOG } from '../../support/knownLog.ts';

const memory = createMemoryHub();
/** What is tried here is not how often one may try. */
const patient: Hub = { ...memory, count: async () => 0, wait: async () => 0 };
const KNOWN = JSON.parse(KNOWN_LOG);
const LEVEL = KNOWN.level.id as string;
let folder: string;
let store: RoomStore;
let server: ClassServer;
let room: OpenedRoom;
let seat: TakenSeat;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stormward-injection-'));
  store = await openStore({ folder });
  // Each note is a durable write: some of a thousand are enough to see what is stored.
  let noted = 0;
  const noteRefusal: RoomStore['noteRefusal'] = async (id, code) => {
    noted += 1;
    if (noted % 20 === 1) await store.noteRefusal(id, code);
  };
  const { seed } = KNOWN;
  const addRoom: RoomStore['addRoom'] = (opened) => store.addRoom({ ...opened, seed });
  server = await startClassServer({ hub: patient, store: { ...store, noteRefusal, addRoom } });
  room = await openStartedRoom(server, { level: LEVEL, mode: KNOWN.mode });
  seat = await joinRoom(server, room.view.room.code);
});
afterAll(async () => {
  await server.close();
  await memory.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Everywhere that a text may stand in what a call is given: each makes the call of a text. */
function places(): readonly (readonly [string, string, (text: string) => unknown])[] {
  const { code } = room.view.room;
  const opening = {
    ...{ level: LEVEL, mode: 'student', kind: 'live', hints: false, pace: 1, keepDays: 30, lan: false },
  };
  const seats = `POST /api/rooms/${code}/seats`;
  const logs = 'POST /api/seat/logs';
  const [command] = KNOWN.commands;
  return [
    ...['level', 'mode', 'kind', 'until', 'pace', 'keepDays', 'lan', 'hints'].map(
      (field) => ['POST /api/rooms', '', (text: string) => ({ ...opening, [field]: text })] as const,
    ),
    [seats, '', (name) => ({ name })],
    [seats, '', (move) => ({ move })],
    [`PATCH /api/rooms/${code}`, room.key, (state) => ({ state })],
    [`PATCH /api/rooms/${code}`, room.key, (until) => ({ until })],
    [`PATCH /api/rooms/${code}/seats/${seat.own.seat}`, room.key, (pace) => ({ pace })],
    ['PUT /api/seat/progress', seat.token, (state) => ({ tick: 1, state })],
    ['PUT /api/seat/progress', seat.token, (text) => ({ tick: 1, state: 'playing', [text]: text })],
    ['PUT /api/seat/held', seat.token, (text) => text],
    [logs, seat.token, (mode) => ({ ...KNOWN, mode })],
    [logs, seat.token, (outcome) => ({ ...KNOWN, outcome })],
    [logs, seat.token, (text) => ({ ...KNOWN, [text]: text })],
    [logs, seat.token, (id) => ({ ...KNOWN, level: { ...KNOWN.level, id } })],
    [logs, seat.token, (hash) => ({ ...KNOWN, model: { ...KNOWN.model, hash } })],
    [logs, seat.token, (version) => ({ ...KNOWN, model: { ...KNOWN.model, version } })],
    [logs, seat.token, (hash) => ({ ...KNOWN, checkpoints: [{ tick: 0, hash }] })],
    [logs, seat.token, (type) => ({ ...KNOWN, commands: [{ tick: 0, command: { type } }] })],
    [
      logs,
      seat.token,
      (regimen) => ({
        ...KNOWN,
        commands: [{ ...command, command: { type: 'order', treatment: 'antiviral', regimen } }],
      }),
    ],
  ];
}

test('no field of any call takes a hostile text, and no answer is one that a browser reads as a page', async () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(60);
  for (const text of HOSTILE_TEXTS) {
    for (const [call, token, body] of places()) {
      const came = await ask(server, call, { ...(token !== '' && { token }), body: body(text) });
      const what = `${call} ${JSON.stringify(body(text)).slice(0, 200)}`;
      expect([400, 422], `${what}: ${came.status} ${came.text}`).toContain(came.status);
      expect(came.headers.get('content-type'), what).toBe('application/json; charset=utf-8');
      expect(came.headers.get('x-content-type-options')).toBe('nosniff');
      // What is told back of it is short, in one line, and has no sign that moves a cursor or turns a text.
      expect(came.error.sentence, what).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(came.error.sentence.length, what).toBeLessThan(500);
    }
  }
});

test('nor is it stored: the room holds what it held', async () => {
  const { body } = await ask<OpenedRoom['view']>(server, `GET /api/rooms/${room.view.room.code}/teacher`, {
    token: room.key,
  });
  const text = JSON.stringify(body);
  for (const hostile of HOSTILE_TEXTS) {
    const inJson = JSON.stringify(hostile).slice(1, -1);
    if (/[^\w]/.test(hostile)) expect(text).not.toContain(inJson);
  }
  expect(body.rows.map(({ name }) => name)).toEqual([seat.own.name]);
  expect(body.seats[0]?.lastRefusal).toMatch(/^(badLog|otherLevel|otherMode|error\.replay\.\w+)$/);
});

test('nor does a path lead anywhere', async () => {
  for (const text of HOSTILE_TEXTS) {
    const part = encodeURIComponent(text.isWellFormed() ? text : 'x');
    for (const [call, token] of [
      [`GET /api/rooms/${part}`, undefined],
      [`GET /api/rooms/${part}/names`, undefined],
      [`GET /api/rooms/${part}/teacher`, room.key],
      [`PATCH /api/rooms/${room.view.room.code}/seats/${part}`, room.key],
      [`GET /api/seat/logs/${part}`, seat.token],
      [`GET /api/live/poll?since=${part}&token=${room.key}`, undefined],
      [`GET /${part}`, undefined],
      [`GET /assets/${part}`, undefined],
    ] as const) {
      const came = await ask(server, call, { ...(token !== undefined && { token }) });
      expect([400, 401, 403, 404, 414], `${call}: ${came.status}`).toContain(came.status);
      expect(came.headers.get('location')).toBeNull();
      expect(came.headers.get('set-cookie')).toBeNull();
      expect(came.headers.get('content-type')).not.toMatch(/html/);
      expect(came.text).not.toMatch(/root:|teacher_hash|node_modules/);
    }
  }
});
