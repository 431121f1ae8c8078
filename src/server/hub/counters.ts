/** Counts events against the windows of limits.ts, in this process or in Redis. */
import { createHash } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { LIMIT_WINDOWS, type Window } from './limits.ts';
import type { LimitName } from './types.ts';

export interface Counters {
  count(limit: LimitName, key: string): Promise<number>;
  wait(limit: LimitName, key: string): Promise<number>;
}

/** A limiter of rate-limiter-flexible for one window. */
export type MakeLimiter = (name: string, window: Window) => RateLimiterAbstract;

export const memoryLimiter: MakeLimiter = (name, { events, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points: events, duration: seconds });

/** Counters for every limit, each of whose windows `make` counts. */
export function createCounters(make: MakeLimiter): Counters {
  const limiters = new Map<string, readonly RateLimiterAbstract[]>(
    Object.entries(LIMIT_WINDOWS).map(([name, windows]) => [
      name,
      windows.map((window) => make(`${name}${window.seconds}`, window)),
    ]),
  );
  const longest = async (limit: LimitName, ask: (limiter: RateLimiterAbstract) => Promise<number>) =>
    Math.max(...(await Promise.all((limiters.get(limit) ?? []).map(ask))));
  return {
    count: (limit, key) => longest(limit, (limiter) => consume(limiter, hidden(key))),
    wait: (limit, key) => longest(limit, (limiter) => secondsLeft(limiter, hidden(key))),
  };
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
    throw refusal;
  }
}

async function secondsLeft(limiter: RateLimiterAbstract, key: string): Promise<number> {
  const found = await limiter.get(key);
  // A connection that broke in the middle of a question gives no number and no error.
  if (found !== null && !Number.isFinite(found.consumedPoints)) throw new Error('no count');
  return found !== null && found.consumedPoints >= limiter.points ? secondsOf(found) : 0;
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** Addresses and tokens are not what the memory of a counter shows to whoever looks into it. */
function hidden(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
