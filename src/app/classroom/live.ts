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

/** Listens for a seat or a teacher until it is closed, or until the server says that they are gone. */
export function openLive(host: LiveHost, token: string, listener: LiveListener): Live {
  const way: Way = { failures: 0, cut: 0, polls: false };
  let socket: SocketLine | null = null;
  let isOver = false;
  let isWaiting = false;
  let stop = (): void => undefined;
  const close = (): void => {
    isOver = true;
    stop();
  };
  const hear = (by: Connection, message: ServerMessage): void => {
    way.failures = 0;
    if (message.type === 'gone') close();
    listener.connection(message.type === 'gone' ? 'lost' : by);
    listener.hear(message);
  };
  const connect = (): void => {
    stop();
    socket = null;
    isWaiting = false;
    if (!isOver) stop = way.polls ? poll() : listen();
  };
  const wait = (milliseconds: number): void => {
    stop();
    socket = null;
    isWaiting = true;
    listener.connection('lost');
    stop = host.later(milliseconds, connect);
  };
  const listen = (): (() => void) => {
    const line = openSocketLine(host, token, {
      hear: (message) => hear('socket', message),
      end: (end) => {
        noteSocketEnd(way, end);
        if (!end.heard) connect();
        else wait(pauseAfter(way.failures, host.random()));
      },
    });
    socket = line;
    return line.close;
  };
  const poll = (): (() => void) => {
    const stopPolling = openPollLine(host, {
      hear: (message) => hear('polling', message),
      end: (refusal) => {
        const reason = goneReasonOf(refusal.code);
        if (reason) return hear('lost', { type: 'gone', reason });
        notePollEnd(way, refusal);
        wait(Math.max(pauseAfter(way.failures, host.random()), secondsOf(refusal) * 1000));
      },
    });
    const callOff = host.later(SOCKET_AGAIN_MILLISECONDS, () => {
      trySocketAgain(way);
      connect();
    });
    return () => {
      stopPolling();
      callOff();
    };
  };
  listener.connection('connecting');
  connect();
  return {
    say: (message) => socket?.say(message) ?? false,
    wake: () => {
      if (isOver) return;
      if (isWaiting) connect();
      else socket?.check();
    },
    close,
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
