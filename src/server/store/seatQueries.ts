/** What the server asks about seats, their tokens and the move to a second device. */
import { lockRoom, raiseVersion } from './roomQueries.ts';
import { noMove, roomRecord, seatColumns, seatRecord, seatRow, toMoment } from './rows.ts';
import type { Database, DatabaseTransaction, Link } from './tables.ts';
import type { NewSeat, RoomStore } from './types.ts';

/** Without the held game, which is large and seldom wanted. */
const SEAT_COLUMNS = [
  'seats.id',
  'seats.room_id',
  'seats.name',
  'seats.pace',
  'seats.kicked',
  'seats.joined_at',
  'seats.refused',
  'seats.last_refusal',
  'seats.taken_over',
] as const;

type SeatQueries = Pick<
  RoomStore,
  | 'addSeat'
  | 'seats'
  | 'ownerOf'
  | 'changeSeat'
  | 'removeSeat'
  | 'noteRefusal'
  | 'setMove'
  | 'takeOver'
  | 'setHeld'
  | 'held'
>;

const seatsOf = (database: Database, roomId: string) =>
  database.selectFrom('seats').select(SEAT_COLUMNS).where('room_id', '=', roomId);

const tokenOf = (database: Database, hash: string) =>
  database.selectFrom('tokens').selectAll().where('hash', '=', hash).executeTakeFirst();

async function insertSeat(transaction: DatabaseTransaction, seat: NewSeat): Promise<void> {
  await transaction.insertInto('seats').values(seatRow(seat)).execute();
  await transaction
    .insertInto('tokens')
    .values({ hash: seat.tokenHash, seat_id: seat.id, retired: 0 })
    .execute();
}

function addSeat(link: Link): SeatQueries['addSeat'] {
  return (seat, most) =>
    link.change(async (transaction) => {
      const room = await lockRoom(link, transaction, seat.roomId);
      if (room === undefined) return 'noRoom';
      // The connection may have been lost after this very call had been done.
      if ((await tokenOf(transaction, seat.tokenHash))?.seat_id === seat.id) return 'added';
      if (room.locked !== 0) return 'locked';
      const taken = await seatsOf(transaction, seat.roomId).execute();
      if (taken.length >= most) return 'full';
      if (taken.some(({ name }) => name === seat.name)) return 'nameTaken';
      await insertSeat(transaction, seat);
      await raiseVersion(transaction, seat.roomId);
      return 'added';
    });
}

function ownerOf(link: Link): SeatQueries['ownerOf'] {
  return (tokenHash) =>
    link.run(async (database) => {
      const seat = await database
        .selectFrom('tokens')
        .innerJoin('seats', 'seats.id', 'tokens.seat_id')
        .select([...SEAT_COLUMNS, 'tokens.retired'])
        .where('tokens.hash', '=', tokenHash)
        .executeTakeFirst();
      if (seat === undefined) return null;
      const room = await database
        .selectFrom('rooms')
        .selectAll()
        .where('id', '=', seat.room_id)
        .executeTakeFirst();
      if (room === undefined) return null;
      return { room: roomRecord(room), seat: seatRecord(seat), isRetired: seat.retired !== 0 };
    });
}

function changeSeat(link: Link): SeatQueries['changeSeat'] {
  return (roomId, seatId, change) =>
    link.change(async (transaction) => {
      if ((await lockRoom(link, transaction, roomId)) === undefined) return null;
      const columns = seatColumns(change);
      if (Object.keys(columns).length > 0) {
        await transaction
          .updateTable('seats')
          .set(columns)
          .where('room_id', '=', roomId)
          .where('id', '=', seatId)
          .execute();
      }
      const row = await seatsOf(transaction, roomId).where('id', '=', seatId).executeTakeFirst();
      if (row === undefined) return null;
      await raiseVersion(transaction, roomId);
      return seatRecord(row);
    });
}

