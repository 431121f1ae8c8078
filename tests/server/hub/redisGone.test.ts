import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingRedis, startRedis } from '../../../scripts/cluster/redis.ts';
import type { Service } from '../../../scripts/cluster/service.ts';
import { LIMIT_WINDOWS } from '../../../src/server/hub/limits.ts';
import { createRedisHub } from '../../../src/server/hub/redis.ts';
import type { Hub } from '../../../src/server/hub/types.ts';

const SOON = { timeout: 20_000, interval: 50 };
const MOST = LIMIT_WINDOWS.handIn[0]?.events as number;

describe.runIf(missingRedis() === null)('a Redis that goes away', () => {
  let redis: Service;
  let here: Hub;
  let there: Hub;
  const news: boolean[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    await redis.kill9();
    const prefix = randomUUID();
    // It is not there: the processes start all the same.
    here = createRedisHub({ url: redis.url, prefix, changed: (reached) => news.push(reached) });
    there = createRedisHub({ url: redis.url, prefix });
  });
  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await redis.stop();
  });

  /** What a process must do by itself while nobody can be reached. */
  async function serveAlone(seat: string): Promise<void> {
    let heard = 0;
    const end = here.listen('room1', () => {
      heard += 1;
    });
    await here.announce('room1');
    expect(heard).toBe(1);
    end();
    await here.setProgress('room1', seat, { tick: 60, state: 'playing' });
    expect((await here.progress('room1')).get(seat)?.report.tick).toBe(60);
    for (let event = 0; event < MOST; event += 1) expect(await here.count('handIn', seat)).toBe(0);
    expect(await here.count('handIn', seat)).toBeGreaterThan(0);
    expect(await here.wait('handIn', seat)).toBeGreaterThan(0);
  }

  /** A room that both listen to hears of a change at the other one again. */
  async function hearEachOther(): Promise<void> {
    let heard = 0;
    const end = there.listen('room2', () => {
      heard += 1;
    });
    await expect.poll(() => here.announce('room2').then(() => heard), SOON).toBeGreaterThan(0);
    end();
  }

  test('before the start: each process serves alone, then all find each other', async () => {
    expect(here.isShared()).toBe(false);
    await serveAlone('seat1');
    await redis.restart();
    await expect.poll(() => here.isShared() && there.isShared(), SOON).toBe(true);
    await hearEachOther();
    expect(news).toEqual([true]);
  });

  test('killed: those who listened look again when it is back', async () => {
    let looks = 0;
    const end = there.listen('room3', () => {
      looks += 1;
    });
    await redis.kill9();
    await expect.poll(() => here.isShared(), SOON).toBe(false);
    await here.announce('room3');
    expect(looks).toBe(0);
    await serveAlone('seat2');
    await redis.restart();
    await expect.poll(() => looks, SOON).toBe(1);
    await expect.poll(() => here.announce('room3').then(() => looks), SOON).toBeGreaterThan(1);
    end();
    await expect.poll(() => here.isShared(), SOON).toBe(true);
    expect(news).toEqual([true, false, true]);
  });

  test('hanging: one question waits, and those after it do not', async () => {
    const operator = new Redis(redis.url);
    await operator.client('PAUSE', 4_000, 'ALL');
    operator.disconnect();
    await here.setProgress('room1', 'seat3', { tick: 1, state: 'playing' });
    await expect.poll(() => here.isShared(), SOON).toBe(false);
    await serveAlone('seat3');
    await expect.poll(() => here.isShared() && there.isShared(), SOON).toBe(true);
    await hearEachOther();
  });
});
