/** The hub of a server that is one process. */
import { createCounters, memoryLimiter } from './counters.ts';
import { createListeners, createLocalProgress } from './local.ts';
import type { Hub } from './types.ts';

export function createMemoryHub(): Hub {
  const listeners = createListeners(
    () => {},
    () => {},
  );
  const progress = createLocalProgress();
  const { count, wait } = createCounters(memoryLimiter);
  return {
    async announce(roomId) {
      listeners.call(roomId);
    },
    listen: listeners.add,
    async setProgress(roomId, seatId, report) {
      progress.set(roomId, seatId, report, Date.now());
    },
    async progress(roomId) {
      return progress.of(roomId);
    },
    count,
    wait,
    isShared: () => true,
    async close() {
      progress.end();
    },
  };
}
