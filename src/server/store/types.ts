/** What the class server asks of its database. Two dialects, one set of queries, one contract test suite. */
import type { OutcomeKind } from '../../engine/types.ts';
import type { RoomFacts } from '../../schema/classroom/room.ts';

/** A room as it stands in the database. Moments are ISO 8601. */
export interface RoomRecord extends RoomFacts {
  readonly id: string;
  /** Grows with every change that the board shows. */
  readonly version: number;
  /** When the teacher, or the date, closed it. */
  readonly closedAt: string | null;
  /** Devices of the local network may reach this machine while the room stands. */
  readonly lan: boolean;
}

export interface NewRoom extends Omit<RoomRecord, 'version' | 'closedAt'> {
  /** SHA-256 of the teacher's key, hex. */
  readonly teacherHash: string;
}

export type RoomChange = Partial<
  Pick<RoomRecord, 'locked' | 'state' | 'hideNames' | 'hints' | 'until' | 'closedAt' | 'expiresAt'>
>;

export interface SeatRecord {
  /** Public id, unique in the database. */
  readonly id: string;
  readonly roomId: string;
  readonly name: string;
  readonly pace: number;
  readonly kicked: boolean;
  readonly joinedAt: string;
  readonly refused: number;
  readonly lastRefusal: string | null;
  /** How often another device has taken it over: who listens with an earlier token finds out by it. */
  readonly takenOver: number;
}

export interface NewSeat {
  readonly id: string;
  readonly roomId: string;
  readonly name: string;
  readonly pace: number;
  readonly joinedAt: string;
  /** SHA-256 of the seat's token, hex. */
  readonly tokenHash: string;
}

export type SeatChange = Partial<Pick<SeatRecord, 'kicked' | 'pace'>>;

/** A verified game. Nothing stands here that was not re-simulated first. */
export interface SubmissionRecord {
  readonly id: string;
  readonly roomId: string;
  readonly seatId: string;
  /** SHA-256 of the log in its canonical form, hex. The same log twice in a seat is one row. */
  readonly logHash: string;
  /** SHA-256 of its commands alone, hex: who decided the very same. */
  readonly commandsHash: string;
  readonly commandCount: number;
  readonly score: number;
  readonly outcome: OutcomeKind;
  readonly endTick: number;
  readonly pauses: number;
  readonly pausedSeconds: number;
  readonly late: boolean;
  readonly receivedAt: string;
}

export interface NewSubmission extends SubmissionRecord {
  /** The log in its canonical form. */
  readonly log: string;
}

/** Whom a token belongs to. A retired one was given up to a second device: it may still hand in logs, and nothing else. */
export interface TokenOwner {
  readonly room: RoomRecord;
  readonly seat: SeatRecord;
  readonly isRetired: boolean;
}

/**
 * Everything in here either is done durably when its promise resolves, or rejects with a {@link StoreFailure} and has
 * done nothing. A connection may be lost in the very commit, though, and then nobody knows: the same call with the same
 * ids may always come again, and finds what it did.
 */
export interface RoomStore {
  /** False when the code is taken. */
  addRoom(room: NewRoom): Promise<boolean>;
  roomByCode(code: string): Promise<RoomRecord | null>;
  roomByTeacher(teacherHash: string): Promise<RoomRecord | null>;
  /** The room as it is afterwards; null when there is none. Raises its version. */
  changeRoom(id: string, change: RoomChange): Promise<RoomRecord | null>;
  /** With all that is in it. False when there was none. */
  removeRoom(id: string): Promise<boolean>;
  /** Deletes every room whose `expiresAt` has come; returns their ids. */
  removeExpired(now: string): Promise<readonly string[]>;
  /** Closes homework whose date has come; returns the ids. */
  closeDue(now: string): Promise<readonly string[]>;
  /** Versions of those rooms that still stand. */
  versions(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Rooms that stand, and those of them that let the local network in. */
  countRooms(): Promise<{ readonly rooms: number; readonly lan: number }>;

  /** One transaction: of two that take the last seat, or one name, at once, one is refused. */
  addSeat(seat: NewSeat, most: number): Promise<'added' | 'nameTaken' | 'full' | 'locked' | 'noRoom'>;
  seats(roomId: string): Promise<readonly SeatRecord[]>;
  ownerOf(tokenHash: string): Promise<TokenOwner | null>;
  /** Null when the room has no such seat. Raises the room's version. */
  changeSeat(roomId: string, seatId: string, change: SeatChange): Promise<SeatRecord | null>;
  /** Takes the seat, its tokens, its held game and its submissions away. */
  removeSeat(roomId: string, seatId: string): Promise<boolean>;
  /** Raises the room's version: the teacher sees it. */
  noteRefusal(seatId: string, code: string): Promise<void>;
  /** One code at a time for a seat; an earlier one is void. */
  setMove(seatId: string, moveHash: string, until: string): Promise<void>;
  /** Uses the code up: earlier tokens of the seat are retired, the new one is its own. Null when no seat of the room has it, or it has run out. Raises the room's version. */
  takeOver(roomId: string, moveHash: string, tokenHash: string, now: string): Promise<SeatRecord | null>;
  setHeld(seatId: string, held: string | null): Promise<void>;
  held(seatId: string): Promise<string | null>;

  /**
   * The submission as it stands afterwards: the earlier one when the same log came before. 'full' beyond `most` of a seat.
   * Raises the room's version when it is new, and drops the seat's held game.
   */
  addSubmission(
    submission: NewSubmission,
    most: number,
  ): Promise<{ readonly submission: SubmissionRecord; readonly isNew: boolean } | 'full' | 'noSeat'>;
  submissions(roomId: string): Promise<readonly SubmissionRecord[]>;
  submissionsOf(seatId: string): Promise<readonly SubmissionRecord[]>;
  /** Log texts by submission id, of one room. */
  logs(roomId: string, ids?: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Rejects when the database cannot be written now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export type StoreTrouble = 'unreachable' | 'diskFull' | 'busy';

/** The database cannot do it now; nothing was done, and the same call may be tried again. */
export class StoreFailure extends Error {
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, cause: unknown) {
    super(`the database is ${trouble}`, { cause });
    this.name = 'StoreFailure';
    this.trouble = trouble;
  }
}
