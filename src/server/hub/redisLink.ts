/**
 * Two connections to Redis, one that asks and one that listens, which come back by
 * themselves. While Redis is away or does not answer, nothing is sent and nothing waits.
 */
import { Redis } from 'ioredis';

export interface RedisLink {
  readonly asking: Redis;
  readonly hearing: Redis;
  /** True when both connections stand and answer. */
  isReady(): boolean;
  /** Asks Redis when it is there; what `otherwise` gives when it is not, or fails to answer in time. */
  ask<T>(command: (redis: Redis) => Promise<T>, otherwise: () => T | Promise<T>): Promise<T>;
  close(): void;
}

/** Milliseconds. A command that takes longer than this has a server behind it that hangs. */
const COMMAND = 1_000;
const CONNECT = 3_000;
/** Between two beats, which find a connection that died without a word. */
const BEAT = 5_000;
const LONGEST_PAUSE = 2_000;

/**
 * Opens the connections without waiting for them.
 *
 * @param url redis://[user:password@]host:port/database, or rediss:// with TLS
 * @param changed called when Redis is reached, and when it no longer is
 */
export function openRedisLink(url: string, changed: (ready: boolean) => void): RedisLink {
  const connect = () =>
    new Redis(url, {
      // Without this a Redis that is gone would collect every command until the memory is full.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
      connectTimeout: CONNECT,
      retryStrategy: (times) => Math.min(100 * times, LONGEST_PAUSE),
    });
  const asking = connect();
  const hearing = connect();
  const both = [asking, hearing];
  let wasReady = false;
  const isReady = () => both.every(({ status }) => status === 'ready');
  const look = () => {
    if (isReady() === wasReady) return;
    wasReady = !wasReady;
    changed(wasReady);
  };
  for (const redis of both) {
    // Told by `changed` once, not by every attempt.
    redis.on('error', () => {});
    redis.on('ready', look);
    redis.on('close', look);
  }
  const beat = setInterval(() => {
    for (const redis of both) if (redis.status === 'ready') inTime(redis, redis.ping()).catch(() => {});
  }, BEAT);
  beat.unref();
  return {
    asking,
    hearing,
    isReady,
    async ask(command, otherwise) {
      if (!isReady()) return otherwise();
      try {
        return await inTime(asking, command(asking));
      } catch {
        return otherwise();
      }
    },
    close() {
      clearInterval(beat);
      for (const redis of both) redis.disconnect();
    },
  };
}

/**
 * What a command gives, or a rejection when that takes too long. Then the connection is given up,
 * and with it all that was asked over it: what hangs once is not waited for by whoever comes next.
 */
async function inTime<T>(redis: Redis, answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error('Redis does not answer'));
    // Its own way to part is to wait for the other side, which does not answer.
    if (redis.status === 'ready') redis.stream.destroy();
  }, COMMAND);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
