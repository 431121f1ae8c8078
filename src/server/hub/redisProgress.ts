/** The last report of every seat, in Redis for all processes and here for the time without it. */
import type { ProgressReport } from '../../schema/classroom/room.ts';
import { createLocalProgress, PROGRESS_LASTS } from './local.ts';
import type { RedisLink } from './redisLink.ts';
import type { Hub, SeenProgress } from './types.ts';

export interface SharedProgress extends Pick<Hub, 'setProgress' | 'progress'> {
  end(): void;
}

export function createSharedProgress(link: RedisLink, prefix: string): SharedProgress {
  const local = createLocalProgress();
  const keyOf = (roomId: string) => `${prefix}:progress:${roomId}`;
  return {
    async setProgress(roomId, seatId, report) {
      const at = Date.now();
      const key = keyOf(roomId);
      local.set(roomId, seatId, report, at);
      await link.ask(
        (redis) => redis.multi().hset(key, seatId, write(report, at)).pexpire(key, PROGRESS_LASTS).exec(),
        () => null,
      );
    },
    async progress(roomId) {
      const shared = await link.ask<Record<string, string>>(
        (redis) => redis.hgetall(keyOf(roomId)),
        () => ({}),
      );
      return newest(local.of(roomId), shared);
    },
    end: local.end,
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
