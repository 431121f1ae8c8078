/** What the errors of both databases mean to the server, and which of them pass when the work is done again. */
import { setTimeout as pause } from 'node:timers/promises';
import { StoreFailure, type StoreTrouble } from './types.ts';

/** Milliseconds before the second, third, ... try. */
const PAUSES = [20, 80, 250, 600];
/** Milliseconds after which nothing is tried again. */
const PATIENCE = 5_000;

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const SQLITE: Readonly<Record<number, StoreTrouble>> = {
  5: 'busy', // SQLITE_BUSY
  6: 'busy', // SQLITE_LOCKED
  8: 'unreachable', // SQLITE_READONLY
  10: 'unreachable', // SQLITE_IOERR
  13: 'diskFull', // SQLITE_FULL
  14: 'unreachable', // SQLITE_CANTOPEN
};
/** SQLITE_IOERR_SHMSIZE: the file of shared memory cannot grow. */
const NO_ROOM_TO_SHARE = 4874;

/** SQLSTATE of PostgreSQL, whole or its class, https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES: Readonly<Record<string, StoreTrouble>> = {
  '08': 'unreachable', // connection exceptions
  '40': 'busy', // serialization failure, deadlock
  '53100': 'diskFull',
  '53': 'busy', // too many connections, out of memory
  '25006': 'unreachable', // a standby that must not be written
  '55P03': 'busy', // a lock was not to be had in time
  '57014': 'busy', // the statement took too long
  '57P': 'unreachable', // shutting down, crashed, starting up
  '58030': 'unreachable', // input or output failed
};
const SYSTEM: Readonly<Record<string, StoreTrouble>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ENOENT: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  EROFS: 'unreachable',
};
/** What the client of PostgreSQL says of a connection, without a code. */
const LOST_CONNECTION = /connection terminated|connection error|not queryable|connection ended/i;
const NO_CONNECTION_FREE = /timeout exceeded when trying to connect/;

/** What an error of a database comes to; null when it is a mistake in the program. */
export function troubleOf(error: unknown): StoreTrouble | null {
  if (error instanceof StoreFailure) return error.trouble;
  if (error instanceof AggregateError) return troubleOf(error.errors[0]);
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') {
    return errcode === NO_ROOM_TO_SHARE ? 'diskFull' : (SQLITE[errcode & 0xff] ?? null);
  }
  if (typeof code === 'string') {
    return SYSTEM[code] ?? POSTGRES[code] ?? POSTGRES[code.slice(0, 3)] ?? POSTGRES[code.slice(0, 2)] ?? null;
  }
  if (NO_CONNECTION_FREE.test(error.message)) return 'busy';
  return LOST_CONNECTION.test(error.message) ? 'unreachable' : null;
}

/**
 * Does the work, and does it again after growing pauses while it is in a trouble that passes. Rejects with a
 * {@link StoreFailure} when it does not pass, and with the error itself when it is a mistake in the program.
 */
export async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  let since: number | null = null;
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) throw error;
      const wait = PAUSES[tries];
      since ??= performance.now();
      // A full disk does not empty itself within a second.
      const isOver = trouble === 'diskFull' || performance.now() - since > PATIENCE;
      if (isOver || wait === undefined) throw new StoreFailure(trouble, error);
      // Those that were in each other's way must not meet again.
      await pause(wait * (0.5 + Math.random()));
    }
  }
}
