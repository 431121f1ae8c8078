/** Requests and messages from text of any origin. Nothing here throws. */
import * as v from 'valibot';
import { type Parsed, refuse } from '../problem.ts';
import { problemOf } from '../problemOf.ts';
import { readJson } from '../readJson.ts';
import { CLASS_LIMITS } from './limits.ts';
import {
  type ChangeRoomRequest,
  type ChangeSeatRequest,
  type ClientMessage,
  changeRoomRequest,
  changeSeatRequest,
  clientMessage,
  type OpenRoomRequest,
  openRoomRequest,
  type ProgressReport,
  progressReport,
  publicId,
  roomCode,
  type TakeSeatRequest,
  takeSeatRequest,
  token,
} from './room.ts';

function parse<T>(
  schema: v.GenericSchema<unknown, T>,
  text: string,
  most: number = CLASS_LIMITS.requestCharacters,
): Parsed<T> {
  const read = readJson(text, most);
  if (!read.ok) return read;
  // An empty list has every field of an object whose fields are all optional.
  if (Array.isArray(read.value)) return refuse('wrongType', '', { expected: 'an object', found: 'a list' });
  const result = v.safeParse(schema, read.value, { abortEarly: true });
  return result.success ? { ok: true, value: result.output } : problemOf(result.issues[0]);
}

export const parseOpenRoom = (text: string): Parsed<OpenRoomRequest> => parse(openRoomRequest, text);
export const parseChangeRoom = (text: string): Parsed<ChangeRoomRequest> => parse(changeRoomRequest, text);
export const parseChangeSeat = (text: string): Parsed<ChangeSeatRequest> => parse(changeSeatRequest, text);
export const parseProgress = (text: string): Parsed<ProgressReport> => parse(progressReport, text);
export const parseClientMessage = (text: string): Parsed<ClientMessage> =>
  parse(clientMessage, text, CLASS_LIMITS.messageCharacters);
export const parseTakeSeat = (text: string): Parsed<TakeSeatRequest> => parse(takeSeatRequest, text);

/** A code as it was typed, in the form in which it is stored; null when it cannot be one. */
export function readCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return v.is(roomCode, code) ? code : null;
}

export const isToken = (text: string): boolean => v.is(token, text);
export const isPublicId = (text: string): boolean => v.is(publicId, text);
