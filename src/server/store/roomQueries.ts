/** What the server asks about rooms. */
import { roomColumns, roomRecord, roomRow, toMoment } from './rows.ts';
import type { DatabaseTransaction, Link } from './tables.ts';
import type { RoomStore } from './types.ts';

/** Keeps everybody else from changing the room until the transaction ends. Undefined when there is none. */
export function lockRoom(link: Link, transaction: DatabaseTransaction, id: string) {
  return transaction
    .selectFrom('rooms')
    .select(['id', 'locked'])
    .where('id', '=', id)
    .$if(link.hasRowLocks, (query) => query.forUpdate())
    .executeTakeFirst();
}

export async function raiseVersion(transaction: DatabaseTransaction, id: string): Promise<void> {
  await transaction
    .updateTable('rooms')
    .set((column) => ({ version: column('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

type RoomQueries = Pick<
  RoomStore,
  | 'addRoom'
  | 'roomByCode'
  | 'roomByTeacher'
  | 'changeRoom'
  | 'removeRoom'
  | 'removeExpired'
  | 'closeDue'
  | 'versions'
  | 'countRooms'
>;

async function roomBy(link: Link, column: 'code' | 'teacher_hash', value: string) {
  const row = await link.run((database) =>
    database.selectFrom('rooms').selectAll().where(column, '=', value).executeTakeFirst(),
  );
  return row === undefined ? null : roomRecord(row);
}

function addRoom(link: Link): RoomQueries['addRoom'] {
  return (room) =>
    link.change(async (transaction) => {
      await transaction
        .insertInto('rooms')
        .values(roomRow(room))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await transaction
        .selectFrom('rooms')
        .select('id')
        .where('code', '=', room.code)
        .executeTakeFirst();
      return row?.id === room.id;
    });
}

function closeDue(link: Link): RoomQueries['closeDue'] {
  return (now) =>
    link.run(async (database) => {
      const rows = await database
        .updateTable('rooms')
        .set((column) => ({
          state: 'closed',
          closed_at: column.ref('until'),
          version: column('version', '+', 1),
        }))
        .where('kind', '=', 'until')
        .where('state', '<>', 'closed')
        .where('until', '<=', toMoment(now))
        .returning('id')
        .execute();
      return rows.map(({ id }) => id);
    });
}

function countRooms(link: Link): RoomQueries['countRooms'] {
  return () =>
    link.run(async (database) => {
      const row = await database
        .selectFrom('rooms')
        .select((column) => [column.fn.countAll().as('rooms'), column.fn.sum('lan').as('lan')])
        .executeTakeFirstOrThrow();
      return { rooms: Number(row.rooms), lan: Number(row.lan) };
    });
}

function versions(link: Link): RoomQueries['versions'] {
  return async (ids) => {
    if (ids.length === 0) return new Map();
    const rows = await link.run((database) =>
      database.selectFrom('rooms').select(['id', 'version']).where('id', 'in', ids).execute(),
    );
    return new Map(rows.map(({ id, version }) => [id, Number(version)]));
  };
}

export function roomQueries(link: Link): RoomQueries {
  return {
    addRoom: addRoom(link),
    roomByCode: (code) => roomBy(link, 'code', code),
    roomByTeacher: (teacherHash) => roomBy(link, 'teacher_hash', teacherHash),
    changeRoom: async (id, change) => {
      const row = await link.run((database) =>
        database
          .updateTable('rooms')
          .set((column) => ({ ...roomColumns(change), version: column('version', '+', 1) }))
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst(),
      );
      return row === undefined ? null : roomRecord(row);
    },
    removeRoom: async (id) => {
      const removed = await link.run((database) =>
        database.deleteFrom('rooms').where('id', '=', id).returning('id').execute(),
      );
      return removed.length > 0;
    },
    removeExpired: async (now) => {
      const removed = await link.run((database) =>
        database.deleteFrom('rooms').where('expires_at', '<=', toMoment(now)).returning('id').execute(),
      );
      return removed.map(({ id }) => id);
    },
    closeDue: closeDue(link),
    versions: versions(link),
    countRooms: countRooms(link),
  };
}
