/** What the server asks about verified games. */
import { lockRoom, raiseVersion } from './roomQueries.ts';
import { submissionRecord, submissionRow } from './rows.ts';
import type { Database, DatabaseTransaction, Link } from './tables.ts';
import type { NewSubmission, RoomStore } from './types.ts';

/** Without the log. */
const RESULT_COLUMNS = [
  'id',
  'room_id',
  'seat_id',
  'log_hash',
  'commands_hash',
  'command_count',
  'score',
  'outcome',
  'end_tick',
  'pauses',
  'paused_seconds',
  'late',
  'received_at',
] as const;

type SubmissionQueries = Pick<RoomStore, 'addSubmission' | 'submissions' | 'submissionsOf' | 'logs'>;

const results = (database: Database) =>
  database.selectFrom('submissions').select(RESULT_COLUMNS).orderBy('received_at').orderBy('id');

const hasSeat = async (transaction: DatabaseTransaction, { roomId, seatId }: NewSubmission) =>
  (await transaction
    .selectFrom('seats')
    .select('id')
    .where('id', '=', seatId)
    .where('room_id', '=', roomId)
    .executeTakeFirst()) !== undefined;

function addSubmission(link: Link): SubmissionQueries['addSubmission'] {
  return (submission, most) =>
    link.change(async (transaction) => {
      const { roomId, seatId } = submission;
      const room = await lockRoom(link, transaction, roomId);
      if (room === undefined || !(await hasSeat(transaction, submission))) return 'noSeat';
      const rows = await results(transaction).where('seat_id', '=', seatId).execute();
      const earlier = rows.find(({ log_hash }) => log_hash === submission.logHash);
      if (earlier !== undefined) {
        // The same id comes twice when the connection was lost after this very call had been done.
        return { submission: submissionRecord(earlier), isNew: earlier.id === submission.id };
      }
      if (rows.length >= most) return 'full';
      const row = submissionRow(submission);
      await transaction.insertInto('submissions').values(row).execute();
      await transaction.updateTable('seats').set({ held: null }).where('id', '=', seatId).execute();
      await raiseVersion(transaction, roomId);
      return { submission: submissionRecord(row), isNew: true };
    });
}

export function submissionQueries(link: Link): SubmissionQueries {
  const resultsWhere = async (column: 'room_id' | 'seat_id', value: string) => {
    const rows = await link.run((database) => results(database).where(column, '=', value).execute());
    return rows.map(submissionRecord);
  };
  return {
    addSubmission: addSubmission(link),
    submissions: (roomId) => resultsWhere('room_id', roomId),
    submissionsOf: (seatId) => resultsWhere('seat_id', seatId),
    logs: async (roomId, ids) => {
      if (ids?.length === 0) return new Map();
      const rows = await link.run((database) =>
        database
          .selectFrom('submissions')
          .select(['id', 'log'])
          .where('room_id', '=', roomId)
          .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
          .execute(),
      );
      return new Map(rows.map(({ id, log }) => [id, log]));
    },
  };
}
