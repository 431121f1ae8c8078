/** What the socket and the poll share: who may listen, how many at once, and what is said when a seat is gone. */
import type { GoneReason } from '../../schema/classroom/room.ts';
import { type Refused, tooMany } from '../answers.ts';
import type { RoomRecord } from '../store/types.ts';
import { limit, roomOfKey, seatOfToken } from './callers.ts';
import type { Listener } from './listeners.ts';
import type { RoomParts } from './parts.ts';

export interface LiveCaller {
  readonly isRefused: false;
  readonly room: RoomRecord;
  readonly seat: Listener['seat'];
  /** Key of the places that it may take. */
  readonly key: string;
}

/** Whoever a token lets listen: a seat, or the teacher. */
export async function liveCaller(
  parts: RoomParts,
  token: string | null,
  address: string,
): Promise<LiveCaller | Refused> {
  if (token?.startsWith('t_') === true) {
    const teacher = await roomOfKey(parts, token, address);
    return teacher.isRefused ? teacher : admit(parts, teacher.room, null);
  }
  const caller = await seatOfToken(parts, token, address);
  if (caller.isRefused) return caller;
  const { id, takenOver } = caller.seat;
  return admit(parts, caller.room, { id, takenOver });
}

async function admit(
  parts: RoomParts,
  room: RoomRecord,
  seat: Listener['seat'],
): Promise<LiveCaller | Refused> {
  const tooOften = await limit(parts, 'listen', room.id);
  return tooOften ?? { isRefused: false, room, seat, key: seat?.id ?? `teacher ${room.id}` };
}

/** Refusals that are the end of a seat or a room for this page, and not a passing trouble. */
export function goneReasonOf({ code }: Refused): GoneReason | null {
  switch (code) {
    case 'kicked':
    case 'moved':
    case 'expired':
      return code;
    case 'unknownSeat':
    case 'unknownRoom':
      return 'unknown';
    default:
      return null;
  }
}

/** Sockets and polls of one seat, or one teacher: a tablet, a telephone and a few forgotten tabs. */
const PLACES = 16;
const PLACE_SECONDS = 5;

export interface Places {
  take(key: string): Refused | null;
  leave(key: string): void;
}

export function createPlaces(): Places {
  const taken = new Map<string, number>();
  return {
    take(key) {
      const count = taken.get(key) ?? 0;
      if (count >= PLACES) return tooMany(PLACE_SECONDS);
      taken.set(key, count + 1);
      return null;
    },
    leave(key) {
      const count = (taken.get(key) ?? 0) - 1;
      if (count > 0) taken.set(key, count);
      else taken.delete(key);
    },
  };
}
