/** Node's own SQLite under Kysely: one file, every commit durable. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';

/** Milliseconds to wait for another process, within which nothing else is done; tries with pauses follow. */
const BUSY_TIMEOUT = 200;
/** Prepared statements to keep. The store has some forty; longer lists in one make others. */
const MOST_STATEMENTS = 100;

const PRAGMAS = [
  `busy_timeout = ${BUSY_TIMEOUT}`,
  'journal_mode = WAL',
  // With less, a commit of the last moments is lost with the power.
  'synchronous = FULL',
  // Only macOS needs and knows these: its fsync leaves data in the drive.
  'fullfsync = ON',
  'checkpoint_fullfsync = ON',
  'foreign_keys = ON',
  // What a room held is gone with it, and not only out of sight.
  'secure_delete = ON',
  // After a peak, the log beside the database shrinks again.
  'journal_size_limit = 16777216',
];

/** Opens the file, which is made when it is not there. Throws what SQLite says. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function kyselyStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = kyselyStatement(database.prepare(sql));
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
    close() {
      statements.clear();
      try {
        // Everything into the one file, so that a copy of it is whole.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // On a full disk it stays in the log beside the file, and nothing is lost.
      }
      database.close();
    },
  };
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: kyselyDatabase(database) });
    this.#database = database;
  }

  /** Takes the right to write at once: one that is asked for after a read can only fail. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk has SQLite roll back by itself. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** Kysely takes SQLite's changes of tables for final, which they are not: a migration is done whole or not at all. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createDriver: () => new NodeSqliteDriver(database),
    createAdapter: () => new NodeSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  };
}
