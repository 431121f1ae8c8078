/** The live connection: a page says who it is, and hears of every change until it goes. */
import type { WebSocket } from '@fastify/websocket';
import { parseClientMessage } from '../../schema/classroom/parse.ts';
import type { ClientMessage, GoneReason, ProgressReport } from '../../schema/classroom/room.ts';
import type { Listeners, News } from './listeners.ts';
import { goneReasonOf, type LiveCaller, liveCaller, type Places } from './live.ts';
import type { RoomParts } from './parts.ts';

/** Milliseconds in which a socket must say who it is. */
const HELLO_WITHIN = 5_000;
/** Messages in a minute: a page reports every few seconds. */
const MESSAGES = 120;
const MINUTE = 60_000;
/** Bytes that may wait in a socket; beyond it, views are left out until it has caught up. */
const MOST_WAITING = 256 * 1024;

/** RFC 6455: a rule was broken; try again later. */
const RULE_BROKEN = 1008;
const TRY_AGAIN = 1013;
const NORMAL = 1000;

const SAME = JSON.stringify({ type: 'same' });

export interface SocketParts {
  readonly parts: RoomParts;
  readonly listeners: Listeners;
  readonly places: Places;
}

/** What a socket has come to. */
interface Session {
  readonly socket: WebSocket;
  readonly address: string;
  caller: LiveCaller | null;
  leave: () => void;
  lastReport: ProgressReport | null;
  /** Messages of the minute that began at `since`. */
  count: number;
  since: number;
  isOver: boolean;
}

/** Serves one socket. Its messages are taken one after the other, in the order in which they came. */
export function serveSocket(live: SocketParts, socket: WebSocket, address: string): void {
  const session: Session = {
    ...{ socket, address, caller: null, leave: () => {}, lastReport: null },
    ...{ count: 0, since: performance.now(), isOver: false },
  };
  const helloTimer = setTimeout(() => close(session, RULE_BROKEN, 'no hello came'), HELLO_WITHIN);
  let taken = Promise.resolve();
  socket.on('message', (data, isBinary) => {
    if (session.isOver) return;
    if (isTooMany(session)) return close(session, RULE_BROKEN, 'too many messages');
    if (isBinary) return close(session, RULE_BROKEN, 'a message is text');
    const parsed = parseClientMessage(String(data));
    if (!parsed.ok) return close(session, RULE_BROKEN, `no message: ${parsed.problem.code}`);
    const { value: message } = parsed;
    taken = taken.then(() => take(live, session, message)).catch((error) => fail(live, session, error));
    if (message.type === 'hello') clearTimeout(helloTimer);
  });
  socket.on('close', () => {
    clearTimeout(helloTimer);
    session.isOver = true;
    session.leave();
  });
}

function isTooMany(session: Session): boolean {
  const now = performance.now();
  if (now - session.since > MINUTE) {
    session.since = now;
    session.count = 0;
  }
  session.count += 1;
  return session.count > MESSAGES;
}

function close(session: Session, code: number, reason: string): void {
  session.isOver = true;
  session.leave();
  session.socket.close(code, reason);
}

function fail({ parts }: SocketParts, session: Session, error: unknown): void {
  parts.log.warn({ error: String(error) }, 'a message could not be taken');
  close(session, TRY_AGAIN, 'try again later');
}

function bye(session: Session, reason: GoneReason): void {
  if (session.isOver) return;
  session.socket.send(JSON.stringify({ type: 'gone', reason }));
  close(session, NORMAL, reason);
}

async function take(live: SocketParts, session: Session, message: ClientMessage): Promise<void> {
  if (session.isOver) return;
  const { caller } = session;
  if (message.type === 'hello') {
    if (caller !== null) return close(session, RULE_BROKEN, 'hello is said once');
    return greet(live, session, message.token);
  }
  if (caller === null) return close(session, RULE_BROKEN, 'hello comes first');
  if (message.type === 'ping') {
    session.socket.send(SAME);
    if (session.lastReport !== null) await setProgress(live, caller, session.lastReport);
    return;
  }
  if (caller.seat === null) return close(session, RULE_BROKEN, 'a teacher plays no game');
  session.lastReport = message.report;
  await setProgress(live, caller, message.report);
}

async function setProgress(
  { parts }: SocketParts,
  caller: LiveCaller,
  report: ProgressReport,
): Promise<void> {
  if (caller.seat !== null) await parts.hub.setProgress(caller.room.id, caller.seat.id, report);
}

async function greet(live: SocketParts, session: Session, token: string): Promise<void> {
  const { parts, listeners, places } = live;
  const caller = await liveCaller(parts, token, session.address);
  if (session.isOver) return;
  if (caller.isRefused) {
    const reason = goneReasonOf(caller);
    return reason === null ? close(session, TRY_AGAIN, caller.code) : bye(session, reason);
  }
  if (places.take(caller.key) !== null) return close(session, TRY_AGAIN, 'too many sockets');
  session.caller = caller;
  session.leave = once(() => places.leave(caller.key));
  const stop = await listeners.add(caller.room, {
    ...{ seat: caller.seat, since: -1 },
    hear: (news) => hear(session, news),
    gone: (reason) => bye(session, reason),
  });
  const { leave } = session;
  session.leave = once(() => {
    leave();
    stop();
  });
  // It may have gone while its room was looked at.
  if (session.isOver) session.leave();
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}

/** The own seat first: a page that sees its result on the board knows then that it has arrived. */
function hear({ socket, isOver }: Session, { view, own, isOwnNew }: News): boolean {
  if (isOver || socket.bufferedAmount > MOST_WAITING) return false;
  if (own !== null && isOwnNew) socket.send(`{"type":"own","own":${own}}`);
  socket.send(`{"type":"${own === null ? 'teacher' : 'view'}","view":${view}}`);
  return true;
}
