/** A room as it is sent: put into text once for all who listen. */
import { createHash } from 'node:crypto';
import type { OwnSeat, RoomFacts, RoomView, TeacherView } from '../../schema/classroom/room.ts';
import type { SeenProgress } from '../hub/types.ts';
import type { RoomRecord } from '../store/types.ts';
import { boardRows, ownSeatOf, type RoomData, teacherSeats } from './board.ts';
import type { RoomParts } from './parts.ts';

/** Everything of a room that its views are made of. */
export interface RoomState extends RoomData {
  readonly room: RoomRecord;
  readonly progress: ReadonlyMap<string, SeenProgress>;
}

/** What is stored of a room; null when it is gone. The room is read first: what changes meanwhile raises its version beyond it. */
export async function loadRoom(
  { store }: Pick<RoomParts, 'store'>,
  code: string,
): Promise<Omit<RoomState, 'progress'> | null> {
  const room = await store.roomByCode(code);
  if (room === null) return null;
  const [seats, submissions] = await Promise.all([store.seats(room.id), store.submissions(room.id)]);
  return { room, seats, submissions };
}

/** The same with what is running now. */
export async function loadState(parts: RoomParts, room: RoomRecord): Promise<RoomState> {
  const { store, hub } = parts;
  const [seats, submissions, progress] = await Promise.all([
    store.seats(room.id),
    store.submissions(room.id),
    hub.progress(room.id),
  ]);
  return { room, seats, submissions, progress };
}

/** The room without what is the server's alone. */
export function factsOf(record: RoomRecord): RoomFacts {
  const { code, level, mode, seed, kind, until, hints, pace, state, locked } = record;
  const { hideNames, keepDays, createdAt, expiresAt } = record;
  return {
    ...{ code, level, mode, seed, kind, until, hints, pace, state, locked },
    ...{ hideNames, keepDays, createdAt, expiresAt },
  };
}

/** Places of the version for what is running; above them stands the version of what is stored. */
const MARKS = 2 ** 20;

/**
 * The same number from every process of the class server for the same content: whichever answers a poll
 * sees whether the page has it. Two contents between two stored changes share one in a million times.
 */
function versionOf(stored: number, content: unknown): number {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest();
  return stored * MARKS + (digest.readUInt32BE(0) % MARKS);
}

export function publicView(state: RoomState, now: number): RoomView {
  const room = factsOf(state.room);
  const rows = [...boardRows(state, state.progress, now)];
  const version = versionOf(state.room.version, [room, rows]);
  return { version, now: new Date(now).toISOString(), room, rows };
}

export function teacherViewOf(parts: RoomParts, state: RoomState, view: RoomView): TeacherView {
  const beside = {
    seats: [...teacherSeats(state)],
    addresses: [...parts.addresses()],
    homePage: parts.homePage,
    recordStore: parts.recordStore !== null,
  };
  return { ...view, version: versionOf(state.room.version, [view.version, beside]), ...beside };
}

/** The seat's own part; null when the room has no such seat. */
export function ownOf(state: RoomData, seatId: string): OwnSeat | null {
  const seat = state.seats.find(({ id }) => id === seatId);
  return seat === undefined ? null : ownSeatOf(seat, state.submissions);
}
