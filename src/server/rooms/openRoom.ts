/** POST /api/rooms: a new room for whoever asks, with the key to it. */
import type { FastifyRequest } from 'fastify';
import { levelHash } from '../../engine/levelHash.ts';
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import { parseOpenRoom } from '../../schema/classroom/parse.ts';
import type { OpenedRoom, OpenRoomRequest } from '../../schema/classroom/room.ts';
import { refuse } from '../../schema/problem.ts';
import { type Answer, badRequest, done, type Refused, refused } from '../answers.ts';
import { addressKey } from '../hub/limits.ts';
import type { NewRoom, RoomRecord } from '../store/types.ts';
import { limit } from './callers.ts';
import type { RoomParts } from './parts.ts';
import { textOf } from './routes.ts';
import { createCode, createId, createSeed, createToken, hashOf } from './secrets.ts';
import { publicView, teacherViewOf } from './views.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Of 387 million codes five in a row are taken only when something is wrong. */
const TRIES = 5;

export async function openRoom(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const tooOften = await limit(parts, 'openRoom', addressKey(request.ip));
  if (tooOften !== null) return tooOften;
  const parsed = parseOpenRoom(textOf(request));
  if (!parsed.ok) return badRequest(parsed.problem);
  const drawn = drawRoom(parts, parsed.value, isThisMachine(request));
  if (drawn.isRefused) return drawn;
  const key = createToken('t');
  const room = await addRoom(parts, { ...drawn.room, teacherHash: hashOf(key) });
  if (room === null) return refused('unavailable', {}, 1);
  if (room.lan) await parts.lan.opened();
  const state = { room, seats: [], submissions: [], progress: new Map() };
  const view = teacherViewOf(parts, state, publicView(state, parts.now()));
  return done({ key, view } satisfies OpenedRoom, 201);
}

/** Devices of the network are let in only by someone who sits at this machine, at a page that it served to itself. */
function isThisMachine({ ip, headers, hostname }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  const isNear = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(ip);
  return isNear && !isForwarded && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

type Drawn =
  | Refused
  | { readonly isRefused: false; readonly room: Omit<NewRoom, 'teacherHash' | 'code' | 'id'> };

function drawRoom(parts: RoomParts, request: OpenRoomRequest, isLocal: boolean): Drawn {
  const { level: levelId, mode, kind, hints, pace, keepDays, lan } = request;
  const level = parts.levels.find(({ id }) => id === levelId);
  if (level === undefined) return badRequest(refuse('notAllowed', 'level').problem);
  if (!level.modes.includes(mode)) return badRequest(refuse('notAllowed', 'mode').problem);
  const now = parts.now();
  const until = kind === 'until' ? readUntil(request.until, now, now) : null;
  if ((kind === 'until' && until === null) || (kind === 'live' && request.until !== undefined))
    return refused('badUntil', { days: CLASS_LIMITS.roomDays });
  const facts = { level: { id: level.id, hash: levelHash(level) }, mode, kind, until, hints, pace, keepDays };
  const room = {
    ...facts,
    ...{ seed: createSeed(), locked: false, hideNames: false, lan: lan && isLocal },
    state: kind === 'until' ? ('open' as const) : ('lobby' as const),
    createdAt: new Date(now).toISOString(),
    expiresAt: until === null ? addDays(now, CLASS_LIMITS.lobbyDays) : addDays(Date.parse(until), keepDays),
  };
  return { isRefused: false, room };
}

/** A date to come that a room of that age may have, as it is stored; null for any other. */
export function readUntil(text: string | undefined, createdAt: number, now: number): string | null {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  const isAllowed = time > now && time <= createdAt + CLASS_LIMITS.roomDays * DAY;
  return isAllowed ? new Date(time).toISOString() : null;
}

export function addDays(time: number, days: number): string {
  return new Date(time + days * DAY).toISOString();
}

async function addRoom(
  { store }: RoomParts,
  drawn: Omit<NewRoom, 'code' | 'id'>,
): Promise<RoomRecord | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const code = createCode();
    if (await store.addRoom({ ...drawn, code, id: createId() })) return store.roomByCode(code);
  }
  return null;
}
