/** What a teacher's page asks for with the key of its room. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isPublicId, parseChangeRoom, parseChangeSeat } from '../../schema/classroom/parse.ts';
import { type Answer, badRequest, done, NOTHING, type Refused, refused } from '../answers.ts';
import type { RoomRecord } from '../store/types.ts';
import { bestOf } from './board.ts';
import { teacherCaller } from './callers.ts';
import { changeOf } from './changeRoom.ts';
import { readLogs } from './logs.ts';
import type { RecordedGame, RoomParts } from './parts.ts';
import { addRoute, textOf } from './routes.ts';
import { giveMoveCode } from './seatRoutes.ts';
import { loadState, publicView, teacherViewOf } from './views.ts';

export function addTeacherRoutes(server: FastifyInstance, parts: RoomParts): void {
  addRoute(server, parts, ['GET', '/rooms/:code/teacher'], readTeacherView);
  addRoute(server, parts, ['PATCH', '/rooms/:code'], changeRoom);
  addRoute(server, parts, ['DELETE', '/rooms/:code'], removeRoom);
  addRoute(server, parts, ['PATCH', '/rooms/:code/seats/:seat'], changeSeat);
  addRoute(server, parts, ['POST', '/rooms/:code/seats/:seat/move'], moveSeat);
  addRoute(server, parts, ['POST', '/rooms/:code/statements'], sendStatements);
  server.get('/rooms/:code/logs', { exposeHeadRoute: false }, (request, reply) =>
    readLogs(parts, request, reply),
  );
}

async function tellTeacher(parts: RoomParts, room: RoomRecord): Promise<Answer> {
  const state = await loadState(parts, room);
  return done(teacherViewOf(parts, state, publicView(state, parts.now())));
}

async function readTeacherView(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await teacherCaller(parts, request);
  return caller.isRefused ? caller : tellTeacher(parts, caller.room);
}

/** Answers with the room as it is afterwards. */
async function changeRoom(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await teacherCaller(parts, request);
  if (caller.isRefused) return caller;
  const parsed = parseChangeRoom(textOf(request));
  if (!parsed.ok) return badRequest(parsed.problem);
  const change = changeOf(caller.room, parsed.value, parts.now());
  if (change.isRefused) return change;
  const room = await parts.store.changeRoom(caller.room.id, change.change);
  if (room === null) return refused('unknownRoom');
  await parts.hub.announce(room.id);
  return tellTeacher(parts, room);
}

async function removeRoom(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await teacherCaller(parts, request);
  if (caller.isRefused) return caller;
  await parts.store.removeRoom(caller.room.id);
  await parts.hub.announce(caller.room.id);
  await parts.lan.changed();
  return NOTHING;
}

/** The teacher's room and the seat of the path, which is looked for in that room alone. */
async function seatOfPath(
  parts: RoomParts,
  request: FastifyRequest,
): Promise<Refused | { readonly isRefused: false; readonly room: RoomRecord; readonly seat: string }> {
  const caller = await teacherCaller(parts, request);
  if (caller.isRefused) return caller;
  const { seat } = request.params as { readonly seat: string };
  if (!isPublicId(seat)) return refused('unknownSeat');
  return { isRefused: false, room: caller.room, seat };
}

/** Answers with the room as it is afterwards. */
async function changeSeat(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const found = await seatOfPath(parts, request);
  if (found.isRefused) return found;
  const parsed = parseChangeSeat(textOf(request));
  if (!parsed.ok) return badRequest(parsed.problem);
  const { kicked, pace } = parsed.value;
  const change = { ...(kicked !== undefined && { kicked }), ...(pace !== undefined && { pace }) };
  const seat = await parts.store.changeSeat(found.room.id, found.seat, change);
  if (seat === null) return refused('unknownSeat');
  await parts.hub.announce(found.room.id);
  const room = await parts.store.roomByCode(found.room.code);
  return room === null ? refused('unknownRoom') : tellTeacher(parts, room);
}

async function moveSeat(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const found = await seatOfPath(parts, request);
  if (found.isRefused) return found;
  const seat = (await parts.store.seats(found.room.id)).find(({ id }) => id === found.seat);
  if (seat === undefined) return refused('unknownSeat');
  return seat.kicked ? refused('kicked') : giveMoveCode(parts, seat.id);
}

/** Sends every verified game of the room to the learning record store. */
async function sendStatements(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await teacherCaller(parts, request);
  if (caller.isRefused) return caller;
  if (parts.recordStore === null) return refused('noRecordStore');
  const games = await recordedGames(parts, caller.room);
  try {
    return done({ sent: await parts.recordStore.send(caller.room, games) });
  } catch (error) {
    parts.log.warn({ error: String(error) }, 'the learning record store took no statements');
    return refused('recordStoreFailed');
  }
}

async function recordedGames(parts: RoomParts, room: RoomRecord): Promise<readonly RecordedGame[]> {
  const { store } = parts;
  const [seats, submissions] = await Promise.all([store.seats(room.id), store.submissions(room.id)]);
  const best = [...bestOf(submissions).values()];
  const texts = await store.logs(
    room.id,
    best.map(({ id }) => id),
  );
  return seats
    .filter(({ kicked }) => !kicked)
    .flatMap(({ id, name }) =>
      best
        .filter(({ seatId }) => seatId === id)
        .map((submission) => ({ seat: id, name, submission, log: texts.get(submission.id) ?? '' })),
    );
}
