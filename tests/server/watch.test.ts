import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import websocket from '@fastify/websocket';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryHub } from '../../src/server/hub/memory.ts';
import type { Hub } from '../../src/server/hub/types.ts';
import { logAnswers, loggerOptions, withoutSecrets } from '../../src/server/logging.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { openStore } from '../../src/server/store/openStore.ts';
import type { RoomStore } from '../../src/server/store/types.ts';
import { createVerifier } from '../../src/server/verify/pool.ts';
import type { Verifier } from '../../src/server/verify/types.ts';
import { addWatch } from '../../src/server/watch.ts';
import { KNOWN_LOG } from '../support/knownLog.ts';

const TOKEN = 't_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq';
const KNOWN = JSON.parse(KNOWN_LOG);
const EXPECTED = { levelId: KNOWN.level.id, levelHash: KNOWN.level.hash, mode: KNOWN.mode, seed: KNOWN.seed };

const folder = mkdtempSync(join(tmpdir(), 'stormward-watch-'));
const lines: string[] = [];
const metrics = createMetrics();
let opened: RoomStore;
let store: RoomStore;
let verifier: Verifier;
let hub: Hub;
let stopping = false;
let shared = true;
let token: string | null = null;
let server: FastifyInstance;

beforeAll(async () => {
  opened = await openStore({ folder });
  store = metrics.store(opened);
  verifier = metrics.verifier(createVerifier({ threads: 1 }));
  hub = { ...createMemoryHub(), isShared: () => shared };
  const write = (line: string) => void lines.push(line);
  server = fastify({
    logger: loggerOptions('debug', true, { write }),
    logController: new LogController({ disableRequestLogging: true }),
  });
  await server.register(websocket);
  logAnswers(server);
  metrics.watch(server);
  const watched = { store, hub, metrics, isStopping: () => stopping };
  addWatch(server, {
    ...watched,
    get metricsToken() {
      return token;
    },
  });
  server.get('/api/live', { websocket: true }, () => {});
  server.get('/api/live/poll', () => new Promise(() => {}));
  server.get('/api/rooms/:code', async () => ({}));
  server.get('/api/broken', async () => {
    throw new Error(`no row for ${TOKEN} at postgres://storm:hunter2@db/storm`);
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  server.server.closeAllConnections();
  await server.close();
  await Promise.all([verifier.close(), hub.close(), opened.close()]);
  rmSync(folder, { recursive: true });
});

const address = () => `http://127.0.0.1:${(server.server.address() as { port: number }).port}`;
const read = async () => (await fetch(`${address()}/metrics`)).text();
/** Lets the answer that stands for a second run out. */
const later = () => new Promise((resolve) => setTimeout(resolve, 1_050));

describe('the figures', () => {
  test('tell calls, verdicts and answers by route, and no code', async () => {
    expect(await verifier.verify(KNOWN_LOG, EXPECTED)).toMatchObject({ ok: true });
    await verifier.verify('{', EXPECTED);
    await verifier.verify(KNOWN_LOG, { ...EXPECTED, seed: 0 });
    await verifier.verify(JSON.stringify({ ...KNOWN, score: 0 }), EXPECTED);
    await store.roomByCode('KQ7ZDW');
    await fetch(`${address()}/api/rooms/KQ7ZDW`);
    await fetch(`${address()}/KQ7ZDW`);
    const text = await read();
    expect(text).toContain('stormward_submissions_total{result="form.notJson"} 1');
    expect(text).toContain('stormward_submissions_total{result="otherSeed"} 1');
    expect(text).toContain('stormward_submissions_total{result="replay.score"} 1');
    expect(text).toContain('stormward_verify_seconds_count 4');
    expect(text).toContain('stormward_verify_waiting 0');
    expect(text).toContain('stormward_rooms 0');
    expect(text).toContain('stormward_store_seconds_count{call="roomByCode"} 1');
    expect(text).toMatch(
      /stormward_http_seconds_count\{method="GET",route="\/api\/rooms\/:code",status="2xx"\} 1/,
    );
    expect(text).toMatch(/stormward_http_seconds_count\{method="GET",route="unknown",status="4xx"\} 1/);
    expect(text).toContain('stormward_process_cpu_seconds_total');
    expect(text).not.toContain('KQ7ZDW');
  });

  test('count those who wait for news while they wait', async () => {
    const live = (kind: string, number: number) =>
      expect.poll(read).toContain(`stormward_live_connections{kind="${kind}"} ${number}`);
    const socket = new WebSocket(`${address().replace('http', 'ws')}/api/live`);
    const ending = new AbortController();
    const poll = fetch(`${address()}/api/live/poll`, { signal: ending.signal }).catch(() => 'gone');
    await live('socket', 1);
    await live('poll', 1);
    socket.close();
    ending.abort();
    expect(await poll).toBe('gone');
    await live('socket', 0);
    await live('poll', 0);
  });

  test('are for this machine alone, or for whoever has the token', async () => {
    const status = async (headers: Record<string, string>) =>
      (await fetch(`${address()}/metrics`, { headers })).status;
    expect(await status({ 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await status({})).toBe(200);
    token = 'a-token-of-some-length';
    expect(await status({})).toBe(403);
    expect(await status({ authorization: 'Bearer a-token-of-some-lengtH' })).toBe(403);
    expect(await status({ authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' })).toBe(200);
    token = null;
    const request = { url: '/metrics', remoteAddress: '192.168.1.7' };
    expect((await server.inject(request)).statusCode).toBe(403);
  });
});

describe('a server is ready', () => {
  const ready = async () => {
    const answer = await fetch(`${address()}/readyz`);
    return [answer.status, await answer.json()];
  };

  test('when its database can be written, with and without Redis', async () => {
    expect(await ready()).toEqual([200, { status: 'ready', missing: [] }]);
    shared = false;
    expect(await ready()).toEqual([200, { status: 'ready', missing: ['redis'] }]);
    shared = true;
  });

  test('and not when it ends, or when its database is gone', async () => {
    stopping = true;
    expect(await ready()).toEqual([503, { status: 'not ready', missing: ['stopping'] }]);
    stopping = false;
    await opened.close();
    await later();
    expect(await ready()).toEqual([503, { status: 'not ready', missing: ['database'] }]);
    expect(await read()).not.toMatch(/^stormward_rooms /m);
    expect(await read()).toMatch(/stormward_store_failures_total\{trouble="unreachable"\} \d/);
  });
});

describe('the log', () => {
  test('has one line for an answer, with its route and without what it was asked', async () => {
    lines.length = 0;
    const headers = { authorization: `Bearer ${TOKEN}` };
    await fetch(`${address()}/api/rooms/kq7zdw?name=plucky-lynx`, { headers });
    await fetch(`${address()}/api/rooms/KQ7ZDW`, { headers });
    await fetch(`${address()}/api/broken?name=plucky-lynx`, { headers });
    await expect.poll(() => lines.filter((line) => line.includes('answered')).length).toBe(3);
    const [one, two, three] = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
    expect(one).toMatchObject({ level: 'info', method: 'GET', route: '/api/rooms/:code', status: 200 });
    expect(one.reqId).not.toBe(two.reqId);
    expect(one.room).toMatch(/^[0-9a-f]{8}$/);
    expect(two.room).toBe(one.room);
    expect(three).toMatchObject({ level: 'warn', route: '/api/broken', status: 500 });
    const all = lines.join('');
    expect(all).toContain('no row for');
    for (const secret of [/kq7zdw/i, /plucky/, /127\.0\.0\.1/, /[st]_[A-Z]{5}/, /hunter2/]) {
      expect(all).not.toMatch(secret);
    }
  });

  test('is warnings alone where a teacher looks at it', () => {
    expect(loggerOptions(null, true)).toMatchObject({ level: 'warn' });
    expect(loggerOptions(null, false)).toMatchObject({ level: 'info' });
    expect(loggerOptions('trace', true)).toMatchObject({ level: 'trace' });
    expect(withoutSecrets(`a ${TOKEN} b`)).toBe('a … b');
  });
});
