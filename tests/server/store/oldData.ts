/** What a database of every version of the tables may hold, as that version wrote it. Never changed once published. */
import type { RoomRecord, SeatRecord, SubmissionRecord } from '../../../src/server/store/types.ts';

const ROOMS = [
  `insert into rooms (id, code, teacher_hash, version, level_id, level_hash, mode, seed, kind, until, hints, pace, state,
     locked, hide_names, keep_days, lan, created_at, closed_at, expires_at)
   values ('oldroom00001', 'BCDFGH', 'teacher hash', 17, 'first-storm', 'level hash', 'clinician', 4294967295, 'until',
     '2026-04-01T12:00:00.000Z', 1, 0.75, 'closed', 1, 0, 30, 1, '2026-03-01T08:00:00.000Z',
     '2026-04-01T12:00:00.000Z', '2026-05-01T12:00:00.000Z')`,
  `insert into rooms (id, code, teacher_hash, version, level_id, level_hash, mode, seed, kind, until, hints, pace, state,
     locked, hide_names, keep_days, lan, created_at, closed_at, expires_at)
   values ('oldroom00002', 'JKLMNP', 'other hash', 1, 'first-storm', 'level hash', 'newcomer', 0, 'live', null, 0, 1,
     'lobby', 0, 1, 1, 0, '2026-03-01T08:00:00.000Z', null, '2026-03-03T08:00:00.000Z')`,
  `insert into seats (id, room_id, name, pace, kicked, joined_at, refused, last_refusal)
   values ('oldseat00001', 'oldroom00001', 'brave-otter', 0.5, 0, '2026-03-01T08:05:00.000Z', 3, 'badLog'),
     ('oldseat00002', 'oldroom00001', 'calm-heron', 1, 1, '2026-03-01T08:06:00.000Z', 0, null)`,
  `insert into tokens (hash, seat_id, retired)
   values ('retired hash', 'oldseat00001', 1), ('token hash', 'oldseat00001', 0), ('second hash', 'oldseat00002', 0)`,
];
const SUBMISSIONS = [
  `insert into submissions (id, room_id, seat_id, log_hash, commands_hash, command_count, score, outcome, end_tick,
     pauses, paused_seconds, late, received_at, log)
   values ('oldgame00001', 'oldroom00001', 'oldseat00001', 'log hash', 'commands hash', 5, 83, 'recovered', 20160, 2,
     12.625, 0, '2026-03-01T08:30:00.000Z', '{"the":"log"}')`,
];
const MOVES = [
  `update seats set move_hash = 'move hash', move_until = '2026-03-01T09:00:00.000Z', held = 'held game', taken_over = 1
   where id = 'oldseat00001'`,
];

/** Statements that fill a database of that version, by the name of its newest step. */
export const OLD_DATA: Readonly<Record<string, readonly string[]>> = {
  '0001 rooms': ROOMS,
  '0002 submissions': [...ROOMS, ...SUBMISSIONS],
  '0003 moves': [...ROOMS, ...SUBMISSIONS, ...MOVES],
};

export const OLD_ROOM: RoomRecord = {
  id: 'oldroom00001',
  code: 'BCDFGH',
  version: 17,
  level: { id: 'first-storm', hash: 'level hash' },
  mode: 'clinician',
  seed: 4_294_967_295,
  kind: 'until',
  until: '2026-04-01T12:00:00.000Z',
  hints: true,
  pace: 0.75,
  state: 'closed',
  locked: true,
  hideNames: false,
  keepDays: 30,
  lan: true,
  createdAt: '2026-03-01T08:00:00.000Z',
  closedAt: '2026-04-01T12:00:00.000Z',
  expiresAt: '2026-05-01T12:00:00.000Z',
};

/** The seats as they read after the newest step; `moved`: the data already knew of moves. */
export const oldSeats = (moved: boolean): readonly SeatRecord[] => [
  {
    id: 'oldseat00001',
    roomId: 'oldroom00001',
    name: 'brave-otter',
    pace: 0.5,
    kicked: false,
    joinedAt: '2026-03-01T08:05:00.000Z',
    refused: 3,
    lastRefusal: 'badLog',
    takenOver: moved ? 1 : 0,
  },
  {
    id: 'oldseat00002',
    roomId: 'oldroom00001',
    name: 'calm-heron',
    pace: 1,
    kicked: true,
    joinedAt: '2026-03-01T08:06:00.000Z',
    refused: 0,
    lastRefusal: null,
    takenOver: 0,
  },
];

export const OLD_SUBMISSION: SubmissionRecord = {
  id: 'oldgame00001',
  roomId: 'oldroom00001',
  seatId: 'oldseat00001',
  logHash: 'log hash',
  commandsHash: 'commands hash',
  commandCount: 5,
  score: 83,
  outcome: 'recovered',
  endTick: 20_160,
  pauses: 2,
  pausedSeconds: 12.625,
  late: false,
  receivedAt: '2026-03-01T08:30:00.000Z',
};
