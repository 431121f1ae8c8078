/** Whether an answer is of the shape that pages parse. */
import * as v from 'valibot';
import { openedRoom, serverMessage, takenSeat } from '../../../src/schema/classroom/room.ts';

export const isOpenedRoom = (value: unknown): boolean => v.is(openedRoom, value);
export const isTakenSeat = (value: unknown): boolean => v.is(takenSeat, value);
export const isServerMessage = (value: unknown): boolean => v.is(serverMessage, value);
