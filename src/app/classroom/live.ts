/** Hearing of changes: by a socket where the network lets one through, by polling elsewhere, and again by itself after every failure. */
import type { ClientMessage, GoneReason, ServerMessage } from '../../schema/classroom/room.ts';
import type { Refusal } from './call.ts';
import { pauseAfter } from './pauses.ts';
import { openPollLine, type PollHost } from './pollLine.ts';
import { openSocketLine, type SocketEnd, type SocketHost, type SocketLine } from './socketLine.ts';
import type { Connection } from './types.ts';

export interface LiveHost extends SocketHost, PollHost {
  /** Between 0 and 1. */
  random(): number;
}

export interface LiveListener {
  hear(message: ServerMessage): void;
  connection(now: Connection): void;
}

export interface Live {
  /** Says it over the socket; false when there is none now. */
  say(message: ClientMessage): boolean;
  /** The network is back, or somebody looks at the page again. */
  wake(): void;
  close(): void;
}

/** A socket that lived this long was not cut by the way it went. */
const STEADY_MILLISECONDS = 60_000;
/** So many sockets cut in a row mean that the network wants none. */
const MOST_CUT = 2;
/** While polling, a socket is tried again after this time: the tablet may be in another network by then. */
const SOCKET_AGAIN_MILLISECONDS = 180_000;

/** Refusals after which there is nothing to hear any more. */
const GONE: Readonly<Record<string, GoneReason>> = {
  moved: 'moved',
  kicked: 'kicked',
  expired: 'expired',
  unknownRoom: 'expired',
  unknownSeat: 'unknown',
  notSeat: 'unknown',
  notTeacher: 'unknown',
};

/** Why a seat, or a room, is no longer there for a token that was refused so; null while it may be. */
export function goneReasonOf(code: string): GoneReason | null {
  return GONE[code] ?? null;
}

/** What is known of the way to the server. */
interface Way {
  /** Failures in a row, of any kind. */
  failures: number;
  /** Sockets in a row that were cut soon. */
  cut: number;
  polls: boolean;
}

/** What one listener holds. */
interface Listening {
  readonly host: LiveHost;
  readonly token: string;
  readonly listener: LiveListener;
  readonly way: Way;
  socket: SocketLine | null;
  isOver: boolean;
  isWaiting: boolean;
  /** Ends what goes on now: a socket, a poll, or a pause. */
  stop(): void;
}

/** Listens for a seat or a teacher until it is closed, or until the server says that they are gone. */
export function openLive(host: LiveHost, token: string, listener: LiveListener): Live {
  const held: Listening = {
    ...{ host, token, listener, way: { failures: 0, cut: 0, polls: false } },
    ...{ socket: null, isOver: false, isWaiting: false, stop: () => undefined },
  };
  listener.connection('connecting');
  connect(held);
  return {
    say: (message) => held.socket?.say(message) ?? false,
    wake: () => {
      if (held.isOver) return;
      if (held.isWaiting) connect(held);
      else held.socket?.check();
    },
    close: () => close(held),
  };
}

function close(held: Listening): void {
  held.isOver = true;
  held.stop();
}

function connect(held: Listening): void {
  held.stop();
  held.socket = null;
  held.isWaiting = false;
  if (!held.isOver) held.stop = held.way.polls ? poll(held) : listen(held);
}

function wait(held: Listening, milliseconds: number): void {
  held.stop();
  held.socket = null;
  held.isWaiting = true;
  held.listener.connection('lost');
  held.stop = held.host.later(milliseconds, () => connect(held));
}

function hear(held: Listening, by: Connection, message: ServerMessage): void {
  const isGone = message.type === 'gone';
  held.way.failures = 0;
  if (isGone) close(held);
  held.listener.connection(isGone ? 'lost' : by);
  held.listener.hear(message);
}

function listen(held: Listening): () => void {
  const { host, token, way } = held;
  const line = openSocketLine(host, token, {
    hear: (message) => hear(held, 'socket', message),
    end: (end) => {
      noteSocketEnd(way, end);
      if (!end.heard) connect(held);
      else wait(held, pauseAfter(way.failures, host.random()));
    },
  });
  held.socket = line;
  return line.close;
}

function poll(held: Listening): () => void {
  const { host, way } = held;
  const stopPolling = openPollLine(host, {
    hear: (message) => hear(held, 'polling', message),
    end: (refusal) => {
      const reason = goneReasonOf(refusal.code);
      if (reason) return hear(held, 'lost', { type: 'gone', reason });
      notePollEnd(way, refusal);
      wait(held, Math.max(pauseAfter(way.failures, host.random()), secondsOf(refusal) * 1000));
    },
  });
  const callOff = host.later(SOCKET_AGAIN_MILLISECONDS, () => {
    trySocketAgain(way);
    connect(held);
  });
  return () => {
    stopPolling();
    callOff();
  };
}

function secondsOf({ retryAfter }: Refusal): number {
  return retryAfter ?? 0;
}

/** A socket that said nothing is followed by a poll at once; so is the second one in a row that was cut soon. */
function noteSocketEnd(way: Way, { heard, clean, milliseconds }: SocketEnd): void {
  if (!heard) {
    way.polls = true;
    return;
  }
  way.failures += 1;
  if (clean) return;
  way.cut = milliseconds >= STEADY_MILLISECONDS ? 1 : way.cut + 1;
  way.polls = way.cut >= MOST_CUT;
}

/** Neither came through: the network or the server was away, which says nothing against sockets. */
function notePollEnd(way: Way, { status }: Refusal): void {
  way.failures += 1;
  if (status === 0) trySocketAgain(way);
}

function trySocketAgain(way: Way): void {
  way.polls = false;
  way.cut = 0;
}
