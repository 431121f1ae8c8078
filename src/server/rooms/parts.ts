/** What the routes of the rooms are built of. */
import type { FastifyBaseLogger } from 'fastify';
import type { Level } from '../../engine/types.ts';
import type { Hub } from '../hub/types.ts';
import type { RoomRecord, RoomStore, SubmissionRecord } from '../store/types.ts';
import type { Verifier } from '../verify/types.ts';

/** A verified game as it is told to a learning record store. */
export interface RecordedGame {
  readonly seat: string;
  readonly name: string;
  readonly submission: SubmissionRecord;
  /** The log's text, for parseDecisionLog. */
  readonly log: string;
}

/** A learning record store that was named when the server was started. */
export interface RecordStore {
  /** How many statements it has taken. Rejects when it cannot be reached or refuses them. */
  send(room: RoomRecord, games: readonly RecordedGame[]): Promise<number>;
}

/** The second listener, for the local network: open while a room stands that lets it in. */
export interface LanListener {
  /** Such a room was opened: resolves when devices can reach it, or when that has failed. */
  opened(): Promise<void>;
  /** Rooms have ended: it closes when none of them is left. */
  changed(): Promise<void>;
}

export interface RoomParts {
  readonly store: RoomStore;
  readonly hub: Hub;
  readonly verifier: Verifier;
  readonly levels: readonly Level[];
  /** Addresses under which students reach the server, the best first. */
  addresses(): readonly string[];
  /** Address under which the seats are known to learning record stores: it must not change with the network. */
  readonly homePage: string;
  readonly lan: LanListener;
  readonly recordStore: RecordStore | null;
  /** Milliseconds since 1970. */
  now(): number;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
}
