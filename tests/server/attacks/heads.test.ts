import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedRoom } from '../../../src/schema/classroom/room.ts';
import { LIMIT_WINDOWS } from '../../../src/server/hub/limits.ts';
import { ask, type ClassServer, openRoom, startClassServer } from '../../support/classServer.ts';
import { rawRequest, upgradeHead } from '../../support/rawRequest.ts';

const folder = mkdtempSync(join(tmpdir(), 'stormward-heads-'));
let server: ClassServer;
let room: OpenedRoom;

beforeAll(async () => {
  mkdirSync(join(folder, 'game', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'game', 'index.html'), '<!doctype html><title>Stormward</title>');
  writeFileSync(join(folder, 'game', 'assets', 'x.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'the secret');
  server = await startClassServer({ folder: join(folder, 'game') });
  room = await openRoom(server);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const KINDS = [
  ...['GET /', 'HEAD /', 'GET /index.html', 'GET /assets/x.js', 'GET /nothing', 'GET /assets/', 'POST /'],
  ...['GET /KQ7ZDW', 'GET /kq7zdw', 'GET /healthz', 'GET /api', 'GET /api/nothing', 'GET /api/rooms/KQ7ZDW'],
  ...['GET /api/seat', 'GET /api/live', 'GET /api/live/poll', 'POST /api/rooms', 'OPTIONS /api/rooms'],
  ...[
    'GET /%zz',
    'GET /api/%zz',
    'GET /.env',
    'GET /..%2fsecret.txt',
    'GET /%2e%2e/secret.txt',
    'TRACE /api/seat',
  ],
  ...['GET /..%5csecret.txt', 'GET /assets/..%2f..%2fsecret.txt', 'GET /%00', 'GET //evil.example/%2e%2e'],
];

test.each(KINDS)('%s is answered under a strict policy, to nobody else, without a cookie', async (call) => {
  const [method, path] = call.split(' ');
  const text = await rawRequest(
    server.port,
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: http://127.0.0.1:${server.port}\r\nConnection: close\r\n\r\n`,
  );
  const head = text.split('\r\n\r\n')[0]?.toLowerCase() ?? '';
  expect(head).toMatch(/^http\/1\.1 \d{3}/);
  expect(head).toMatch(/\r\ncontent-security-policy: default-src '(self|none)'/);
  expect(head).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
  expect(head).toContain('\r\nx-content-type-options: nosniff');
  expect(head).not.toMatch(/access-control|set-cookie|x-powered-by|\r\nserver:/);
  if (path?.startsWith('/api')) expect(head).toContain('\r\ncache-control: no-store');
  expect(text).not.toContain('the secret');
});

test('a short address leads into the game and nowhere else, whatever host is named', async () => {
  for (const host of ['evil.example', '127.0.0.1', 'evil.example@127.0.0.1', 'a b', '']) {
    for (const more of ['', 'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n']) {
      const text = await rawRequest(
        server.port,
        `GET /kq7zdw?x=//evil.example HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`,
      );
      expect(text).not.toContain('evil');
      if (/^HTTP\/1\.1 30/.test(text)) expect(text).toMatch(/\r\nlocation: \/#class\/join\/KQ7ZDW\r\n/i);
    }
  }
});

test.each([
  '/KQ7ZDW%0d%0aSet-Cookie:%20a=b',
  '/KQ7ZD%0a',
  '/%0d%0aKQ7ZDW',
  '/KQ7ZDW/',
  '/KQ7ZDW%2f..',
  '//KQ7ZDW',
  '/\\KQ7ZDW',
  '/AEIOUY',
  '/KQ7ZDWX',
])('%s is no short address', async (path) => {
  const text = await rawRequest(
    server.port,
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
  );
  expect(text).toMatch(/^HTTP\/1\.1 4/);
  expect(text).not.toMatch(/\r\nlocation|\r\nset-cookie/i);
});

test('a socket is opened to the own page and to no other', async () => {
  const open = (origin: string) =>
    rawRequest(server.port, upgradeHead(server.port, [`Origin: ${origin}`]), 300);
  for (const origin of [
    'http://evil.example',
    'null',
    'http://127.0.0.1.evil.example',
    'https://127.0.0.1:1',
    'x',
  ]) {
    expect(await open(origin)).toMatch(/^HTTP\/1\.1 403/);
  }
  expect(await open(server.address)).toMatch(/^HTTP\/1\.1 101/);
});

test('heads and addresses of any length are answered or cut off, and nobody else notices', async () => {
  const long = 'x'.repeat(60_000);
  const host = `Host: 127.0.0.1:${server.port}\r\n`;
  const heads = [
    `GET /${long} HTTP/1.1\r\n${host}\r\n`,
    `GET /api/rooms/${long} HTTP/1.1\r\n${host}\r\n`,
    `GET /api/seat HTTP/1.1\r\n${host}Authorization: Bearer ${long}\r\n\r\n`,
    `GET /api/seat HTTP/1.1\r\n${host}${'x: y\r\n'.repeat(5_000)}\r\n`,
    `GET /${'a/'.repeat(4_000)} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
    `GET /?${'a&'.repeat(5_000)} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
    `${'G'.repeat(5_000)} / HTTP/1.1\r\n${host}\r\n`,
    `POST /api/rooms HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST /api/rooms HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`,
    `POST /api/rooms HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
    `POST /api/rooms HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{`,
    `POST /api/rooms HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n{`,
    `GET / HTTP/1.1\r\n${host}${host}Connection: close\r\n\r\n`,
    'GET / HTTP/0.9\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ];
  for (const head of heads) {
    const text = await rawRequest(server.port, head, 1_000);
    expect(text, head.slice(0, 60)).not.toMatch(/^HTTP\/1\.1 5|node_modules/);
    expect((await ask(server, `GET /api/rooms/${room.view.room.code}`)).status).toBe(200);
  }
});

test('pictures on a foreign page guess no codes in the name of whoever looks at it', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
  for (let index = 0; index <= LIMIT_WINDOWS.guess[0]!.events; index += 1) {
    expect((await ask(server, 'GET /api/rooms/BCDFGH', { headers })).status).toBe(403);
  }
  expect((await ask(server, 'GET /api/rooms/BCDFGH')).status).toBe(404);
  expect((await ask(server, `GET /api/rooms/${room.view.room.code}`)).status).toBe(200);
});
