/** Ends what has had its time: deletes rooms, and closes homework. */
import type { RoomParts } from './parts.ts';

const EVERY = 30_000;

export interface Sweeper {
  /** Sweeps once; a trouble of the database waits for the next time. */
  sweep(): Promise<void>;
  stop(): void;
}

export function startSweeper(parts: RoomParts): Sweeper {
  let running: Promise<void> | null = null;
  const sweep = (): Promise<void> => {
    running ??= sweepOnce(parts).finally(() => {
      running = null;
    });
    return running;
  };
  const timer = setInterval(() => void sweep(), EVERY);
  timer.unref();
  void sweep();
  return { sweep, stop: () => clearInterval(timer) };
}

/** Another process may have swept before: the listener of the local network looks by itself whether it is still needed. */
async function sweepOnce({ store, hub, lan, now, log }: RoomParts): Promise<void> {
  try {
    const moment = new Date(now()).toISOString();
    const closed = await store.closeDue(moment);
    const removed = await store.removeExpired(moment);
    await Promise.all([...closed, ...removed].map((id) => hub.announce(id)));
    if (removed.length > 0) log.info({ rooms: removed.length }, 'rooms have ended');
    await lan.changed();
  } catch (error) {
    log.warn({ error: String(error) }, 'rooms could not be swept');
  }
}
