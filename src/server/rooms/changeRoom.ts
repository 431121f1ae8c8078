/** What a teacher's wish makes of a room, and until when the room then stands. */
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import type { ChangeRoomRequest } from '../../schema/classroom/room.ts';
import { type Refused, refused } from '../answers.ts';
import type { RoomChange, RoomRecord } from '../store/types.ts';
import { addDays, readUntil } from './openRoom.ts';

export type ChangeOrRefusal = Refused | { readonly isRefused: false; readonly change: RoomChange };

const accept = (change: RoomChange): ChangeOrRefusal => ({ isRefused: false, change });

export function changeOf(room: RoomRecord, wish: ChangeRoomRequest, now: number): ChangeOrRefusal {
  const dated = dateOf(room, wish, now);
  if (dated.isRefused) return dated;
  const stated = stateOf(room, { ...wish, until: dated.change.until ?? room.until ?? undefined }, now);
  if (stated.isRefused) return stated;
  const { locked, hideNames, hints } = wish;
  return accept({
    ...(locked !== undefined && { locked }),
    ...(hideNames !== undefined && { hideNames }),
    ...(hints !== undefined && { hints }),
    ...dated.change,
    ...stated.change,
  });
}

/** Another date of homework; a live room has none. */
function dateOf(room: RoomRecord, wish: ChangeRoomRequest, now: number): ChangeOrRefusal {
  if (wish.until === undefined) return accept({});
  const until = room.kind === 'until' ? readUntil(wish.until, Date.parse(room.createdAt), now) : null;
  if (until === null) return refused('badUntil', { days: CLASS_LIMITS.roomDays });
  return accept({ until, expiresAt: addDays(Date.parse(until), room.keepDays) });
}

function stateOf(
  room: RoomRecord,
  wish: Pick<ChangeRoomRequest, 'state'> & { readonly until?: string | undefined },
  now: number,
): ChangeOrRefusal {
  if (wish.state === undefined || wish.state === room.state) return accept({});
  if (wish.state === 'open') return open(room, wish.until, now);
  // Nothing was played in a lobby: whoever wants it away deletes the room.
  return room.state === 'lobby'
    ? refused('notOpen')
    : accept({
        ...{ state: 'closed', closedAt: new Date(now).toISOString() },
        expiresAt: addDays(now, room.keepDays),
      });
}

/** A live room that nobody closes loses nothing: a day after its start its days of keeping begin by themselves. */
function open(room: RoomRecord, until: string | undefined, now: number): ChangeOrRefusal {
  if (room.kind === 'live')
    return accept({ state: 'open', closedAt: null, expiresAt: addDays(now, 1 + room.keepDays) });
  if (until === undefined || Date.parse(until) <= now)
    return refused('badUntil', { days: CLASS_LIMITS.roomDays });
  return accept({ state: 'open', closedAt: null, expiresAt: addDays(Date.parse(until), room.keepDays) });
}
