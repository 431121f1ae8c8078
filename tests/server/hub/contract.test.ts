import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { missingRedis, startRedis } from '../../../scripts/cluster/redis.ts';
import { LIMIT_WINDOWS } from '../../../src/server/hub/limits.ts';
import { createMemoryHub } from '../../../src/server/hub/memory.ts';
import { createRedisHub } from '../../../src/server/hub/redis.ts';
import type { Hub, LimitName } from '../../../src/server/hub/types.ts';

/** Hubs of as many processes that share what they share; in memory there is one process. */
type MakeHubs = () => Promise<readonly [Hub, Hub]>;

const missing = missingRedis();
const redis = missing === null ? await startRedis() : null;
afterAll(() => redis?.stop());

async function redisHubs(): Promise<readonly [Hub, Hub]> {
  const prefix = randomUUID();
  const make = () => createRedisHub({ url: redis?.url ?? '', prefix });
  const hubs = [make(), make()] as const;
  await expect.poll(() => hubs.every((hub) => hub.isShared())).toBe(true);
  return hubs;
}

const KINDS: readonly (readonly [string, MakeHubs])[] = [
  [
    'memory',
    async () => {
      const hub = createMemoryHub();
      return [hub, hub];
    },
  ],
  ['Redis', redisHubs],
];

for (const [name, makeHubs] of KINDS)
  describe.skipIf(name === 'Redis' && missing !== null)(`the hub in ${name}`, () => {
    const open: Hub[] = [];
    const start = async () => {
      const hubs = await makeHubs();
      open.push(...hubs);
      return hubs;
    };
    afterEach(() => Promise.all(open.splice(0).map((hub) => hub.close())));

    test('tells of a change to every process, of that room alone, until nobody listens', async () => {
      const [here, there] = await start();
      const heard: string[] = [];
      const end = there.listen('room1', () => heard.push('there'));
      here.listen('room1', () => heard.push('here'));
      here.listen('room2', () => heard.push('other'));
      await expect.poll(() => here.announce('room1').then(() => heard.includes('there'))).toBe(true);
      expect(heard).toContain('here');
      expect(heard).not.toContain('other');
      end();
      end();
      heard.length = 0;
      await here.announce('room1');
      await here.announce('room2');
      expect(heard).toEqual(['here', 'other']);
    });

    test('knows the last report of every seat of a room', async () => {
      const [here, there] = await start();
      const before = Date.now();
      await here.setProgress('room1', 'seat1', { tick: 20, state: 'playing' });
      await there.setProgress('room1', 'seat2', { tick: 0, state: 'waiting' });
      await there.setProgress('room1', 'seat1', { tick: 40, state: 'paused' });
      await here.setProgress('room2', 'seat3', { tick: 1, state: 'playing' });
      const seen = await here.progress('room1');
      expect([...seen.keys()].sort()).toEqual(['seat1', 'seat2']);
      expect(seen.get('seat1')?.report).toEqual({ tick: 40, state: 'paused' });
      expect(seen.get('seat1')?.at).toBeGreaterThanOrEqual(before);
      expect(await there.progress('nobody')).toEqual(new Map());
    });

    test('counts for all processes together, by limit and by key', async () => {
      const [here, there] = await start();
      const limit: LimitName = 'handIn';
      const most = LIMIT_WINDOWS[limit][0]?.events as number;
      for (let event = 0; event < most; event += 1) {
        expect(await (event % 2 === 0 ? here : there).count(limit, 'seat1')).toBe(0);
      }
      expect(await here.count(limit, 'seat2')).toBe(0);
      const seconds = await there.count(limit, 'seat1');
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(LIMIT_WINDOWS[limit][0]?.seconds as number);
      expect(await here.wait(limit, 'seat1')).toBeGreaterThan(0);
      expect(await here.wait('guess', 'seat1')).toBe(0);
    });

    test('says how long to wait without counting, from the last allowed failure on', async () => {
      const [hub] = await start();
      const most = LIMIT_WINDOWS.guess[0]?.events as number;
      for (let failure = 1; failure < most; failure += 1) await hub.count('guess', '10.0.0.1');
      for (let look = 0; look < 5; look += 1) expect(await hub.wait('guess', '10.0.0.1')).toBe(0);
      expect(await hub.count('guess', '10.0.0.1')).toBe(0);
      expect(await hub.wait('guess', '10.0.0.1')).toBeGreaterThan(0);
    });
  });
