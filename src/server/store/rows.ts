/** Between the rows of the tables and what the server knows of rooms, seats and submissions. */
import type { OutcomeKind } from '../../engine/types.ts';
import type { MoveColumns, RoomRow, SeatRow, SubmissionRow } from './tables.ts';
import type {
  NewRoom,
  NewSeat,
  NewSubmission,
  RoomChange,
  RoomRecord,
  SeatChange,
  SeatRecord,
  SubmissionRecord,
} from './types.ts';

const toBit = (truth: boolean): number => (truth ? 1 : 0);
const toTruth = (bit: number): boolean => bit !== 0;

/** All moments are written with milliseconds, so that they compare as text. Throws RangeError for what is none. */
export const toMoment = (moment: string): string => new Date(moment).toISOString();
const toOptionalMoment = (moment: string | null): string | null =>
  moment === null ? null : toMoment(moment);

export function roomRow(room: NewRoom): RoomRow {
  return {
    id: room.id,
    code: room.code,
    teacher_hash: room.teacherHash,
    version: 1,
    level_id: room.level.id,
    level_hash: room.level.hash,
    mode: room.mode,
    seed: room.seed,
    kind: room.kind,
    until: toOptionalMoment(room.until),
    hints: toBit(room.hints),
    pace: room.pace,
    state: room.state,
    locked: toBit(room.locked),
    hide_names: toBit(room.hideNames),
    keep_days: room.keepDays,
    lan: toBit(room.lan),
    created_at: toMoment(room.createdAt),
    closed_at: null,
    expires_at: toMoment(room.expiresAt),
  };
}

export function roomRecord(row: RoomRow): RoomRecord {
  return {
    id: row.id,
    code: row.code,
    version: Number(row.version),
    level: { id: row.level_id, hash: row.level_hash },
    mode: row.mode as RoomRecord['mode'],
    seed: Number(row.seed),
    kind: row.kind as RoomRecord['kind'],
    until: row.until,
    hints: toTruth(row.hints),
    pace: row.pace,
    state: row.state as RoomRecord['state'],
    locked: toTruth(row.locked),
    hideNames: toTruth(row.hide_names),
    keepDays: row.keep_days,
    lan: toTruth(row.lan),
    createdAt: row.created_at,
    closedAt: row.closed_at,
    expiresAt: row.expires_at,
  };
}

/** The columns that a change names; a field that is undefined stays as it is. */
export function roomColumns(change: RoomChange): Partial<RoomRow> {
  const { locked, state, hideNames, hints, until, closedAt, expiresAt } = change;
  return {
    ...(locked !== undefined && { locked: toBit(locked) }),
    ...(state !== undefined && { state }),
    ...(hideNames !== undefined && { hide_names: toBit(hideNames) }),
    ...(hints !== undefined && { hints: toBit(hints) }),
    ...(until !== undefined && { until: toOptionalMoment(until) }),
    ...(closedAt !== undefined && { closed_at: toOptionalMoment(closedAt) }),
    ...(expiresAt !== undefined && { expires_at: toMoment(expiresAt) }),
  };
}

export function seatRow(seat: NewSeat): SeatRow {
  return {
    id: seat.id,
    room_id: seat.roomId,
    name: seat.name,
    pace: seat.pace,
    kicked: 0,
    joined_at: toMoment(seat.joinedAt),
    refused: 0,
    last_refusal: null,
    taken_over: 0,
  };
}

export function seatRecord(row: SeatRow): SeatRecord {
  return {
    id: row.id,
    roomId: row.room_id,
    name: row.name,
    pace: row.pace,
    kicked: toTruth(row.kicked),
    joinedAt: row.joined_at,
    refused: row.refused,
    lastRefusal: row.last_refusal,
    takenOver: row.taken_over,
  };
}

/** As {@link roomColumns}. */
export function seatColumns({ kicked, pace }: SeatChange): Partial<SeatRow> {
  return { ...(kicked !== undefined && { kicked: toBit(kicked) }), ...(pace !== undefined && { pace }) };
}

export const noMove = { move_hash: null, move_until: null } satisfies Partial<MoveColumns>;

export function submissionRow(submission: NewSubmission): SubmissionRow & { readonly log: string } {
  return {
    id: submission.id,
    room_id: submission.roomId,
    seat_id: submission.seatId,
    log_hash: submission.logHash,
    commands_hash: submission.commandsHash,
    command_count: submission.commandCount,
    score: submission.score,
    outcome: submission.outcome,
    end_tick: submission.endTick,
    pauses: submission.pauses,
    paused_seconds: submission.pausedSeconds,
    late: toBit(submission.late),
    received_at: toMoment(submission.receivedAt),
    log: submission.log,
  };
}

export function submissionRecord(row: SubmissionRow): SubmissionRecord {
  return {
    id: row.id,
    roomId: row.room_id,
    seatId: row.seat_id,
    logHash: row.log_hash,
    commandsHash: row.commands_hash,
    commandCount: row.command_count,
    score: row.score,
    outcome: row.outcome as OutcomeKind,
    endTick: row.end_tick,
    pauses: row.pauses,
    pausedSeconds: row.paused_seconds,
    late: toTruth(row.late),
    receivedAt: row.received_at,
  };
}
