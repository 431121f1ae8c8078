/**
 * The hub of a server that is several processes. Redis carries what they may lose: without it each
 * process goes on with what it knows itself, and pages hear of changes elsewhere at their next look.
 */
import { randomBytes } from 'node:crypto';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createCounters, memoryLimiter } from './counters.ts';
import { createListeners, type Listeners } from './local.ts';
import { openRedisLink, type RedisLink } from './redisLink.ts';
import { createSharedProgress } from './redisProgress.ts';
import type { Hub } from './types.ts';

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
  const progress = createSharedProgress(link, prefix);
  return {
    async announce(roomId) {
      listeners.call(roomId);
      await link.ask(
        (redis) => redis.publish(channel(roomId), `${self} ${roomId}`),
        () => 0,
      );
    },
    listen: listeners.add,
    setProgress: progress.setProgress,
    progress: progress.progress,
    ...counters,
    isShared: link.isReady,
    async close() {
      progress.end();
      link.close();
    },
  };
}

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
