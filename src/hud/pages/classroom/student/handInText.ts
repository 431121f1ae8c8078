/** What became of a finished game, and where its seat stands, in words. */
import type { OutboxEntry, StudentState } from '../../../../app/classroom/types.ts';
import type { BoardResult, BoardRow } from '../../../../schema/classroom/room.ts';
import { t } from '../studentWords.ts';

type Place = Pick<StudentState, 'own' | 'view'>;

/** The row of the seat on the board; null before the first view that holds it. */
export function ownRow({ own, view }: Place): BoardRow | null {
  return view.rows.find(({ seat }) => seat === own.seat) ?? null;
}

/** Seats that have a verified game. */
export function seatsRanked({ view }: Pick<StudentState, 'view'>): number {
  return view.rows.filter(({ result }) => result !== null).length;
}

/** The best game of the seat, once the board counts a game of at least this score. */
function placeOf(score: number, place: Place): BoardResult | null {
  const result = ownRow(place)?.result ?? null;
  return result && result.score >= score ? result : null;
}

/** True when nothing that the sentence of an accepted game says is still on its way. */
export function isPlaced(entry: OutboxEntry, place: Place): boolean {
  if (entry.state !== 'accepted' || entry.score === null) return false;
  return entry.late || placeOf(entry.score, place) !== null;
}

/** One sentence or two about a game on its way to the server, or arrived there. */
export function handInText(entry: OutboxEntry, place: Place): string {
  if (entry.state === 'refused') return t('classStudent.handIn.refused', { reason: entry.reason });
  if (entry.state !== 'accepted' || entry.score === null)
    return t(entry.state === 'waiting' ? 'classStudent.handIn.waiting' : 'classStudent.handIn.sending');
  return acceptedText(entry.score, entry.late, place);
}

function acceptedText(score: number, late: boolean, place: Place): string {
  if (late) return t('classStudent.handIn.acceptedLate', { score });
  const best = placeOf(score, place);
  if (!best) return t('classStudent.handIn.acceptedPlain', { score });
  const values = { score, rank: best.rank, of: seatsRanked(place) };
  return best.score > score
    ? t('classStudent.handIn.acceptedNotBest', { ...values, best: best.score })
    : t('classStudent.handIn.accepted', values);
}

/** Games that this device alone has. */
export function waitingEntries(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  return outbox.filter(({ state }) => state !== 'accepted');
}
