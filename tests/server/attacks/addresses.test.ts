/** From which address somebody guesses is for the connection to say, or for a proxy that is trusted; never for the guesser. */
import { expect, test } from 'vitest';
import { LIMIT_WINDOWS } from '../../../src/server/hub/limits.ts';
import { ask, type ClassServerOptions, startClassServer } from '../../support/classServer.ts';

const GUESSES = LIMIT_WINDOWS.guess[0]!.events;

async function statusesOf(
  options: ClassServerOptions,
  forwarded: (index: number) => string,
): Promise<number[]> {
  const server = await startClassServer(options);
  const statuses: number[] = [];
  for (let index = 0; index <= GUESSES; index += 1) {
    const headers = {
      'x-forwarded-for': forwarded(index),
      'x-real-ip': `10.9.9.${index}`,
      forwarded: `for=10.8.8.${index}`,
    };
    statuses.push((await ask(server, 'GET /api/rooms/BCDFGH', { headers })).status);
  }
  await server.close();
  return statuses;
}

const STOPPED = [...Array<number>(GUESSES).fill(404), 429];

test('without a trusted proxy a guesser cannot name other addresses', async () => {
  expect(await statusesOf({}, (index) => `10.0.0.${index}`)).toEqual(STOPPED);
});

test('behind one, what was written before it counts for nothing', async () => {
  const one = { trustProxy: (_address: string, hop: number) => hop < 1 };
  expect(await statusesOf(one, (index) => `10.0.0.${index}, 192.0.2.7`)).toEqual(STOPPED);
  // And two who come by it are two.
  const spread = await statusesOf(one, (index) => `192.0.2.${index}`);
  expect(new Set(spread)).toEqual(new Set([404]));
});
