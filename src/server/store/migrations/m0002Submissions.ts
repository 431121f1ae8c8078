/** Verified games. The log stands last, so that lists of results need not read it. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('submissions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('room_id', 'text', (column) => column.notNull().references('rooms.id').onDelete('cascade'))
    .addColumn('seat_id', 'text', (column) => column.notNull().references('seats.id').onDelete('cascade'))
    .addColumn('log_hash', 'text', (column) => column.notNull())
    .addColumn('commands_hash', 'text', (column) => column.notNull())
    .addColumn('command_count', 'integer', (column) => column.notNull())
    .addColumn('score', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('end_tick', 'integer', (column) => column.notNull())
    .addColumn('pauses', 'integer', (column) => column.notNull())
    .addColumn('paused_seconds', 'double precision', (column) => column.notNull())
    .addColumn('late', 'integer', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('log', 'text', (column) => column.notNull())
    .addUniqueConstraint('submissions_seat_log', ['seat_id', 'log_hash'])
    .execute();
  await database.schema.createIndex('submissions_room').on('submissions').column('room_id').execute();
}
