/**
 * The hub of a server that is several processes. Redis carries what they may lose: without it each
 * process goes on with what it knows itself, and pages hear of changes elsewhere at their next look.
 */
import { randomBytes } from 'node:crypto';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { ProgressReport } from '../../schema/classroom/room.ts';
import { createCounters, memoryLimiter } from './counters.ts';
import { createListeners, createLocalProgress, type Listeners, PROGRESS_LASTS } from './local.ts';
import { openRedisLink, type RedisLink } from './redisLink.ts';
import type { Hub, SeenProgress } from './types.ts';

export interface RedisHubOptions {
  readonly url: string;
  /** Called when Redis is reached, and when it no longer is. */
  readonly changed?: (reached: boolean) => void;
  /** What every key begins with; tests that share a Redis have their own. */
  readonly prefix?: string;
}

/** Does not wait for Redis: a process starts, and serves, without it. */
export function createRedisHub({ url, changed = () => {}, prefix = 'stormward' }: RedisHubOptions): Hub {
  const self = randomBytes(9).toString('base64url');
  const channel = (roomId: string) => `${prefix}:room:${roomId}`;
  const local = createLocalProgress();
  const link = openRedisLink(url, (ready) => {
    if (ready) catchUp();
    changed(ready);
  });
  const heard = new Set<string>();
  const tune = (roomId: string, on: boolean) => {
    if (on) heard.add(roomId);
    else heard.delete(roomId);
    if (link.isReady()) void hear(link, [channel(roomId)], on);
  };
  const listeners = createListeners(
    (roomId) => tune(roomId, true),
    (roomId) => tune(roomId, false),
  );
  /** What was said while Redis was away is not known: everybody looks again. */
  const catchUp = () => {
    void hear(link, [...heard].map(channel), true).then(listeners.callAll);
  };
  receive(link, listeners, self);
  const counters = createSharedCounters(link, prefix);
  return {
    async announce(roomId) {
      listeners.call(roomId);
      await link.ask(
        (redis) => redis.publish(channel(roomId), `${self} ${roomId}`),
        () => 0,
      );
    },
    listen: listeners.add,
    async setProgress(roomId, seatId, report) {
      const at = Date.now();
      local.set(roomId, seatId, report, at);
      await link.ask(
        (redis) =>
          redis
            .multi()
            .hset(progressKey(prefix, roomId), seatId, write(report, at))
            .pexpire(progressKey(prefix, roomId), PROGRESS_LASTS)
            .exec(),
        () => null,
      );
    },
    async progress(roomId) {
      const shared = await link.ask<Record<string, string>>(
        (redis) => redis.hgetall(progressKey(prefix, roomId)),
        () => ({}),
      );
      return newest(local.of(roomId), shared);
    },
    ...counters,
    isShared: link.isReady,
    async close() {
      local.end();
      link.close();
    },
  };
}

const progressKey = (prefix: string, roomId: string) => `${prefix}:progress:${roomId}`;

async function hear(link: RedisLink, channels: readonly string[], on: boolean): Promise<void> {
  if (channels.length === 0) return;
  try {
    await (on ? link.hearing.subscribe(...channels) : link.hearing.unsubscribe(...channels));
  } catch {
    // The connection broke meanwhile: the next one hears every room that is listened to.
  }
}

/** A process hears its own announcements at once and not by way of Redis. */
function receive({ hearing }: RedisLink, listeners: Listeners, self: string): void {
  hearing.on('message', (_channel: string, text: string) => {
    const [sender, roomId] = text.split(' ');
    if (sender !== self && roomId !== undefined) listeners.call(roomId);
  });
}

/** Counts in Redis, and in this process while Redis is away: then each process allows what all allowed together. */
function createSharedCounters(link: RedisLink, prefix: string): Pick<Hub, 'count' | 'wait'> {
  const own = createCounters(memoryLimiter);
  const shared = createCounters((name, { events, seconds }) => {
    const options = { storeClient: link.asking, points: events, duration: seconds };
    return new RateLimiterRedis({ ...options, keyPrefix: `${prefix}:limit:${name}` });
  });
  return {
    count: (limit, key) =>
      link.ask(
        () => shared.count(limit, key),
        () => own.count(limit, key),
      ),
    wait: (limit, key) =>
      link.ask(
        () => shared.wait(limit, key),
        () => own.wait(limit, key),
      ),
  };
}

/** `<milliseconds> <tick> <state>` */
function write({ tick, state }: ProgressReport, at: number): string {
  return `${at} ${tick} ${state}`;
}

const WRITTEN = /^(\d{1,15}) (\d{1,9}) (waiting|playing|paused|finished)$/;

function read(text: string): SeenProgress | null {
  const [, at, tick, state] = WRITTEN.exec(text) ?? [];
  if (state === undefined) return null;
  return { report: { tick: Number(tick), state: state as ProgressReport['state'] }, at: Number(at) };
}

/** The last report of each seat, whether it came here or to another process. */
function newest(
  local: ReadonlyMap<string, SeenProgress>,
  shared: Readonly<Record<string, string>>,
): ReadonlyMap<string, SeenProgress> {
  const all = new Map(local);
  for (const [seatId, text] of Object.entries(shared)) {
    const seen = read(text);
    if (seen !== null && seen.at >= (all.get(seatId)?.at ?? 0)) all.set(seatId, seen);
  }
  return all;
}
