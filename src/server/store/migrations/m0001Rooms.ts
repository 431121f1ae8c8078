/** Rooms, the seats in them, and the tokens that speak for a seat. */
import type { Kysely } from 'kysely';

async function addRooms(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('rooms')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('teacher_hash', 'text', (column) => column.notNull().unique())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('level_id', 'text', (column) => column.notNull())
    .addColumn('level_hash', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('seed', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addColumn('hints', 'integer', (column) => column.notNull())
    .addColumn('pace', 'double precision', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('locked', 'integer', (column) => column.notNull())
    .addColumn('hide_names', 'integer', (column) => column.notNull())
    .addColumn('keep_days', 'integer', (column) => column.notNull())
    .addColumn('lan', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('rooms_expires_at').on('rooms').column('expires_at').execute();
}

async function addSeats(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('seats')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('pace', 'double precision', (column) => column.notNull())
    .addColumn('kicked', 'integer', (column) => column.notNull())
    .addColumn('joined_at', 'text', (column) => column.notNull())
    .addColumn('refused', 'integer', (column) => column.notNull())
    .addColumn('last_refusal', 'text')
    .addUniqueConstraint('seats_room_name', ['room_id', 'name'])
    .execute();
  await database.schema
    .createTable('tokens')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('seat_id', 'text', (column) => column.notNull().references('seats.id').onDelete('cascade'))
    .addColumn('retired', 'integer', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('tokens_seat').on('tokens').column('seat_id').execute();
}

export async function up(database: Kysely<unknown>): Promise<void> {
  await addRooms(database);
  await addSeats(database);
  await database.schema
    .createTable('probes')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
