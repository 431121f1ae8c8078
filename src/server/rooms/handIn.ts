/** POST /api/seat/logs: a log becomes a result only when it holds played again, and is told so only when it is stored. */
import type { FastifyRequest } from 'fastify';
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import type { AcceptedLog } from '../../schema/classroom/room.ts';
import { type Answer, badLog, badReplay, done, type Refused, refused } from '../answers.ts';
import { type NewSubmission, type RoomRecord, StoreFailure, type SubmissionRecord } from '../store/types.ts';
import type { Verdict, Verified } from '../verify/types.ts';
import { limit, type SeatCaller, seatCaller } from './callers.ts';
import type { RoomParts } from './parts.ts';
import { textOf } from './routes.ts';
import { createId } from './secrets.ts';

/** Seconds after which a page tries again that has met a full queue. */
const BUSY_SECONDS = 5;
/** And one whose log was given up, for now. */
const SLOW_SECONDS = 120;

type RefusedLog = Exclude<Extract<Verdict, { ok: false }>, { code: 'tooSlow' }>;

/** Open to a seat's earlier device too: what it still has belongs to the seat. */
export async function handIn(parts: RoomParts, request: FastifyRequest): Promise<Answer> {
  const caller = await seatCaller(parts, request, { retired: true });
  if (caller.isRefused) return caller;
  const { room, seat } = caller;
  const tooOften = await limit(parts, 'handIn', seat.id);
  if (tooOften !== null) return tooOften;
  if (room.state === 'lobby') return refused('notOpen');
  const receivedAt = parts.now();
  const { level, mode, seed } = room;
  const expected = { levelId: level.id, levelHash: level.hash, mode, seed };
  const verdict = await parts.verifier.verify(textOf(request), expected);
  if (verdict === 'busy') return refused('busy', {}, BUSY_SECONDS);
  // No legal log takes so long, but a machine that is short of everything may: the page tries again much later.
  if (!verdict.ok && verdict.code === 'tooSlow') return refused('tooSlow', {}, SLOW_SECONDS);
  if (!verdict.ok) return refuseLog(parts, caller, verdict);
  return keep(parts, caller, submissionOf(caller, verdict, receivedAt));
}

/** What counts is when the log came, not when its turn to be played had come. */
function isLate({ state, kind, until }: RoomRecord, receivedAt: number): boolean {
  if (state === 'closed') return true;
  return kind === 'until' && until !== null && Date.parse(until) <= receivedAt;
}

function submissionOf({ room, seat }: SeatCaller, verified: Verified, receivedAt: number): NewSubmission {
  const { ok: _ok, ...found } = verified;
  return {
    ...found,
    ...{ id: createId(), roomId: room.id, seatId: seat.id },
    late: isLate(room, receivedAt),
    receivedAt: new Date(receivedAt).toISOString(),
  };
}

async function refuseLog(
  parts: RoomParts,
  { room, seat }: SeatCaller,
  verdict: RefusedLog,
): Promise<Refused> {
  const refusal = refusalOf(verdict);
  try {
    await parts.store.noteRefusal(seat.id, refusal.code);
    await parts.hub.announce(room.id);
  } catch (error) {
    // The teacher is not told; the student is, for whom trying again would change nothing.
    if (!(error instanceof StoreFailure)) throw error;
  }
  return refusal;
}

function refusalOf(verdict: RefusedLog): Refused {
  if (verdict.code === 'form') return badLog(verdict.problem);
  if (verdict.code === 'replay') return badReplay(verdict.refusal, { ...verdict.values, tick: verdict.tick });
  return refused(verdict.code);
}

async function keep(parts: RoomParts, { room }: SeatCaller, submission: NewSubmission): Promise<Answer> {
  const kept = await parts.store.addSubmission(submission, CLASS_LIMITS.logsPerSeat);
  if (kept === 'full') return refused('tooManyLogs', { most: CLASS_LIMITS.logsPerSeat });
  if (kept === 'noSeat') return refused('unknownSeat');
  if (kept.isNew) await parts.hub.announce(room.id);
  return done(acceptedLog(kept.submission, kept.isNew), kept.isNew ? 201 : 200);
}

function acceptedLog(
  { id: submission, logHash, score, outcome, late }: SubmissionRecord,
  isNew: boolean,
): AcceptedLog {
  return { submission, logHash, score, outcome, late, isNew };
}
