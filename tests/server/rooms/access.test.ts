import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '../../../src/server/rooms/secrets.ts';
import { makeClass } from '../../support/classLogs.ts';
import {
  ask,
  type ClassServer,
  handIn,
  joinRoom,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';

let server: ClassServer;
/** Tokens by who they are, and the parts of the paths. */
const tokens: Record<string, string | undefined> = {};
const place: Record<string, string> = {};

beforeAll(async () => {
  server = await startClassServer();
  const [mine, other] = [await openStartedRoom(server), await openStartedRoom(server)];
  const { code, seed } = mine.view.room;
  const join = () => joinRoom(server, code);
  const [student, kicked, moved, victim] = [await join(), await join(), await join(), await join()];
  const stranger = await joinRoom(server, other.view.room.code);
  const [log] = makeClass(QUIET_DOUBLING, 1, seed);
  const accepted = await handIn(server, victim.token, log!);
  Object.assign(place, { code, seat: victim.own.seat, submission: accepted.body.submission });
  await ask(server, `PATCH /api/rooms/${code}/seats/${kicked.own.seat}`, {
    token: mine.key,
    body: { kicked: true },
  });
  const { body: move } = await ask<{ code: string }>(server, 'POST /api/seat/move', { token: moved.token });
  await ask(server, `POST /api/rooms/${code}/seats`, { body: { move: move.code } });
  Object.assign(tokens, {
    ...{ nobody: undefined, teacher: mine.key, otherTeacher: other.key, student: student.token },
    ...{ stranger: stranger.token, kicked: kicked.token, moved: moved.token },
    ...{ forgedSeat: createToken('s'), forgedKey: createToken('t') },
  });
});
afterAll(() => server.close());

const JSON_BODY: Readonly<Record<string, unknown>> = {
  'PUT /api/seat/progress': { tick: 3, state: 'playing' },
  'PATCH /api/rooms/:code': { locked: false },
  'PATCH /api/rooms/:code/seats/:seat': { pace: 0.5 },
};

const SEAT_CALLS = [
  'GET /api/seat',
  'PUT /api/seat/progress',
  'PUT /api/seat/held',
  'POST /api/seat/move',
  'GET /api/seat/logs/:submission',
  'DELETE /api/seat',
];
const TEACHER_CALLS = [
  'GET /api/rooms/:code/teacher',
  'PATCH /api/rooms/:code',
  'PATCH /api/rooms/:code/seats/:seat',
  'POST /api/rooms/:code/seats/:seat/move',
  'GET /api/rooms/:code/logs',
  'GET /api/rooms/:code/logs?all=1',
  'POST /api/rooms/:code/statements',
  'DELETE /api/rooms/:code',
];

/** Who may not, with the status and the code of the answer. */
const NO_SEAT: readonly (readonly [string, number, string])[] = [
  ['nobody', 401, 'notSeat'],
  ['teacher', 403, 'notSeat'],
  ['otherTeacher', 403, 'notSeat'],
  ['forgedKey', 403, 'notSeat'],
  ['forgedSeat', 404, 'unknownSeat'],
  ['kicked', 403, 'kicked'],
  ['moved', 403, 'moved'],
];
const NO_TEACHER: readonly (readonly [string, number, string])[] = [
  ['nobody', 401, 'notTeacher'],
  ['student', 403, 'notTeacher'],
  ['stranger', 403, 'notTeacher'],
  ['kicked', 403, 'notTeacher'],
  ['moved', 403, 'notTeacher'],
  ['forgedSeat', 403, 'notTeacher'],
  ['forgedKey', 404, 'unknownRoom'],
  ['otherTeacher', 404, 'unknownRoom'],
];

async function tryCall(call: string, who: string) {
  const path = call.replace(/:(\w+)/g, (_all, name: string) => place[name] ?? '');
  const token = tokens[who];
  const body = JSON_BODY[call];
  return ask(server, path, { ...(token !== undefined && { token }), ...(body !== undefined && { body }) });
}

describe.each(SEAT_CALLS)('%s', (call) => {
  test.each(NO_SEAT)('is not for %s', async (who, status, code) => {
    const came = await tryCall(call, who);
    expect([came.status, came.error?.code]).toEqual([status, code]);
  });
});

describe.each(TEACHER_CALLS)('%s', (call) => {
  test.each(NO_TEACHER)('is not for %s', async (who, status, code) => {
    const came = await tryCall(call, who);
    expect([came.status, came.error?.code]).toEqual([status, code]);
  });
});

test('nothing of all this has changed anything', async () => {
  const came = await ask<{ rows: { seat: string }[] }>(server, `GET /api/rooms/${place.code}/teacher`, {
    token: tokens.teacher!,
  });
  expect(came.status).toBe(200);
  expect(came.body.rows.map(({ seat }) => seat)).toContain(place.seat);
  expect(came.text).not.toContain('"pace":0.5');
});

test('a log of another room is not there, whoever asks', async () => {
  const path = `GET /api/seat/logs/${place.submission}`;
  const before = await ask(server, path, { token: tokens.stranger! });
  expect([before.status, before.error.code]).toEqual([403, 'notYet']);
  const { body } = await ask<{ view: { room: { code: string } } }>(server, 'GET /api/seat', {
    token: tokens.stranger!,
  });
  const patch = `PATCH /api/rooms/${body.view.room.code}`;
  expect((await ask(server, patch, { token: tokens.otherTeacher!, body: { state: 'closed' } })).status).toBe(
    200,
  );
  const after = await ask(server, path, { token: tokens.stranger! });
  expect([after.status, after.error.code]).toEqual([404, 'unknownLog']);
});

test('a seat of another room is not there for a teacher', async () => {
  const other = await openStartedRoom(server);
  for (const call of ['PATCH', 'POST'] as const) {
    const path = `/api/rooms/${other.view.room.code}/seats/${place.seat}${call === 'POST' ? '/move' : ''}`;
    const came = await ask(server, `${call} ${path}`, {
      token: other.key,
      ...(call === 'PATCH' && { body: { kicked: true } }),
    });
    expect([came.status, came.error.code]).toEqual([404, 'unknownSeat']);
  }
});

test('a move code of another room takes nothing over', async () => {
  const other = await openStartedRoom(server);
  const { body: move } = await ask<{ code: string }>(server, 'POST /api/seat/move', {
    token: tokens.student!,
  });
  const path = `POST /api/rooms/${other.view.room.code}/seats`;
  const came = await ask(server, path, { body: { move: move.code } });
  expect([came.status, came.error.code]).toEqual([403, 'badMove']);
  const here = await ask(server, `POST /api/rooms/${place.code}/seats`, { body: { move: move.code } });
  expect(here.status).toBe(201);
  const again = await ask(server, `POST /api/rooms/${place.code}/seats`, { body: { move: move.code } });
  expect(again.error.code).toBe('badMove');
});
