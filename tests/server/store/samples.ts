/** Rooms, seats and submissions for the tests of the store. */
import { createHash } from 'node:crypto';
import { createId } from '../../../src/server/rooms/secrets.ts';
import type { NewRoom, NewSeat, NewSubmission, RoomStore } from '../../../src/server/store/types.ts';

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

let serial = 0;
const CODE_SIGNS = '23456789BCDFGHJKLMNPQRTVWXZ';

function nextCode(): string {
  let rest = serial++;
  return Array.from({ length: 6 }, () => {
    const sign = CODE_SIGNS[rest % CODE_SIGNS.length];
    rest = Math.floor(rest / CODE_SIGNS.length);
    return sign;
  }).join('');
}

export function sampleRoom(change: Partial<NewRoom> = {}): NewRoom {
  const id = createId();
  return {
    id,
    code: nextCode(),
    teacherHash: hashOf(`teacher ${id}`),
    level: { id: 'first-storm', hash: hashOf('level') },
    mode: 'clinician',
    seed: 4_294_967_295,
    kind: 'live',
    until: null,
    hints: true,
    pace: 0.75,
    state: 'lobby',
    locked: false,
    hideNames: false,
    keepDays: 30,
    lan: true,
    createdAt: '2026-03-01T08:00:00.000Z',
    expiresAt: '2026-05-01T08:00:00.000Z',
    ...change,
  };
}

export function sampleSeat(roomId: string, change: Partial<NewSeat> = {}): NewSeat {
  const id = createId();
  return {
    id,
    roomId,
    name: `plucky-${id.replace(/[0-9]/g, 'x')}`,
    pace: 1,
    joinedAt: '2026-03-01T08:05:00.000Z',
    tokenHash: hashOf(`token ${id}`),
    ...change,
  };
}

export function sampleSubmission(seat: NewSeat, change: Partial<NewSubmission> = {}): NewSubmission {
  const id = createId();
  const log = change.log ?? `{"log":"${id}"}`;
  return {
    id,
    roomId: seat.roomId,
    seatId: seat.id,
    logHash: hashOf(log),
    commandsHash: hashOf('commands'),
    commandCount: 7,
    score: 83,
    outcome: 'recovered',
    endTick: 20_160,
    pauses: 2,
    pausedSeconds: 12.625,
    late: false,
    receivedAt: '2026-03-01T08:30:00.000Z',
    log,
    ...change,
  };
}

/** A room that stands in the store. */
export async function openRoom(store: RoomStore, change: Partial<NewRoom> = {}): Promise<NewRoom> {
  const room = sampleRoom(change);
  if (!(await store.addRoom(room))) throw new Error(`${room.code} is taken`);
  return room;
}

/** A seat that stands in the store. */
export async function takeSeat(
  store: RoomStore,
  roomId: string,
  change: Partial<NewSeat> = {},
): Promise<NewSeat> {
  const seat = sampleSeat(roomId, change);
  const answer = await store.addSeat(seat, 120);
  if (answer !== 'added') throw new Error(`${seat.name}: ${answer}`);
  return seat;
}

export async function versionOf(store: RoomStore, roomId: string): Promise<number | undefined> {
  return (await store.versions([roomId])).get(roomId);
}
