/** What a whole class leaves behind in the server's log, its figures and its files. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLevels } from '../../../src/levels/nodeLevels.ts';
import type { TakenSeat } from '../../../src/schema/classroom/room.ts';
import { createServer } from '../../../src/server/app.ts';
import { createMemoryHub } from '../../../src/server/hub/memory.ts';
import { createLateLog, logAnswers, loggerOptions } from '../../../src/server/logging.ts';
import { createMetrics } from '../../../src/server/metrics.ts';
import { openStore } from '../../../src/server/store/openStore.ts';
import { createVerifier } from '../../../src/server/verify/pool.ts';
import { ask, handIn, joinRoom, openSocket, openStartedRoom } from '../../support/classServer.ts';
import { KNOWN_LOG } from '../../support/knownLog.ts';

const KNOWN = JSON.parse(KNOWN_LOG);
const folder = mkdtempSync(join(tmpdir(), 'stormward-traces-'));
const lines: string[] = [];
const metrics = createMetrics();
const AGENT = 'Tablet of Ada Lovelace';
/** Everything that must stand nowhere: tokens, codes of moves, addresses, browsers. */
const secrets: string[] = ['127.0.0.1', '::1', '192.0.2.7', AGENT, 'Lovelace'];
/** These stand in the database, and in no log. */
const quiet: string[] = [];
let figures = '';
let server: FastifyInstance;
let close: () => Promise<void>;

beforeAll(async () => {
  mkdirSync(join(folder, 'game'));
  writeFileSync(join(folder, 'game', 'index.html'), '<!doctype html><title>Stormward</title>');
  const opened = await openStore({ folder: join(folder, 'data') });
  const [store, hub] = [metrics.store(opened), createMemoryHub()];
  const verifier = createVerifier({ threads: 1 });
  const log = createLateLog();
  const addRoom: typeof store.addRoom = (room) => store.addRoom({ ...room, seed: KNOWN.seed });
  const rooms = {
    ...{ store: { ...store, addRoom }, hub, verifier: metrics.verifier(verifier), log, levels: loadLevels() },
    ...{
      addresses: () => [],
      homePage: 'https://stormward.invalid/',
      recordStore: null,
      now: () => Date.now(),
    },
    lan: { opened: async () => {}, changed: async () => {} },
  };
  server = await createServer(join(folder, 'game'), {
    rooms,
    trustProxy: true,
    logger: loggerOptions('trace', false, { write: (line: string) => void lines.push(line) }),
    watch: (made) => {
      log.attach(made);
      logAnswers(made);
      metrics.watch(made);
    },
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  close = async () => {
    await server.close();
    await verifier.close();
    await hub.close();
    await opened.close();
  };
  await playClass(`http://127.0.0.1:${(server.server.address() as { port: number }).port}`);
  figures = (await metrics.read()).text;
  await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A class in which also goes wrong what can. */
async function playClass(address: string): Promise<void> {
  const at = { address };
  const headers = {
    'user-agent': AGENT,
    'x-forwarded-for': '192.0.2.7',
    referer: 'http://lovelace.example/',
  };
  const room = await openStartedRoom(at, { level: KNOWN.level.id, mode: KNOWN.mode });
  const { code } = room.view.room;
  const [ada, kicked, gone] = [await joinRoom(at, code), await joinRoom(at, code), await joinRoom(at, code)];
  secrets.push(room.key, ada.token, kicked.token, gone.token);
  quiet.push(code, ada.own.name, ada.own.seat, ada.own.name.replace('-', ' '));
  const socket = await openSocket(at, ada.token);
  await socket.next(({ type }) => type === 'view');
  socket.say({ type: 'progress', report: { tick: 20, state: 'playing' } });
  await handIn(at, ada.token, KNOWN_LOG);
  await handIn(at, ada.token, JSON.stringify({ ...KNOWN, score: (KNOWN.score + 1) % 100 }));
  await handIn(at, ada.token, 'Lovelace');
  const move = await ask<{ code: string }>(at, 'POST /api/seat/move', { token: ada.token, headers });
  const second = await ask<TakenSeat>(at, `POST /api/rooms/${code}/seats`, {
    body: { move: move.body.code },
  });
  secrets.push(move.body.code, second.body.token);
  const calls = [
    [`GET /api/rooms/${code}`, undefined],
    [`GET /${code}`, undefined],
    [`GET /api/rooms/${code}/teacher?token=${room.key}`, undefined],
    [`GET /api/rooms/${code}/logs?all=1`, room.key],
    ['GET /api/seat', ada.token],
    [`GET /api/${ada.token}`, undefined],
    [`GET /api/rooms/${ada.token}`, ada.token],
    [`GET /nothing/${room.key}`, undefined],
    ['DELETE /api/seat', gone.token],
    [`GET /api/live/poll?since=0`, second.body.token],
  ] as const;
  for (const [call, token] of calls) await ask(at, call, { headers, ...(token !== undefined && { token }) });
  const path = `PATCH /api/rooms/${code}/seats/${kicked.own.seat}`;
  await ask(at, path, { token: room.key, headers, body: { kicked: true } });
  await ask(at, 'PUT /api/seat/progress', { token: kicked.token, headers, body: '{"Lovelace":' });
  socket.close();
}

test('the log tells what was done, and neither who nor where', () => {
  expect(lines.length).toBeGreaterThan(15);
  // Where it listens is no secret, and the server's own.
  const text = lines.filter((line) => !line.includes('Server listening at')).join('');
  for (const secret of [...secrets, ...quiet]) expect(text).not.toContain(secret);
  expect(text).toContain('/api/seat/logs');
});

test('so do the figures', () => {
  for (const secret of [...secrets, ...quiet]) expect(figures).not.toContain(secret);
  expect(figures).toContain('stormward_submissions_total{result="accepted"} 1');
});

test('no file of the data folder holds a token, a code that moves a seat, an address or a browser', () => {
  const files = readdirSync(join(folder, 'data'));
  expect(files).toContain('class.db');
  const held = files.map((file) => readFileSync(join(folder, 'data', file), 'latin1')).join('');
  for (const secret of secrets) expect(held.includes(secret), secret).toBe(false);
  // It does hold what it is for.
  expect(held).toContain(quiet[1]);
});
