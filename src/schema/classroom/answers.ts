/** What the class server answered, from text: behind a proxy it may be a page of that proxy. Nothing here throws. */
import * as v from 'valibot';
import { readJson } from '../readJson.ts';
import {
  acceptedLog,
  moment,
  moveCode,
  nameSlug,
  openedRoom,
  ownSeat,
  refusedAnswer,
  roomDoor,
  roomFacts,
  roomLogs,
  roomView,
  serverMessage,
  takenSeat,
  teacherView,
  token,
} from './room.ts';

/** Every log of a full room, and a board: more is no answer of a class server. */
const ANSWER_CHARACTERS = 256 * 1024 * 1024;

const reading = <T>(schema: v.GenericSchema<unknown, T>) => {
  return (text: string): T | null => {
    const read = readJson(text, ANSWER_CHARACTERS);
    if (!read.ok) return null;
    const result = v.safeParse(schema, read.value, { abortEarly: true });
    return result.success ? result.output : null;
  };
};

/** Each gives null for what is no such answer. */
export const readOpenedRoom = reading(openedRoom);
export const readRoomDoor = reading(roomDoor);
export const readFreeNames = reading(v.object({ names: v.array(nameSlug) }));
export const readTakenSeat = reading(takenSeat);
export const readSeatView = reading(v.object({ own: ownSeat, view: roomView }));
export const readAcceptedLog = reading(acceptedLog);
export const readMove = reading(v.object({ code: moveCode, until: moment }));
export const readTeacherView = reading(teacherView);
export const readRoomLogs = reading(roomLogs);
export const readStatementsSent = reading(v.object({ sent: v.number() }));
export const readServerMessage = reading(serverMessage);
export const readRefused = reading(refusedAnswer);

/** A seat as its browser keeps it between two visits. */
const keptSeat = v.object({ token, own: ownSeat, room: roomFacts });
export type KeptSeat = v.InferOutput<typeof keptSeat>;
export const readKeptSeat = reading(keptSeat);

/** A room whose key its teacher's browser keeps. */
const keptRoom = v.object({ code: v.string(), key: token, level: v.string(), expiresAt: moment });
export type KeptRoom = v.InferOutput<typeof keptRoom>;
export const readKeptRooms = reading(v.array(keptRoom));
