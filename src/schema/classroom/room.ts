/** What page and class server say to each other: requests, answers, messages. The server parses every one that comes in. */
import * as v from 'valibot';
import { hash, id, mode, numberBetween, tick, wholeBetween } from '../fields.ts';
import { CLASS_LIMITS, CODE_ALPHABET, CODE_LENGTH } from './limits.ts';

/** A room's code as it is stored and sent: capitals, no space. */
export const roomCode = v.pipe(v.string(), v.regex(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)));
/** A name as two words of the safe lists: `plucky-lynx`; the catalogue says it in each language. */
export const nameSlug = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z]{2,18}-[a-z]{2,18}$/));
/** The public number of a seat, or of a submission, in its room. */
export const publicId = v.pipe(v.string(), v.regex(/^[a-z0-9]{8,16}$/));
/** A seat's token (`s_`) or the teacher's key (`t_`): 32 random bytes in base64url. */
export const token = v.pipe(v.string(), v.regex(/^[st]_[A-Za-z0-9_-]{43}$/));
/** The code with which a second device takes a seat over, once. */
export const moveCode = v.pipe(v.string(), v.regex(new RegExp(`^[${CODE_ALPHABET}]{8}$`)));
/** A moment in ISO 8601, in UTC with milliseconds, as `Date.toISOString` writes it. */
export const moment = v.pipe(v.string(), v.isoTimestamp(), v.maxLength(24), v.regex(/Z$/));

const pace = numberBetween(CLASS_LIMITS.slowestPace, 1);

/** POST /api/rooms */
export const openRoomRequest = v.strictObject({
  level: id,
  mode,
  /** live: the teacher starts and closes it; until: homework, open at once and until a date. */
  kind: v.picklist(['live', 'until']),
  /** Needed for homework, absent for live. */
  until: v.optional(moment),
  /** True: hints, lesson, comparison and debrief are open to a student as soon as a game has ended; false: when the room is closed. */
  hints: v.boolean(),
  /** Time factor of everybody's clock: 0.5 plays half as fast. */
  pace,
  /** Days that everything stays after the room is closed; then it is deleted. */
  keepDays: wholeBetween(1, CLASS_LIMITS.keepDays),
  /** True: devices of the local network may reach this machine while rooms are open (see src/server/lan.ts). */
  lan: v.boolean(),
});
export type OpenRoomRequest = v.InferOutput<typeof openRoomRequest>;

/** PATCH /api/rooms/:code, by the teacher: any of these. */
export const changeRoomRequest = v.strictObject({
  locked: v.optional(v.boolean()),
  /** From lobby to open to closed; a closed live room may be opened again. */
  state: v.optional(v.picklist(['open', 'closed'])),
  hideNames: v.optional(v.boolean()),
  hints: v.optional(v.boolean()),
  until: v.optional(moment),
});
export type ChangeRoomRequest = v.InferOutput<typeof changeRoomRequest>;

/** PATCH /api/rooms/:code/seats/:seat, by the teacher. */
export const changeSeatRequest = v.strictObject({
  kicked: v.optional(v.boolean()),
  pace: v.optional(pace),
});
export type ChangeSeatRequest = v.InferOutput<typeof changeSeatRequest>;

/** POST /api/rooms/:code/seats: a new seat, or with `move` one that another device had. */
export const takeSeatRequest = v.union([
  v.strictObject({ name: nameSlug }),
  v.strictObject({ move: moveCode }),
]);
export type TakeSeatRequest = v.InferOutput<typeof takeSeatRequest>;

/** PUT /api/seat/progress, and the same as a message over the socket. Never a treatment. */
export const progressReport = v.strictObject({
  tick,
  state: v.picklist(['waiting', 'playing', 'paused', 'finished']),
});
export type ProgressReport = v.InferOutput<typeof progressReport>;

/** Messages that a page sends over the socket. The first one is `hello`; nothing is said before it. */
export const clientMessage = v.variant('type', [
  v.strictObject({ type: v.literal('hello'), token }),
  v.strictObject({ type: v.literal('progress'), report: progressReport }),
  v.strictObject({ type: v.literal('ping') }),
]);
export type ClientMessage = v.InferOutput<typeof clientMessage>;

const seatState = v.picklist(['waiting', 'playing', 'paused', 'finished', 'away']);
export type SeatState = v.InferOutput<typeof seatState>;

export const roomFacts = v.object({
  code: roomCode,
  level: v.object({ id, hash }),
  mode,
  /** Everybody plays the same patient. */
  seed: wholeBetween(0, 4_294_967_295),
  kind: v.picklist(['live', 'until']),
  until: v.nullable(moment),
  hints: v.boolean(),
  /** Time factor of everybody; a seat may have its own, which only that seat and the teacher see. */
  pace,
  state: v.picklist(['lobby', 'open', 'closed']),
  locked: v.boolean(),
  hideNames: v.boolean(),
  keepDays: wholeBetween(1, CLASS_LIMITS.keepDays),
  createdAt: moment,
  /**
   * When the room and everything in it is deleted: a lobby `lobbyDays` after it was opened, a live room `keepDays` after it was
   * closed, or after a day of play that nobody closed, and homework `keepDays` after its date, or after it was closed before.
   */
  expiresAt: moment,
});
export type RoomFacts = v.InferOutput<typeof roomFacts>;

const outcome = v.picklist(['recovered', 'organFailure', 'opportunisticInfection', 'stillOnWard']);

