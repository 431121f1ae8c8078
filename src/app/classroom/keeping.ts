/** What of the class stays in this browser between two visits: one seat, and the keys of the rooms that were opened here. */
import { type KeptRoom, type KeptSeat, readKeptRooms, readKeptSeat } from '../../schema/classroom/answers.ts';
import type { HeldGameStorage } from '../heldGame.ts';
import { SEAT_KEY } from './seatKey.ts';

const ROOMS_KEY = 'stormward.rooms';

/** Nothing in here throws: without storage a seat and a key live as long as their page. */
export interface Keeping {
  seat(): KeptSeat | null;
  keepSeat(seat: KeptSeat): void;
  dropSeat(): void;
  /** The newest first; without those whose time is over. */
  rooms(now: string): readonly KeptRoom[];
  keepRoom(room: KeptRoom): void;
  /** A room that is kept with another key stays. */
  dropRoom(room: Pick<KeptRoom, 'code' | 'key'>): void;
}

export function createKeeping(storage: () => HeldGameStorage): Keeping {
  const kept = new Map<string, string>();
  const read = (key: string): string => guarded(() => storage().getItem(key)) ?? kept.get(key) ?? '';
  const write = (key: string, value: object): void => {
    const text = JSON.stringify(value);
    if (kept.get(key) === text) return;
    kept.set(key, text);
    guarded(() => storage().setItem(key, text));
  };
  const readRooms = (): readonly KeptRoom[] => readKeptRooms(read(ROOMS_KEY)) ?? [];
  const others = (code: string): readonly KeptRoom[] => readRooms().filter((room) => room.code !== code);
  return {
    seat: () => readKeptSeat(read(SEAT_KEY)),
    keepSeat: (seat) => write(SEAT_KEY, seat),
    dropSeat: () => {
      kept.delete(SEAT_KEY);
      guarded(() => storage().removeItem(SEAT_KEY));
    },
    rooms: (now) => {
      const rooms = readRooms();
      const standing = rooms.filter(({ expiresAt }) => expiresAt > now);
      if (standing.length < rooms.length) write(ROOMS_KEY, standing);
      return standing;
    },
    keepRoom: (room) => write(ROOMS_KEY, [room, ...others(room.code)]),
    dropRoom: ({ code, key }) =>
      write(
        ROOMS_KEY,
        readRooms().filter((room) => room.code !== code || room.key !== key),
      ),
  };
}

/** A private window refuses every look, and a full storage every change. */
function guarded<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
