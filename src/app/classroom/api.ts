/** Every call of the class server, by name. None rejects. */
import {
  readAcceptedLog,
  readFreeNames,
  readMove,
  readOpenedRoom,
  readRoomDoor,
  readRoomLogs,
  readSeatView,
  readServerMessage,
  readStatementsSent,
  readTakenSeat,
  readTeacherView,
} from '../../schema/classroom/answers.ts';
import type {
  ChangeRoomRequest,
  ChangeSeatRequest,
  OpenRoomRequest,
  ProgressReport,
  TakeSeatRequest,
} from '../../schema/classroom/room.ts';
import { type CallHost, call, readNothing } from './call.ts';

/** A log waits for a verifier, and the logs of a class are many. */
const LONG_MILLISECONDS = 60_000;

/** The server answers a poll after 20 seconds at most. */
const POLL_MILLISECONDS = 35_000;

export type ClassApi = ReturnType<typeof createApi>;

export function createApi(host: CallHost) {
  return {
    /** True for a class server, false for a host that only has the files; null when nothing answered. */
    isThere: () => isThere(host),
    openRoom: (body: OpenRoomRequest) =>
      call(host, { method: 'POST', path: 'api/rooms', body }, readOpenedRoom),
    ...createVisitorCalls(host),
    ...createSeatCalls(host),
    ...createTeacherCalls(host),
    /** The next message after a view of that version, or 'same'. */
    poll: (token: string, since: number, signal: AbortSignal) =>
      call(
        host,
        { path: `api/live/poll?since=${since}`, token, patience: POLL_MILLISECONDS, signal },
        readServerMessage,
      ),
  };
}

async function isThere(host: CallHost): Promise<boolean | null> {
  const health = await call(host, { path: 'healthz' }, (text) => text.includes('"status"') || null);
  if (health.ok) return true;
  // A plain host has no such file, or shows its first page for it.
  const page = await call(host, { path: '.' }, () => true);
  return page.ok ? false : null;
}

function createVisitorCalls(host: CallHost) {
  return {
    door: (code: string) => call(host, { path: `api/rooms/${code}` }, readRoomDoor),
    names: (code: string) => call(host, { path: `api/rooms/${code}/names` }, readFreeNames),
    takeSeat: (code: string, body: TakeSeatRequest) =>
      call(host, { method: 'POST', path: `api/rooms/${code}/seats`, body }, readTakenSeat),
  };
}

function createSeatCalls(host: CallHost) {
  return {
    seat: (token: string) => call(host, { path: 'api/seat', token }, readSeatView),
    progress: (token: string, body: ProgressReport) =>
      call(host, { method: 'PUT', path: 'api/seat/progress', token, body }, readNothing),
    /** The text of a game that has not ended. */
    held: (token: string, body: string, keepalive: boolean) =>
      call(host, { method: 'PUT', path: 'api/seat/held', token, body, keepalive }, readNothing),
    handIn: (token: string, body: string) =>
      call(
        host,
        { method: 'POST', path: 'api/seat/logs', token, body, patience: LONG_MILLISECONDS },
        readAcceptedLog,
      ),
    moveOwn: (token: string) => call(host, { method: 'POST', path: 'api/seat/move', token }, readMove),
    leave: (token: string) => call(host, { method: 'DELETE', path: 'api/seat', token }, readNothing),
    /** The log of a row, as text. */
    logOf: (token: string, submission: string) =>
      call(host, { path: `api/seat/logs/${submission}`, token }, (text) => text || null),
  };
}

function createTeacherCalls(host: CallHost) {
  return {
    teacher: (code: string, token: string) =>
      call(host, { path: `api/rooms/${code}/teacher`, token }, readTeacherView),
    changeRoom: (code: string, token: string, body: ChangeRoomRequest) =>
      call(host, { method: 'PATCH', path: `api/rooms/${code}`, token, body }, isAnswered),
    changeSeat: (code: string, token: string, seat: string, body: ChangeSeatRequest) =>
      call(host, { method: 'PATCH', path: `api/rooms/${code}/seats/${seat}`, token, body }, isAnswered),
    moveSeat: (code: string, token: string, seat: string) =>
      call(host, { method: 'POST', path: `api/rooms/${code}/seats/${seat}/move`, token }, readMove),
    logs: (code: string, token: string, all = false) =>
      call(
        host,
        { path: `api/rooms/${code}/logs${all ? '?all=1' : ''}`, token, patience: LONG_MILLISECONDS },
        readRoomLogs,
      ),
    statements: (code: string, token: string) =>
      call(
        host,
        { method: 'POST', path: `api/rooms/${code}/statements`, token, patience: LONG_MILLISECONDS },
        readStatementsSent,
      ),
    removeRoom: (code: string, token: string) =>
      call(host, { method: 'DELETE', path: `api/rooms/${code}`, token }, readNothing),
  };
}

/** What a change comes to arrives with the next view. */
const isAnswered = (): true => true;
