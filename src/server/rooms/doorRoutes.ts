/** For whoever has a code and no seat yet: what the room is, which names are free, and a seat in it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isKnownName } from '../../classroom/names.ts';
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import { parseTakeSeat } from '../../schema/classroom/parse.ts';
import type { RoomDoor, TakenSeat } from '../../schema/classroom/room.ts';
import { type Answer, badRequest, done, type Refused, refused } from '../answers.ts';
import { addressKey } from '../hub/limits.ts';
import type { RoomRecord } from '../store/types.ts';
import { findRoom, limit, missed } from './callers.ts';
import { freeNames } from './names.ts';
import { openRoom } from './openRoom.ts';
import type { RoomParts } from './parts.ts';
import { addRoute, textOf } from './routes.ts';
import { createId, createToken, hashOf } from './secrets.ts';
import { factsOf, loadState, ownOf, publicView } from './views.ts';

const NAMES_OFFERED = 8;

export function addDoorRoutes(server: FastifyInstance, parts: RoomParts): void {
  addRoute(server, parts, ['POST', '/rooms'], openRoom);
  addRoute(server, parts, ['GET', '/rooms/:code'], readDoor);
  addRoute(server, parts, ['GET', '/rooms/:code/names'], offerNames);
  addRoute(server, parts, ['POST', '/rooms/:code/seats'], takeSeat);
}

function roomOfPath(parts: RoomParts, request: FastifyRequest) {
  return findRoom(parts, (request.params as { readonly code: string }).code, request.ip);
}

async function readDoor(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const found = await roomOfPath(parts, request);
  if (found.isRefused) return found;
  const { length: seatsTaken } = await parts.store.seats(found.room.id);
  const room = factsOf(found.room);
  return done({ room, seatsTaken, full: seatsTaken >= CLASS_LIMITS.seats } satisfies RoomDoor);
}

async function offerNames(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const found = await roomOfPath(parts, request);
  if (found.isRefused) return found;
  const taken = new Set((await parts.store.seats(found.room.id)).map(({ name }) => name));
  return done({ names: freeNames(taken, NAMES_OFFERED) });
}

async function takeSeat(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const parsed = parseTakeSeat(textOf(request));
  if (!parsed.ok) return badRequest(parsed.problem);
  const found = await roomOfPath(parts, request);
  if (found.isRefused) return found;
  const { room } = found;
  const address = addressKey(request.ip);
  const tooOften = await limit(parts, 'takeSeat', `${room.id}:${address}`);
  if (tooOften !== null) return tooOften;
  const wish = parsed.value;
  return 'name' in wish
    ? takeNewSeat(parts, room, wish.name)
    : takeOverSeat(parts, room, wish.move, request.ip);
}

async function takeNewSeat(parts: RoomParts, room: RoomRecord, name: string): Promise<Answer> {
  if (!isKnownName(name)) return refused('nameUnknown');
  const token = createToken('s');
  const id = createId();
  const joinedAt = new Date(parts.now()).toISOString();
  const seat = { id, roomId: room.id, name, pace: room.pace, joinedAt, tokenHash: hashOf(token) };
  const result = await parts.store.addSeat(seat, CLASS_LIMITS.seats);
  if (result === 'noRoom') return refused('unknownRoom');
  if (result !== 'added') return refused(result);
  await parts.hub.setProgress(room.id, id, { tick: 0, state: 'waiting' });
  await parts.hub.announce(room.id);
  return seatTaken(parts, room.code, id, token);
}

/** A second device takes over: the token of the first one may hand in what it still has, and nothing else. */
async function takeOverSeat(
  parts: RoomParts,
  room: RoomRecord,
  move: string,
  address: string,
): Promise<Answer> {
  const token = createToken('s');
  const now = new Date(parts.now()).toISOString();
  const seat = await parts.store.takeOver(room.id, hashOf(move), hashOf(token), now);
  if (seat === null) return missed(parts, 'code', address, refused('badMove'));
  if (seat.kicked) return refused('kicked');
  await parts.hub.announce(room.id);
  return seatTaken(parts, room.code, seat.id, token);
}

async function seatTaken(
  parts: RoomParts,
  code: string,
  seatId: string,
  token: string,
): Promise<Answer | Refused> {
  const room = await parts.store.roomByCode(code);
  if (room === null) return refused('unknownRoom');
  const [state, held] = await Promise.all([loadState(parts, room), parts.store.held(seatId)]);
  const own = ownOf(state, seatId);
  if (own === null) return refused('unknownSeat');
  return done({ token, own, view: publicView(state, parts.now()), held } satisfies TakenSeat, 201);
}
