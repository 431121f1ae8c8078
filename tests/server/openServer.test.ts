import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ServerMessage, TeacherView } from '../../src/schema/classroom/room.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import { CannotStart } from '../../src/server/openData.ts';
import { type OpenServer, openServer } from '../../src/server/openServer.ts';
import { createStop } from '../../src/server/stop.ts';
import { makeClass } from '../support/classLogs.ts';
import { ask, handIn, joinRoom, openSocket, openStartedRoom } from '../support/classServer.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const scratch = mkdtempSync(join(tmpdir(), 'stormward-open-'));
const game = join(scratch, 'game');
mkdirSync(game);
writeFileSync(join(game, 'index.html'), '<!doctype html><title>Stormward</title>');
afterAll(() => rmSync(scratch, { recursive: true }));

function configOf(environment: Record<string, string>): Config {
  const settings = { PORT: '0', LOG_LEVEL: 'silent', VERIFY_THREADS: '1', LAN_HOST: '127.0.0.2' };
  return readConfig({ ...settings, ...environment }, scratch) as Config;
}
const DATA = { DATA: join(scratch, 'data') };
const placeOf = (server: OpenServer) => ({ address: (server.places.printed()[0] ?? '').replace(/\/$/, '') });

/** Ends a server as a signal does; resolves to the exit code. */
const end = (server: OpenServer): Promise<number> =>
  new Promise((exit) => {
    createStop({ ...server, exit })();
  });

/** A page that polls until its server is gone. */
async function pollOn(place: { readonly address: string }, token: string): Promise<void> {
  for (let since = -1; ; ) {
    const call = `GET /api/live/poll?since=${since}`;
    const came = await ask<ServerMessage>(place, call, { token }).catch(() => null);
    if (came?.body?.type !== 'view') return;
    since = came.body.view.version;
  }
}

/** A log is in a thread, or has been there. */
const HANDED_IN = /stormward_verify_waiting 1|submissions_total\{result="accepted"\} 1/;

test('a class of this machine goes through an end of the server, and finds itself again', async () => {
  const server = await openServer(configOf(DATA), game);
  const place = placeOf(server);
  const { key, view } = await openStartedRoom(place, { lan: true });
  const { code, seed } = view.room;
  expect(view.addresses).toEqual([place.address.replace('127.0.0.1', '127.0.0.2').concat('/')]);
  const tablet = { address: (view.addresses[0] ?? '').replace(/\/$/, '') };
  const { token } = await joinRoom(tablet, code);
  const socket = await openSocket(tablet, token);
  await socket.next(({ type }) => type === 'view');
  const polling = pollOn(tablet, token);
  await expect.poll(async () => (await ask(place, 'GET /metrics')).text).toContain('{kind="poll"} 1');

  const [log] = makeClass(QUIET_DOUBLING, 1, seed);
  const handed = handIn(tablet, token, JSON.stringify(log));
  await expect.poll(async () => (await ask(place, 'GET /metrics')).text).toMatch(HANDED_IN);
  const ended = end(server);
  expect((await handed).status).toBe(201);
  await polling;
  expect((await socket.ended).code).toBe(1001);
  expect(await ended).toBe(0);
  await expect(fetch(tablet.address)).rejects.toThrow();
  expect(readdirSync(DATA.DATA).sort()).toEqual(['class.backup.db', 'class.db', 'server.lock']);

  const again = await openServer(configOf(DATA), game);
  const later = placeOf(again);
  const { body } = await ask<TeacherView>(later, `GET /api/rooms/${code}/teacher`, { token: key });
  expect(body.rows[0]?.result?.score).toBe(log?.score);
  expect((await fetch(body.addresses[0] ?? '')).status).toBe(200);
  await ask(later, `DELETE /api/rooms/${code}`, { token: key });
  await expect(fetch(body.addresses[0] ?? '')).rejects.toThrow();
  expect(await end(again)).toBe(0);
});

test('a second server on the same data is refused in one sentence', async () => {
  const server = await openServer(configOf(DATA), game);
  await expect(openServer(configOf(DATA), game)).rejects.toThrow(
    new CannotStart(
      `Another Stormward already runs on the data folder ${DATA.DATA}: stop it first, or name another folder with DATA.`,
    ),
  );
  expect((await ask(placeOf(server), 'GET /readyz')).status).toBe(200);
  expect(await end(server)).toBe(0);
});

test('data that cannot be written, a database that is not there and a game that is not built are one sentence', async () => {
  const refused = (environment: Record<string, string>, folder = game) =>
    openServer(configOf(environment), folder).then(
      () => 'started',
      (error: unknown) => (error instanceof CannotStart ? error.message : String(error)),
    );
  const file = join(game, 'index.html');
  expect(await refused({ DATA: join(file, 'data') })).toMatch(
    /^The data folder .+ cannot be written: [^\n]+\.$/,
  );
  const database = await refused({ DATABASE_URL: 'postgres://storm:hunter2@127.0.0.1:9/storm' });
  expect(database).toMatch(/^The database of DATABASE_URL is not to be reached [^\n]*\.$/);
  expect(database).not.toContain('hunter2');
  expect(await refused({ DATA: join(scratch, 'other') }, scratch)).toMatch(/^The game is not built yet: /);
});
