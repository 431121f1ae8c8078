/** What the class server answers: something done, or a refusal with its code and its sentence. Both are values. */
import type { FastifyReply } from 'fastify';
import { tAny } from '../classroom/words.ts';
import type { RefusedAnswer } from '../schema/classroom/room.ts';
import type { Problem } from '../schema/problem.ts';
import type words from '../text/en/class.json';
import { replayText } from '../text/refusalText.ts';
import type { StoreFailure, StoreTrouble } from './store/types.ts';

/** HTTP status of each refusal. The sentence is `class.refused.<code>`. */
const STATUS = {
  unknownRoom: 404,
  unknownSeat: 404,
  unknownLog: 404,
  unknownCall: 404,
  expired: 404,
  notTeacher: 403,
  notSeat: 403,
  kicked: 403,
  moved: 403,
  notYet: 403,
  badMove: 403,
  otherOrigin: 403,
  locked: 409,
  full: 409,
  nameTaken: 409,
  notOpen: 409,
  tooManyLogs: 409,
  nameUnknown: 400,
  badRequest: 400,
  badUntil: 400,
  tooLarge: 413,
  wrongType: 415,
  otherLevel: 422,
  otherMode: 422,
  otherSeed: 422,
  badLog: 422,
  tooMany: 429,
  noRecordStore: 404,
  recordStoreFailed: 502,
  busy: 503,
  tooSlow: 503,
  unavailable: 503,
  diskFull: 507,
} as const satisfies Partial<Record<keyof typeof words.refused, number>>;
export type RefusedCode = keyof typeof STATUS;

type Values = Readonly<Record<string, string | number>>;

export interface Refused {
  readonly isRefused: true;
  readonly status: number;
  /** A {@link RefusedCode}, or the catalogue key `error.replay.<code>` of a log that does not hold. */
  readonly code: string;
  readonly values: Values;
  /** Seconds; null when trying again does not help. */
  readonly retryAfter: number | null;
}

export interface Done {
  readonly isRefused: false;
  readonly status: number;
  /** Sent as JSON; a string as it is; nothing for 204. */
  readonly body: unknown;
}

export type Answer = Done | Refused;

export function done(body: unknown, status = 200): Done {
  return { isRefused: false, status, body };
}

export const NOTHING: Done = { isRefused: false, status: 204, body: undefined };

export function refused(code: RefusedCode, values: Values = {}, retryAfter: number | null = null): Refused {
  return { isRefused: true, status: STATUS[code], code, values, retryAfter };
}

/** Whoever asks without a token, or with one that is none, is told by 401 that one is needed. */
export function withoutToken(code: 'notTeacher' | 'notSeat'): Refused {
  return { ...refused(code), status: 401 };
}

export function tooMany(seconds: number): Refused {
  return refused('tooMany', { seconds }, seconds);
}

/** A request that is not what the schema says; `path` names the field. */
export function badRequest({ code, path }: Problem): Refused {
  return refused(code === 'tooLarge' ? 'tooLarge' : 'badRequest', { path });
}

/** A text that is no log: the reason is a sentence of `error.input`, and its code and values are given beside it. */
export function badLog({ code, path, values }: Problem): Refused {
  const reason = tAny(`error.input.${code}`, { ...values, path });
  return refused('badLog', { ...values, path, problem: code, reason });
}

/** A log that does not hold when it is played again. */
export function badReplay(refusal: string, values: Values): Refused {
  return { isRefused: true, status: 422, code: `error.replay.${refusal}`, values, retryAfter: null };
}

const TROUBLES: Readonly<Record<StoreTrouble, readonly [RefusedCode, number]>> = {
  unreachable: ['unavailable', 3],
  busy: ['busy', 1],
  diskFull: ['diskFull', 30],
};

/** The database could not do it: the page keeps what it has and tries again. */
export function inTrouble({ trouble }: StoreFailure): Refused {
  const [code, seconds] = TROUBLES[trouble];
  return refused(code, {}, seconds);
}

const REPLAY = 'error.replay.';

function sentenceOf({ code, values }: Refused): string {
  return code.startsWith(REPLAY)
    ? replayText(code.slice(REPLAY.length), values)
    : tAny(`class.refused.${code}`, values);
}

function refusedAnswer(refusal: Refused): RefusedAnswer {
  const { code, values, retryAfter } = refusal;
  const error = { code, sentence: sentenceOf(refusal), values: { ...values } };
  return { error: retryAfter === null ? error : { ...error, retryAfter } };
}

export function sendRefused(reply: FastifyReply, refusal: Refused): FastifyReply {
  if (refusal.retryAfter !== null) reply.header('retry-after', String(Math.ceil(refusal.retryAfter)));
  return reply
    .code(refusal.status)
    .type(JSON_TYPE)
    .send(JSON.stringify(refusedAnswer(refusal)));
}

export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.isRefused) return sendRefused(reply, answer);
  if (answer.body === undefined) return reply.code(answer.status).send();
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return reply.code(answer.status).type(JSON_TYPE).send(text);
}

export const JSON_TYPE = 'application/json; charset=utf-8';
