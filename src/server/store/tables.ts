/** The tables as they stand after the newest migration. Moments are text, truths are 0 and 1, in both dialects. */
import type { Generated, Kysely, Transaction } from 'kysely';

/** A whole number that PostgreSQL hands over as text, because it may be larger than a number of JavaScript. */
export type Whole = number | string;

export interface RoomRow {
  readonly id: string;
  readonly code: string;
  readonly teacher_hash: string;
  readonly version: Whole;
  readonly level_id: string;
  readonly level_hash: string;
  readonly mode: string;
  readonly seed: Whole;
  readonly kind: string;
  readonly until: string | null;
  readonly hints: number;
  readonly pace: number;
  readonly state: string;
  readonly locked: number;
  readonly hide_names: number;
  readonly keep_days: number;
  readonly lan: number;
  readonly created_at: string;
  readonly closed_at: string | null;
  readonly expires_at: string;
}

export interface SeatRow {
  readonly id: string;
  readonly room_id: string;
  readonly name: string;
  readonly pace: number;
  readonly kicked: number;
  readonly joined_at: string;
  readonly refused: number;
  readonly last_refusal: string | null;
  readonly taken_over: number;
}

/** What a second device needs in order to take the seat over. */
export interface MoveColumns {
  readonly move_hash: string | null;
  readonly move_until: string | null;
  readonly held: string | null;
}

export interface TokenRow {
  readonly hash: string;
  readonly seat_id: string;
  readonly retired: number;
}

export interface SubmissionRow {
  readonly id: string;
  readonly room_id: string;
  readonly seat_id: string;
  readonly log_hash: string;
  readonly commands_hash: string;
  readonly command_count: number;
  readonly score: number;
  readonly outcome: string;
  readonly end_tick: number;
  readonly pauses: number;
  readonly paused_seconds: number;
  readonly late: number;
  readonly received_at: string;
}

export interface Tables {
  rooms: RoomRow;
  seats: SeatRow & { readonly [column in keyof MoveColumns]: Generated<MoveColumns[column]> };
  tokens: TokenRow;
  submissions: SubmissionRow & { readonly log: string };
  /** One row that is written in order to learn whether anything can be written. */
  probes: { readonly id: number; readonly at: string };
}

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

/** How queries reach a database. Work may run more than once, so it must come to the same when it does. */
export interface Link {
  /** One statement, or several that only read. */
  readonly run: <T>(work: (database: Database) => Promise<T>) => Promise<T>;
  /** All of it or nothing. */
  readonly change: <T>(work: (transaction: DatabaseTransaction) => Promise<T>) => Promise<T>;
  /** Several connections may write at once, so that a row which is read in order to decide has to be locked. */
  readonly hasRowLocks: boolean;
}
