/** Who asks: a seat or a teacher, by a token in the head of the request. */
import type { FastifyRequest } from 'fastify';
import { isToken, readCode } from '../../schema/classroom/parse.ts';
import { type Refused, refused, tooMany, withoutToken } from '../answers.ts';
import { addressKey } from '../hub/limits.ts';
import type { LimitName } from '../hub/types.ts';
import type { RoomRecord, SeatRecord } from '../store/types.ts';
import type { RoomParts } from './parts.ts';
import { hashOf } from './secrets.ts';

export interface SeatCaller {
  readonly isRefused: false;
  readonly room: RoomRecord;
  readonly seat: SeatRecord;
}

export interface TeacherCaller {
  readonly isRefused: false;
  readonly room: RoomRecord;
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,64})$/i;

/** The token of a request; null without one in the right form. */
export function tokenOf(request: FastifyRequest): string | null {
  const found = BEARER.exec(request.headers.authorization ?? '')?.[1];
  return found !== undefined && isToken(found) ? found : null;
}

/** Counts an event; the refusal when there were too many. */
export async function limit({ hub }: RoomParts, name: LimitName, key: string): Promise<Refused | null> {
  const seconds = await hub.count(name, key);
  return seconds > 0 ? tooMany(seconds) : null;
}

/**
 * Counts a code or token that fits nothing. Codes and tokens are counted apart: thirty tablets that come back
 * to a room that has ended keep nobody of their school from typing the code of the next one.
 */
export async function missed(
  { hub }: RoomParts,
  what: 'code' | 'token',
  address: string,
  refusal: Refused,
): Promise<Refused> {
  const seconds = await hub.count('guess', `${what}:${addressKey(address)}`);
  return seconds > 0 ? tooMany(seconds) : refusal;
}

/** The room of a code that somebody has typed. Whoever has missed too often is not told even when a guess is right. */
export async function findRoom(
  parts: RoomParts,
  text: string,
  address: string,
): Promise<TeacherCaller | Refused> {
  const code = readCode(text);
  if (code === null) return refused('unknownRoom');
  const seconds = await parts.hub.wait('guess', `code:${addressKey(address)}`);
  if (seconds > 0) return tooMany(seconds);
  const room = await parts.store.roomByCode(code);
  if (room === null) return missed(parts, 'code', address, refused('unknownRoom'));
  return isOver(parts, room) ? refused('expired') : { isRefused: false, room };
}

/** True for a room whose time has come and that is about to be deleted. */
function isOver({ now }: RoomParts, { expiresAt }: RoomRecord): boolean {
  return Date.parse(expiresAt) <= now();
}

/** The seat that a token belongs to. A retired one, given up to another device, counts only where `retired` says so. */
export async function seatOfToken(
  parts: RoomParts,
  token: string | null,
  address: string,
  { retired = false } = {},
): Promise<SeatCaller | Refused> {
  if (token === null) return withoutToken('notSeat');
  if (!token.startsWith('s_')) return refused('notSeat');
  const owner = await parts.store.ownerOf(hashOf(token));
  if (owner === null) return missed(parts, 'token', address, refused('unknownSeat'));
  const { room, seat, isRetired } = owner;
  if (isOver(parts, room)) return refused('expired');
  if (seat.kicked) return refused('kicked');
  return isRetired && !retired ? refused('moved') : { isRefused: false, room, seat };
}

export async function seatCaller(
  parts: RoomParts,
  request: FastifyRequest,
  options: { readonly retired?: boolean } = {},
): Promise<SeatCaller | Refused> {
  return seatOfToken(parts, tokenOf(request), request.ip, options);
}

/** The room that a key opens. */
export async function roomOfKey(
  parts: RoomParts,
  key: string | null,
  address: string,
): Promise<TeacherCaller | Refused> {
  if (key === null) return withoutToken('notTeacher');
  if (!key.startsWith('t_')) return refused('notTeacher');
  const room = await parts.store.roomByTeacher(hashOf(key));
  if (room === null) return missed(parts, 'token', address, refused('unknownRoom'));
  return isOver(parts, room) ? refused('expired') : { isRefused: false, room };
}

/** The teacher of the room in the path. The key of another room opens nothing, and does not tell whether the room exists. */
export async function teacherCaller(
  parts: RoomParts,
  request: FastifyRequest,
): Promise<TeacherCaller | Refused> {
  const caller = await roomOfKey(parts, tokenOf(request), request.ip);
  if (caller.isRefused) return caller;
  const { code } = request.params as { readonly code: string };
  return caller.room.code === readCode(code) ? caller : refused('unknownRoom');
}