/** The best verified game of a seat. Everything in it was found by re-simulation. */
const boardResult = v.object({
  submission: publicId,
  score: wholeBetween(0, 100),
  outcome,
  endTick: tick,
  /** Declared in the log: real seconds of pauses, and how many. */
  pausedSeconds: v.number(),
  pauses: v.number(),
  /** Verified games of the seat so far. */
  games: v.number(),
  /** Received after the room was closed. Shown and ranked behind, never on the podium. */
  late: v.boolean(),
  /** Place by score, equal scores share it: 1, 2, 2, 4. */
  rank: v.number(),
  receivedAt: moment,
});
export type BoardResult = v.InferOutput<typeof boardResult>;

const boardRow = v.object({
  seat: publicId,
  name: nameSlug,
  state: seatState,
  /** Simulated hours into the running game; 0 before it. */
  hour: v.number(),
  result: v.nullable(boardResult),
});
export type BoardRow = v.InferOutput<typeof boardRow>;

/**
 * What everybody in the room may see. `version` is for the next poll and says no more than this: it is another number
 * when anything of the view is different, and a greater one after every change that is stored.
 */
export const roomView = v.object({
  version: v.number(),
  /** The server's clock, to show dates by. */
  now: moment,
  room: roomFacts,
  /** Results first by rank, then the rest by name. */
  rows: v.array(boardRow),
});
export type RoomView = v.InferOutput<typeof roomView>;

const teacherSeat = v.object({
  seat: publicId,
  pace,
  kicked: v.boolean(),
  joinedAt: moment,
  /** The name, for seats that were put out and stand on no board. */
  name: nameSlug,
  /** Logs of this seat that were refused, and the code of the last refusal. */
  refused: v.number(),
  lastRefusal: v.nullable(v.string()),
  /** Another seat that handed in the very same decisions earlier, of three or more; null without. */
  twin: v.nullable(publicId),
});
export type TeacherSeat = v.InferOutput<typeof teacherSeat>;

/** What the teacher sees beside the board. */
export const teacherView = v.object({
  ...roomView.entries,
  seats: v.array(teacherSeat),
  /** Addresses under which students reach the server, the best first: `http://192.168.1.20:8080/`. */
  addresses: v.array(v.string()),
  /** Under which the server names the seats to a learning record store; the page does so too, or a game counts twice. */
  homePage: v.string(),
  /** True when a learning record store is named. */
  recordStore: v.boolean(),
});
export type TeacherView = v.InferOutput<typeof teacherView>;

/** What a seat knows of itself. */
export const ownSeat = v.object({
  seat: publicId,
  name: nameSlug,
  pace,
  /** Submissions of this seat, by the hash of their log, so that the page knows what has arrived. */
  logs: v.array(
    v.object({ logHash: v.string(), submission: publicId, score: v.number(), late: v.boolean() }),
  ),
});
export type OwnSeat = v.InferOutput<typeof ownSeat>;

/** Answer to POST /api/rooms. The key is told once; the server keeps its hash alone. */
export const openedRoom = v.object({ key: token, view: teacherView });
export type OpenedRoom = v.InferOutput<typeof openedRoom>;

/** Answer to POST /api/rooms/:code/seats. `held`: the game of the device before, as text for parseHeldGame. */
export const takenSeat = v.object({ token, own: ownSeat, view: roomView, held: v.nullable(v.string()) });
export type TakenSeat = v.InferOutput<typeof takenSeat>;

/** Answer to GET /api/rooms/:code, for whoever knows the code and has no seat yet. */
export const roomDoor = v.object({ room: roomFacts, seatsTaken: v.number(), full: v.boolean() });
export type RoomDoor = v.InferOutput<typeof roomDoor>;

/** Answer to POST /api/seat/logs: durable when it is given. `isNew` is false when the same log came before. */
export const acceptedLog = v.object({
  submission: publicId,
  logHash: v.string(),
  score: v.number(),
  outcome,
  late: v.boolean(),
  isNew: v.boolean(),
});
export type AcceptedLog = v.InferOutput<typeof acceptedLog>;

/** Answer to GET /api/rooms/:code/logs, for the teacher: every seat's best log, or all with ?all=1. */
export const roomLogs = v.object({
  logs: v.array(
    v.object({
      seat: publicId,
      name: nameSlug,
      submission: publicId,
      best: v.boolean(),
      late: v.boolean(),
      receivedAt: moment,
      /** The log's text, for parseDecisionLog. */
      log: v.string(),
    }),
  ),
});
export type RoomLogs = v.InferOutput<typeof roomLogs>;

/** Why a seat or a room is no longer there for this page. */
export const goneReason = v.picklist(['moved', 'kicked', 'expired', 'unknown']);
export type GoneReason = v.InferOutput<typeof goneReason>;

/** Messages that the server sends over the socket; the long poll answers with one of them. */
export const serverMessage = v.variant('type', [
  /** A poll brings the own seat along; over the socket it comes by itself, and only when it has changed. */
  v.object({ type: v.literal('view'), view: roomView, own: v.optional(ownSeat) }),
  v.object({ type: v.literal('teacher'), view: teacherView }),
  v.object({ type: v.literal('own'), own: ownSeat }),
  v.object({ type: v.literal('gone'), reason: goneReason }),
  /** Nothing changed: the answer of a poll that waited in vain, or of a ping. */
  v.object({ type: v.literal('same') }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessage>;

/** Every answer of 4xx and 5xx. The page says `class.refused.<code>` with the values; `sentence` is the English one. */
export const refusedAnswer = v.object({
  error: v.object({
    code: v.string(),
    sentence: v.string(),
    values: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
    /** Seconds after which it may be tried again; absent when trying again does not help. */
    retryAfter: v.optional(v.number()),
  }),
});
export type RefusedAnswer = v.InferOutput<typeof refusedAnswer>;