function removeSeat(link: Link): SeatQueries['removeSeat'] {
  return (roomId, seatId) =>
    link.change(async (transaction) => {
      if ((await lockRoom(link, transaction, roomId)) === undefined) return false;
      const removed = await transaction
        .deleteFrom('seats')
        .where('room_id', '=', roomId)
        .where('id', '=', seatId)
        .returning('id')
        .execute();
      if (removed.length === 0) return false;
      await raiseVersion(transaction, roomId);
      return true;
    });
}

/** Gives the seat to the new token alone. */
async function moveSeat(transaction: DatabaseTransaction, seatId: string, tokenHash: string): Promise<void> {
  await transaction.updateTable('tokens').set({ retired: 1 }).where('seat_id', '=', seatId).execute();
  await transaction.insertInto('tokens').values({ hash: tokenHash, seat_id: seatId, retired: 0 }).execute();
  await transaction
    .updateTable('seats')
    .set((column) => ({ ...noMove, taken_over: column('taken_over', '+', 1) }))
    .where('id', '=', seatId)
    .execute();
}

function takeOver(link: Link): SeatQueries['takeOver'] {
  return (roomId, moveHash, tokenHash, now) =>
    link.change(async (transaction) => {
      if ((await lockRoom(link, transaction, roomId)) === undefined) return null;
      const seats = seatsOf(transaction, roomId);
      // The connection may have been lost after this very call had been done.
      const done = await tokenOf(transaction, tokenHash);
      if (done === undefined) {
        const moving = await seats
          .where('move_hash', '=', moveHash)
          .where('move_until', '>', toMoment(now))
          .executeTakeFirst();
        if (moving === undefined) return null;
        await moveSeat(transaction, moving.id, tokenHash);
        await raiseVersion(transaction, roomId);
        return seatRecord({ ...moving, taken_over: moving.taken_over + 1 });
      }
      const row = await seats.where('id', '=', done.seat_id).executeTakeFirst();
      return row === undefined ? null : seatRecord(row);
    });
}

function noteRefusal(link: Link): SeatQueries['noteRefusal'] {
  return (seatId, code) =>
    link.change(async (transaction) => {
      const seat = await transaction
        .selectFrom('seats')
        .select('room_id')
        .where('id', '=', seatId)
        .executeTakeFirst();
      if (seat === undefined) return;
      await lockRoom(link, transaction, seat.room_id);
      await transaction
        .updateTable('seats')
        .set((column) => ({ refused: column('refused', '+', 1), last_refusal: code }))
        .where('id', '=', seatId)
        .execute();
      await raiseVersion(transaction, seat.room_id);
    });
}

/** The small changes of one seat that nobody sees. An unknown seat is left alone. */
function smallChanges(link: Link): Pick<SeatQueries, 'setMove' | 'setHeld'> {
  return {
    setMove: (seatId, moveHash, until) =>
      link.run(async (database) => {
        await database
          .updateTable('seats')
          .set({ move_hash: moveHash, move_until: toMoment(until) })
          .where('id', '=', seatId)
          .execute();
      }),
    setHeld: (seatId, held) =>
      link.run(async (database) => {
        await database.updateTable('seats').set({ held }).where('id', '=', seatId).execute();
      }),
  };
}

export function seatQueries(link: Link): SeatQueries {
  return {
    addSeat: addSeat(link),
    seats: async (roomId) => {
      const rows = await link.run((database) =>
        seatsOf(database, roomId).orderBy('joined_at').orderBy('id').execute(),
      );
      return rows.map(seatRecord);
    },
    ownerOf: ownerOf(link),
    changeSeat: changeSeat(link),
    removeSeat: removeSeat(link),
    takeOver: takeOver(link),
    noteRefusal: noteRefusal(link),
    ...smallChanges(link),
    held: async (seatId) => {
      const row = await link.run((database) =>
        database.selectFrom('seats').select('held').where('id', '=', seatId).executeTakeFirst(),
      );
      return row?.held ?? null;
    },
  };
}
