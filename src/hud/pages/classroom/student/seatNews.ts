/** What a screen reader is told of a seat: each change once, and nothing that only goes on. */
import type { OutboxEntry, StudentState } from '../../../../app/classroom/types.ts';
import { t } from '../studentWords.ts';
import { handInText, isPlaced } from './handInText.ts';

type Told = Pick<StudentState, 'view' | 'own' | 'connection' | 'outbox' | 'gone'>;

/** What has been told so far. */
export interface SeatDigest {
  readonly room: StudentState['view']['room']['state'];
  /** While it only tries to connect, and once the seat is gone, the network is what it was before. */
  readonly isLost: boolean;
  /** Games of which the last word was said, by key. */
  readonly settled: ReadonlySet<string>;
}

/** What there is to know now; `before` is the digest of the moment before, null at first. */
export function digestOf(student: Told, before: SeatDigest | null): SeatDigest {
  const { connection, outbox, view, gone } = student;
  const says = gone === null && connection !== 'connecting';
  const isLost = says ? connection === 'lost' : (before?.isLost ?? false);
  const settled = outbox.filter((entry) => isSettled(entry, student)).map(wordOf);
  return { room: view.room.state, isLost, settled: new Set(settled) };
}

function isSettled(entry: OutboxEntry, student: Told): boolean {
  return entry.state === 'refused' || isPlaced(entry, student);
}

const wordOf = ({ key, state }: OutboxEntry): string => `${key} ${state}`;

/** The sentences that say what is new since `before`. */
export function newsOf(before: SeatDigest, after: SeatDigest, student: Told): readonly string[] {
  const games = student.outbox.filter(
    (entry) => after.settled.has(wordOf(entry)) && !before.settled.has(wordOf(entry)),
  );
  return [
    ...(before.room === after.room ? [] : [roomText(before, after)]),
    ...(before.isLost === after.isLost
      ? []
      : [t(after.isLost ? 'classStudent.news.lost' : 'classStudent.news.back')]),
    ...games.map((entry) => handInText(entry, student)),
  ].filter((text) => text !== '');
}

function roomText({ room: was }: SeatDigest, { room: is }: SeatDigest): string {
  if (is === 'closed') return t('classStudent.news.closed');
  if (is === 'open') return t(was === 'closed' ? 'classStudent.news.reopened' : 'classStudent.news.opened');
  return '';
}
