import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { createRecordStore } from '../../src/server/recordStore.ts';
import type { RecordedGame } from '../../src/server/rooms/parts.ts';
import type { RoomRecord } from '../../src/server/store/types.ts';
import { KNOWN_LOG } from '../support/knownLog.ts';

const KNOWN = JSON.parse(KNOWN_LOG);

interface Came {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly statements: { readonly [field: string]: never }[];
}

let receiver: Server;
const came: Came[] = [];
/** What the next requests are answered with; null for no answer at all. */
const answers: (number | null)[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      came.push({ method, url, headers, statements: JSON.parse(text) });
      const status = answers.length > 0 ? answers.shift() : 200;
      if (status === null || status === undefined) return;
      response.writeHead(status, { location: '/elsewhere' }).end('["id"]');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(() => {
  came.length = 0;
  answers.length = 0;
});

const ROOM = { code: 'KQ7ZDW', level: { id: KNOWN.level.id } } as RoomRecord;
const game = (number: number): RecordedGame => ({
  seat: `seat00${number}`,
  name: 'plucky-lynx',
  submission: { late: false, receivedAt: '2026-11-22T10:00:00.000Z' } as RecordedGame['submission'],
  log: KNOWN_LOG,
});

function send(games: readonly RecordedGame[], timeout = 5_000): Promise<number> {
  const { port } = receiver.address() as { port: number };
  const place = { url: `http://127.0.0.1:${port}/xapi`, key: 'the key', secret: 'the:secret' };
  const homePage = 'https://storm.example.org/';
  return createRecordStore({ place, levels: loadLevels(), homePage, timeout }).send(ROOM, games);
}

test('statements go to the store as it asks for them, without a name', async () => {
  expect(await send([game(1), game(2)])).toBe(6);
  expect(came).toHaveLength(1);
  const [{ method, url, headers, statements }] = came as [Came];
  expect([method, url]).toEqual(['POST', '/xapi/statements']);
  expect(headers['x-experience-api-version']).toBe('1.0.3');
  expect(headers['content-type']).toBe('application/json');
  const basic = Buffer.from(String(headers.authorization).replace('Basic ', ''), 'base64').toString();
  expect(basic).toBe('the key:the:secret');
  expect(statements).toHaveLength(6);
  for (const { id, actor, verb, object, timestamp } of statements) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(actor).toMatchObject({ account: { homePage: 'https://storm.example.org/' } });
    expect(verb).toMatchObject({ id: expect.stringMatching(/^http/), display: { en: expect.any(String) } });
    expect(object).toMatchObject({ objectType: 'Activity', id: expect.stringContaining(KNOWN.level.id) });
    expect(timestamp).toBe('2026-11-22T10:00:00.000Z');
  }
  expect(JSON.stringify(statements)).not.toContain('plucky');
});

test('a class goes in batches, and twice with the same ids', async () => {
  const games = Array.from({ length: 20 }, (_, number) => game(number));
  expect(await send(games)).toBe(60);
  expect(came.map(({ statements }) => statements.length)).toEqual([50, 10]);
  const ids = () => came.flatMap(({ statements }) => statements.map(({ id }) => String(id)));
  const first = ids();
  expect(new Set(first).size).toBe(60);
  came.length = 0;
  await send(games);
  expect(ids()).toEqual(first);
});

test('a store in trouble is asked once more, and no oftener', async () => {
  answers.push(503, 204);
  expect(await send([game(1)])).toBe(3);
  expect(came).toHaveLength(2);
  answers.push(null, 200);
  expect(await send([game(1)], 300)).toBe(3);
  came.length = 0;
  answers.push(500, 429);
  await expect(send([game(1)])).rejects.toThrow('429');
  expect(came).toHaveLength(2);
});

test('a store that has one of them gets the others alone', async () => {
  answers.push(409, 200, 409, 204);
  expect(await send([game(1)])).toBe(3);
  expect(came.map(({ statements }) => statements.length)).toEqual([3, 1, 1, 1]);
});

test('a store that refuses is not asked again', async () => {
  for (const status of [400, 401, 302]) {
    came.length = 0;
    answers.push(status);
    await expect(send([game(1)])).rejects.toThrow(String(status));
    expect(came).toHaveLength(1);
  }
});
