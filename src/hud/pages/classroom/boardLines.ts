/** The board as it is shown, made of the rows of a room or of the games of a class from files. */
import { hiddenNumbers } from '../../../app/classroom/hiddenNames.ts';
import type { ClassRow } from '../../../classroom/types.ts';
import type { OutcomeKind } from '../../../engine/types.ts';
import type { BoardRow, SeatState } from '../../../schema/classroom/room.ts';
import { nameText, t } from './boardWords.ts';

const TICKS_PER_HOUR = 20;

export interface LineResult {
  /** Equal scores share it: 1, 2, 2, 4. */
  readonly rank: number;
  readonly score: number;
  readonly outcome: OutcomeKind;
  readonly endHour: number;
  /** Verified games of the seat; null in a class from files, where each log is a row of its own. */
  readonly games: number | null;
  readonly pauses: number;
  readonly pausedSeconds: number;
  readonly late: boolean;
}

export interface BoardLine {
  /** Seat of a room, or id of a log from a file. */
  readonly key: string;
  /** In words; without a name where names are hidden. */
  readonly name: string;
  readonly isOwn: boolean;
  /** What the seat does; null in a class from files. */
  readonly now: { readonly state: SeatState; readonly hour: number } | null;
  readonly result: LineResult | null;
}

export interface RoomLinesOptions {
  readonly hideNames: boolean;
  /** The seat of this device, whose name its player always sees. */
  readonly ownSeat?: string | undefined;
}

/** Lines of a room, in the order of its rows. A hidden name becomes a number that stays with the seat whatever its place. */
export function roomLines(
  rows: readonly BoardRow[],
  { hideNames, ownSeat }: RoomLinesOptions,
): readonly BoardLine[] {
  const numbers = hiddenNumbers(rows.map(({ seat }) => seat));
  return rows.map(({ seat, name, state, hour, result }) => ({
    key: seat,
    name:
      hideNames && seat !== ownSeat
        ? t('classBoard.hidden', { number: numbers.get(seat) ?? 0 })
        : nameText(name),
    isOwn: seat === ownSeat,
    now: { state, hour },
    result: result && {
      rank: result.rank,
      score: result.score,
      outcome: result.outcome,
      endHour: result.endTick / TICKS_PER_HOUR,
      games: result.games,
      pauses: result.pauses,
      pausedSeconds: result.pausedSeconds,
      late: result.late,
    },
  }));
}

/** Lines of a class from files, in the order of its map. */
export function fileLines(rows: readonly ClassRow[], hideNames: boolean): readonly BoardLine[] {
  return rows.map((row, index) => ({
    key: row.id,
    name: hideNames ? t('classBoard.hidden', { number: index + 1 }) : row.name,
    isOwn: false,
    now: null,
    result: {
      rank: row.rank,
      score: row.score,
      outcome: row.outcome,
      endHour: row.endHour,
      games: null,
      pauses: row.pauses,
      pausedSeconds: row.pausedSeconds,
      late: row.late === true,
    },
  }));
}

/** The hour that stands beside what a seat does: where its game is, or where its best one ended; null for one that does neither. */
export function shownHour({ now, result }: BoardLine): number | null {
  if (now?.state === 'playing' || now?.state === 'paused') return now.hour;
  return now?.state === 'finished' && result ? result.endHour : null;
}

/** A long board stands in two parts beside each other, the first at least as long as the second. */
export function boardParts(
  lines: readonly BoardLine[],
  rowsOfOne: number,
): readonly (readonly BoardLine[])[] {
  if (lines.length <= rowsOfOne) return [lines];
  const half = Math.ceil(lines.length / 2);
  return [lines.slice(0, half), lines.slice(half)];
}

export interface ClassProgress {
  readonly playing: number;
  /** Have a result, and play no further game just now. */
  readonly finished: number;
  /** Neither: they have not begun, or are away. */
  readonly others: number;
}

/** How far a class is; the three add up to its seats. */
export function progressOf(rows: readonly Pick<BoardRow, 'state' | 'result'>[]): ClassProgress {
  const playing = rows.filter(({ state }) => state === 'playing' || state === 'paused').length;
  const finished = rows.filter(
    ({ state, result }) =>
      state === 'finished' || (result !== null && state !== 'playing' && state !== 'paused'),
  ).length;
  return { playing, finished, others: rows.length - playing - finished };
}
