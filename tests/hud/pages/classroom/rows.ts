/** Rows of a board for tests and looks. */
import type { BoardResult, BoardRow, SeatState } from '../../../../src/schema/classroom/room.ts';

const RESULT: BoardResult = {
  submission: 'aaaaaaaa',
  score: 80,
  outcome: 'recovered',
  endTick: 3200,
  pausedSeconds: 0,
  pauses: 0,
  games: 1,
  late: false,
  rank: 1,
  receivedAt: '2026-11-22T10:00:00.000Z',
};

export function resultOf(over: Partial<BoardResult> = {}): BoardResult {
  return { ...RESULT, ...over };
}

export function rowOf(seat: string, over: Partial<BoardRow> = {}): BoardRow {
  const state: SeatState = 'waiting';
  return { seat: seat.padEnd(8, '0'), name: 'plucky-lynx', state, hour: 0, result: null, ...over };
}
