/** What a student's page asks for with the token of its seat. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import { isPublicId, parseProgress } from '../../schema/classroom/parse.ts';
import { parseHeldGame } from '../../schema/heldGame.ts';
import { LIMITS } from '../../schema/limits.ts';
import { type Answer, badRequest, done, NOTHING, refused } from '../answers.ts';
import type { RoomRecord } from '../store/types.ts';
import { seatCaller } from './callers.ts';
import { handIn } from './handIn.ts';
import type { RoomParts } from './parts.ts';
import { addRoute, textOf } from './routes.ts';
import { createMoveCode, hashOf } from './secrets.ts';
import { loadState, ownOf, publicView } from './views.ts';

/** Minutes in which a code for a second device must be typed. */
const MOVE_MINUTES = 10;

export function addSeatRoutes(server: FastifyInstance, parts: RoomParts): void {
  addRoute(server, parts, ['GET', '/seat'], readSeat);
  addRoute(server, parts, ['DELETE', '/seat'], leaveSeat);
  addRoute(server, parts, ['PUT', '/seat/progress'], report);
  addRoute(server, parts, ['PUT', '/seat/held'], hold, CLASS_LIMITS.heldCharacters);
  addRoute(server, parts, ['POST', '/seat/move'], moveOwn);
  addRoute(server, parts, ['POST', '/seat/logs'], handIn, LIMITS.logCharacters);
  addRoute(server, parts, ['GET', '/seat/logs/:submission'], readLog);
}

async function readSeat(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await seatCaller(parts, request);
  if (caller.isRefused) return caller;
  const state = await loadState(parts, caller.room);
  const own = ownOf(state, caller.seat.id);
  return own === null ? refused('unknownSeat') : done({ own, view: publicView(state, parts.now()) });
}

async function leaveSeat(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await seatCaller(parts, request);
  if (caller.isRefused) return caller;
  await parts.store.removeSeat(caller.room.id, caller.seat.id);
  await parts.hub.announce(caller.room.id);
  return NOTHING;
}

/** Progress is not announced: whoever listens looks at it every few seconds (see listeners.ts). */
async function report(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await seatCaller(parts, request);
  if (caller.isRefused) return caller;
  const parsed = parseProgress(textOf(request));
  if (!parsed.ok) return badRequest(parsed.problem);
  await parts.hub.setProgress(caller.room.id, caller.seat.id, parsed.value);
  return NOTHING;
}

/** Keeps a game that has not ended, for the seat's next device; an empty body drops it. */
async function hold(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await seatCaller(parts, request);
  if (caller.isRefused) return caller;
  const text = textOf(request);
  if (text === '') {
    await parts.store.setHeld(caller.seat.id, null);
    return NOTHING;
  }
  const parsed = parseHeldGame(text);
  if (!parsed.ok) return badRequest(parsed.problem);
  const { level, mode, seed } = parsed.value;
  const other = differenceOf(caller.room, { level, mode, seed });
  if (other !== null) return refused(other);
  await parts.store.setHeld(caller.seat.id, JSON.stringify(parsed.value));
  return NOTHING;
}

function differenceOf(
  room: RoomRecord,
  game: Pick<RoomRecord, 'level' | 'mode' | 'seed'>,
): 'otherLevel' | 'otherMode' | 'otherSeed' | null {
  if (game.level.id !== room.level.id || game.level.hash !== room.level.hash) return 'otherLevel';
  if (game.mode !== room.mode) return 'otherMode';
  return game.seed === room.seed ? null : 'otherSeed';
}

async function moveOwn(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await seatCaller(parts, request);
  return caller.isRefused ? caller : giveMoveCode(parts, caller.seat.id);
}

/** A code with which a second device takes the seat over, once and soon. */
export async function giveMoveCode(parts: RoomParts, seatId: string): Promise<Answer> {
  const code = createMoveCode();
  const until = new Date(parts.now() + MOVE_MINUTES * 60_000).toISOString();
  await parts.store.setMove(seatId, hashOf(code), until);
  return done({ code, until });
}

/**
 * A log of the room. The own ones always; those of others when the room is closed, or when hints are
 * on and the seat has ended a game of its own: before that a student would copy and not play.
 */
async function readLog(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await seatCaller(parts, request);
  if (caller.isRefused) return caller;
  const { room, seat } = caller;
  const { submission } = request.params as { readonly submission: string };
  if (!isPublicId(submission)) return refused('unknownLog');
  const own = await parts.store.submissionsOf(seat.id);
  const isOpen = room.state === 'closed' || (room.hints && own.length > 0);
  if (!isOpen && own.every(({ id }) => id !== submission)) return refused('notYet');
  const text = (await parts.store.logs(room.id, [submission])).get(submission);
  return text === undefined ? refused('unknownLog') : done(text);
}
