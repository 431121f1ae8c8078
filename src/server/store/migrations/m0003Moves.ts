/** What a second device needs in order to take a seat over: a code that is used once, and the game that has not ended. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const name of ['move_hash', 'move_until', 'held']) {
    await database.schema.alterTable('seats').addColumn(name, 'text').execute();
  }
  await database.schema
    .alterTable('seats')
    .addColumn('taken_over', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
