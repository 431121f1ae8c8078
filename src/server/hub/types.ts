/** What the processes of one class server share and may lose: news of changes, who is there, how often somebody tried. */
import type { ProgressReport } from '../../schema/classroom/room.ts';

/** A seat's last report, and when it came (milliseconds of the server's clock). */
export interface SeenProgress {
  readonly report: ProgressReport;
  readonly at: number;
}

/** Kinds of events that are counted. The figures stand in hub/limits.ts. */
export type LimitName =
  /** Codes, move codes and tokens that fit nothing; counted only when they fail. */
  | 'guess'
  | 'openRoom'
  | 'takeSeat'
  /** Logs handed in, by seat. */
  | 'handIn'
  /** Any request, by token. */
  | 'request'
  /** Any request without a token, by address: wide enough for a school behind one address. */
  | 'anonymous'
  /** Sockets and polls, by room. */
  | 'listen';

export interface Hub {
  /** Tells every process that a room has changed. Never rejects: a change that nobody hears is found by its version. */
  announce(roomId: string): Promise<void>;
  /** Calls back for every change of a room that any process announces; the returned function ends it. */
  listen(roomId: string, changed: () => void): () => void;
  setProgress(roomId: string, seatId: string, report: ProgressReport): Promise<void>;
  progress(roomId: string): Promise<ReadonlyMap<string, SeenProgress>>;
  /** Counts one event; returns the seconds to wait, or 0 when it is allowed. */
  count(limit: LimitName, key: string): Promise<number>;
  /** Seconds to wait without counting. */
  wait(limit: LimitName, key: string): Promise<number>;
  /** True when the shared part can be reached; in one process always. */
  isShared(): boolean;
  close(): Promise<void>;
}
