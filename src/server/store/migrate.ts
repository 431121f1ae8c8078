/** Brings the tables of a database to what this version of the program knows, forward only. */
import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import { MIGRATIONS } from './migrations/all.ts';
import type { Tables } from './tables.ts';

type Steps = Readonly<Record<string, Migration>>;

/** The database was written by a version of the program that came after this one. */
export class NewerDatabase extends Error {
  constructor(step: string) {
    super(
      `The class data were written by a newer version of Stormward (step "${step}"); please start that version, or name another place for the data.`,
    );
    this.name = 'NewerDatabase';
  }
}

async function refuseNewer(database: Kysely<Tables>, steps: Steps): Promise<void> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
  const rows = await (database as Kysely<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>)
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .execute();
  const unknown = rows.find(({ name }) => !(name in steps));
  if (unknown !== undefined) throw new NewerDatabase(unknown.name);
}

/**
 * Does the steps that are missing, all or none of them; of several processes that start at once, one does them.
 * `last` names the step to stop at, for tests of old data. Rejects with {@link NewerDatabase}, or what the database said.
 */
export async function migrate(
  database: Kysely<Tables>,
  { last, steps = MIGRATIONS }: { last?: string; steps?: Steps } = {},
): Promise<void> {
  await refuseNewer(database, steps);
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => steps } });
  const { error } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
  if (error !== undefined) throw error;
}
