import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClass } from '../../support/classLogs.ts';
import {
  type ClassServer,
  handIn,
  joinRoom,
  openSocket,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';

let server: ClassServer;

beforeAll(async () => {
  server = await startClassServer();
});
afterAll(() => server.close());

test('a log that holds is a row of the board, for everybody who listens', async () => {
  const { view } = await openStartedRoom(server);
  const { token, own } = await joinRoom(server, view.room.code);
  const socket = await openSocket(server, token);
  const [log] = makeClass(QUIET_DOUBLING, 1, view.room.seed);
  const { status, body } = await handIn(server, token, log!);
  expect(status).toBe(201);
  expect(body).toMatchObject({ score: log!.score, outcome: log!.outcome, late: false, isNew: true });
  const message = await socket.next((m) => m.type === 'view' && m.view.rows[0]?.result !== null);
  expect(message).toMatchObject({
    view: { rows: [{ seat: own.seat, result: { score: log!.score, rank: 1 } }] },
  });
  socket.close();
});
