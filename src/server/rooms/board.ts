/** Rows of the board, from what is stored and what is running. Nothing here tells a treatment. */
import { ranksOf } from '../../classroom/rank.ts';
import { hoursOf } from '../../engine/time.ts';
import type { BoardResult, BoardRow, OwnSeat, SeatState, TeacherSeat } from '../../schema/classroom/room.ts';
import type { SeenProgress } from '../hub/types.ts';
import type { SeatRecord, SubmissionRecord } from '../store/types.ts';

/** A seat that has not been heard of for so long, in milliseconds, is away. */
export const AWAY_AFTER = 45_000;
/** Two seats that decided nothing, or next to nothing, are no twins. */
const TWIN_COMMANDS = 3;

/** Seats and submissions of a room, as they are stored. */
export interface RoomData {
  readonly seats: readonly SeatRecord[];
  readonly submissions: readonly SubmissionRecord[];
}

/** The best game of each seat by its id: the highest score, of equal ones the first; late ones only where there is no other. */
export function bestOf(submissions: readonly SubmissionRecord[]): ReadonlyMap<string, SubmissionRecord> {
  const best = new Map<string, SubmissionRecord>();
  for (const submission of submissions) {
    const before = best.get(submission.seatId);
    if (before === undefined || isBetter(submission, before)) best.set(submission.seatId, submission);
  }
  return best;
}

function isBetter(a: SubmissionRecord, b: SubmissionRecord): boolean {
  if (a.late !== b.late) return b.late;
  if (a.score !== b.score) return a.score > b.score;
  return a.receivedAt !== b.receivedAt ? a.receivedAt < b.receivedAt : a.id < b.id;
}

/** Rows of everybody who was not put out: results by rank, then the others by name. */
export function boardRows(
  { seats, submissions }: RoomData,
  progress: ReadonlyMap<string, SeenProgress>,
  now: number,
): readonly BoardRow[] {
  const shown = seats.filter(({ kicked }) => !kicked);
  const best = bestOf(submissions);
  const results = shown.flatMap(({ id }) => best.get(id) ?? []);
  const places = ranksOf(results);
  const ranks = new Map(results.map(({ id }, index) => [id, places[index] ?? 1]));
  const games = countBySeat(submissions);
  const rows = shown.map((seat): BoardRow => {
    const submission = best.get(seat.id);
    const seen = progress.get(seat.id);
    return {
      seat: seat.id,
      name: seat.name,
      state: stateOf(seen, now),
      hour: hoursOf(seen?.report.tick ?? 0),
      result: submission === undefined ? null : resultOf(submission, ranks, games.get(seat.id) ?? 0),
    };
  });
  return rows.sort(byRankThenName);
}

function stateOf(seen: SeenProgress | undefined, now: number): SeatState {
  return seen === undefined || now - seen.at > AWAY_AFTER ? 'away' : seen.report.state;
}

function countBySeat(submissions: readonly SubmissionRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { seatId } of submissions) counts.set(seatId, (counts.get(seatId) ?? 0) + 1);
  return counts;
}

function resultOf(
  submission: SubmissionRecord,
  ranks: ReadonlyMap<string, number>,
  games: number,
): BoardResult {
  const { id, score, outcome, endTick, pauses, pausedSeconds, late, receivedAt } = submission;
  const rank = ranks.get(id) ?? 1;
  return { submission: id, score, outcome, endTick, pauses, pausedSeconds, games, late, receivedAt, rank };
}

function byRankThenName(a: BoardRow, b: BoardRow): number {
  const ranks = (a.result?.rank ?? Number.MAX_SAFE_INTEGER) - (b.result?.rank ?? Number.MAX_SAFE_INTEGER);
  if (ranks !== 0) return ranks;
  return a.name < b.name ? -1 : 1;
}

/** Every seat as the teacher alone sees it, those that were put out among them; by name. */
export function teacherSeats({ seats, submissions }: RoomData): readonly TeacherSeat[] {
  const best = bestOf(submissions);
  const first = firstWithCommands(submissions);
  return seats
    .map(({ id, name, pace, kicked, joinedAt, refused, lastRefusal }): TeacherSeat => {
      const twin = twinOf(best.get(id), first);
      return { seat: id, name, pace, kicked, joinedAt, refused, lastRefusal, twin };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The earliest game with each list of commands. */
function firstWithCommands(submissions: readonly SubmissionRecord[]): ReadonlyMap<string, SubmissionRecord> {
  const first = new Map<string, SubmissionRecord>();
  for (const submission of submissions) {
    const before = first.get(submission.commandsHash);
    const isEarlier = before === undefined || submission.receivedAt < before.receivedAt;
    if (isEarlier) first.set(submission.commandsHash, submission);
  }
  return first;
}

function twinOf(
  best: SubmissionRecord | undefined,
  first: ReadonlyMap<string, SubmissionRecord>,
): string | null {
  if (best === undefined || best.commandCount < TWIN_COMMANDS) return null;
  const earlier = first.get(best.commandsHash);
  return earlier === undefined || earlier.seatId === best.seatId ? null : earlier.seatId;
}

/** What a seat is told of itself. */
export function ownSeatOf({ id, name, pace }: SeatRecord, submissions: readonly SubmissionRecord[]): OwnSeat {
  const logs = submissions
    .filter(({ seatId }) => seatId === id)
    .map(({ logHash, id: submission, score, late }) => ({ logHash, submission, score, late }));
  return { seat: id, name, pace, logs };
}
