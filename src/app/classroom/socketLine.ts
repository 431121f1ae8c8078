/** One WebSocket to the class server, from its opening to its end. */
import { readServerMessage } from '../../schema/classroom/answers.ts';
import type { ClientMessage, ServerMessage } from '../../schema/classroom/room.ts';

export interface LiveSocket {
  send(text: string): void;
  close(): void;
}

/** What becomes of a socket. Nothing is called any more after `closed`. */
export interface SocketEvents {
  opened(): void;
  message(text: string): void;
  /** With the code of RFC 6455; 1006 when it was cut, or never opened. */
  closed(code: number): void;
}

export interface SocketHost {
  /** May throw where sockets are not allowed. */
  openSocket(events: SocketEvents): LiveSocket;
  /** Does something later; the returned function calls it off. */
  later(milliseconds: number, work: () => void): () => void;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

/** How a socket came to its end. */
export interface SocketEnd {
  /** A message came through before. */
  readonly heard: boolean;
  /** The server said goodbye: it is being restarted, or has no more to say. */
  readonly clean: boolean;
  readonly milliseconds: number;
}

export interface SocketLine {
  /** False when nothing can be said now. */
  say(message: ClientMessage): boolean;
  /** Asks for an answer at once: after a sleep a socket may look open and be none. */
  check(): void;
  /** Ends it without a word to the listener. */
  close(): void;
}

/** Time for the first message; a proxy that swallows sockets lets them open and stay silent. */
const FIRST_MILLISECONDS = 5_000;
/** Silence after which an answer is asked for, and the time for that answer. */
const QUIET_MILLISECONDS = 25_000;
const ANSWER_MILLISECONDS = 10_000;

const GOODBYES: readonly number[] = [1000, 1001, 1012];
const ABNORMAL = 1006;

export function openSocketLine(
  host: SocketHost,
  token: string,
  on: { hear(message: ServerMessage): void; end(end: SocketEnd): void },
): SocketLine {
  const began = host.now();
  let socket: LiveSocket | null = null;
  let heard = false;
  let isOver = false;
  let callOff = (): void => undefined;
  const expect = (milliseconds: number, otherwise: () => void): void => {
    callOff();
    callOff = host.later(milliseconds, otherwise);
  };
  const close = (): void => {
    isOver = true;
    callOff();
    socket?.close();
  };
  const end = (code = ABNORMAL): void => {
    if (isOver) return;
    close();
    on.end({ heard, clean: GOODBYES.includes(code), milliseconds: host.now() - began });
  };
  const say = (message: ClientMessage): boolean => {
    if (isOver || !heard) return false;
    socket?.send(JSON.stringify(message));
    return true;
  };
  const check = (): void => {
    if (say({ type: 'ping' })) expect(ANSWER_MILLISECONDS, () => end());
  };
  const opened = (): void => socket?.send(JSON.stringify({ type: 'hello', token } satisfies ClientMessage));
  const message = (text: string): void => {
    if (isOver) return;
    const read = readServerMessage(text);
    if (!read) {
      end();
      return;
    }
    heard = true;
    expect(QUIET_MILLISECONDS, check);
    on.hear(read);
  };
  expect(FIRST_MILLISECONDS, () => end());
  try {
    socket = host.openSocket({ opened, message, closed: end });
  } catch {
    expect(0, () => end());
  }
  return { say, check, close };
}
