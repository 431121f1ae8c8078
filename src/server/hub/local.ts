/** What one process knows by itself: who listens here, and what was reported here. */
import type { ProgressReport } from '../../schema/classroom/room.ts';
import type { SeenProgress } from './types.ts';

/** Milliseconds after which the last report of a room is forgotten. Nobody plays on after two hours of silence. */
export const PROGRESS_LASTS = 2 * 60 * 60 * 1000;
/** Milliseconds between two sweeps. */
const SWEEP = 10 * 60 * 1000;

export interface Listeners {
  add(roomId: string, changed: () => void): () => void;
  call(roomId: string): void;
  callAll(): void;
}

/** @param first called when a room has its first listener, `last` when it has lost its last */
export function createListeners(first: (roomId: string) => void, last: (roomId: string) => void): Listeners {
  const rooms = new Map<string, Set<() => void>>();
  const call = (roomId: string): void => {
    for (const changed of [...(rooms.get(roomId) ?? [])]) changed();
  };
  return {
    add(roomId, changed) {
      // A function of its own, so that the same one may listen twice.
      const one = () => changed();
      const set = rooms.get(roomId) ?? new Set();
      set.add(one);
      if (set.size === 1) {
        rooms.set(roomId, set);
        first(roomId);
      }
      return () => {
        if (!set.delete(one) || set.size > 0) return;
        rooms.delete(roomId);
        last(roomId);
      };
    },
    call,
    callAll: () => {
      for (const roomId of [...rooms.keys()]) call(roomId);
    },
  };
}

export interface LocalProgress {
  set(roomId: string, seatId: string, report: ProgressReport, at: number): void;
  of(roomId: string): ReadonlyMap<string, SeenProgress>;
  end(): void;
}

export function createLocalProgress(): LocalProgress {
  const rooms = new Map<string, Map<string, SeenProgress>>();
  const sweep = setInterval(() => {
    const oldest = Date.now() - PROGRESS_LASTS;
    for (const [roomId, seats] of rooms) {
      if ([...seats.values()].every(({ at }) => at < oldest)) rooms.delete(roomId);
    }
  }, SWEEP);
  sweep.unref();
  return {
    set(roomId, seatId, report, at) {
      const seats = rooms.get(roomId) ?? new Map<string, SeenProgress>();
      seats.set(seatId, { report, at });
      rooms.set(roomId, seats);
    },
    of: (roomId) => new Map(rooms.get(roomId)),
    end: () => clearInterval(sweep),
  };
}
