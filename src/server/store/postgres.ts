/** PostgreSQL under Kysely: a small pool of connections, each replaced when it breaks. */
import { Socket } from 'node:net';
import { type Dialect, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

/** Connections of one process; a transaction of the class holds one for some milliseconds. */
export const MOST_CONNECTIONS = 10;
/** Milliseconds until a database that does not let anybody in counts as unreachable. */
const CONNECT_TIMEOUT = 3_000;
/** Milliseconds after which an unused connection is given back; below the silence that counts as a broken one. */
const IDLE_TIMEOUT = 10_000;
const SILENCE_TIMEOUT = 15_000;

/** What a connection is told before anything else. As a query, for proxies such as PgBouncer refuse it at the door. */
const SETTINGS = {
  // Whatever the database is set to: what is acknowledged is on its disk.
  synchronous_commit: 'on',
  default_transaction_isolation: 'read committed',
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '10s',
};
/** A change of large tables may take its time. */
const PATIENT_SETTINGS = { ...SETTINGS, statement_timeout: '0', lock_timeout: '60s' };

/** A network that swallows everything would hold a connection for a quarter of an hour. */
function impatientSocket(): Socket {
  const socket = new Socket();
  return socket.setTimeout(SILENCE_TIMEOUT, () =>
    socket.destroy(new Error('Connection terminated: silence')),
  );
}

/**
 * The dialect for `postgres://user:password@host:port/database`. `isPatient`: for changes of the tables.
 * The pool is ended with the Kysely that it serves.
 */
export function postgresDialect(databaseUrl: string, isPatient: boolean): Dialect {
  const settings = Object.entries(isPatient ? PATIENT_SETTINGS : SETTINGS);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: isPatient ? 1 : MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: IDLE_TIMEOUT,
    keepAlive: true,
    application_name: 'stormward',
    ...(!isPatient && { stream: impatientSocket }),
    onConnect: async (client) => {
      const calls = settings.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, false)`);
      await client.query(`select ${calls.join(', ')}`, settings.flat());
    },
  });
  // A connection that breaks while nobody waits for it is replaced at the next query; unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}
