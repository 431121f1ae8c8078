/** Several class servers over one PostgreSQL and one Redis, behind a proxy without memory: all real, all on loopback. */
import { startPostgres } from '../cluster/postgres.ts';
import { startRedis } from '../cluster/redis.ts';
import { startBalancer } from './balancer.ts';
import { type ServerProcess, startServerProcess } from './serverProcess.ts';

export interface Cluster {
  /** Of the proxy. */
  readonly address: string;
  readonly processes: number;
  /** Of one process itself, past the proxy. */
  addressOf(index: number): string;
  /** Ends one process as a power cut does, and starts another in its place. */
  killOne(index: number): Promise<void>;
  /** Asks one process to end; resolves to its exit code. Another one then stands in its place. */
  replaceOne(index: number): Promise<number>;
  restartDatabase(): Promise<void>;
  /** Ends the database at once, does something, and starts it again. */
  withoutDatabase(work: () => Promise<void>): Promise<void>;
  /** Redis is gone for so long, and comes back empty. */
  withoutRedis(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startCluster(processes: number): Promise<Cluster> {
  const postgres = await startPostgres();
  const redis = await startRedis();
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, VERIFY_THREADS: '1' };
  const balancer = await startBalancer();
  const servers: ServerProcess[] = [];
  for (let index = 0; index < processes; index += 1) servers.push(await startServerProcess(env));
  const share = () =>
    balancer.setPorts(servers.filter((server) => server.isRunning()).map(({ port }) => port));
  share();
  return {
    address: balancer.address,
    processes,
    addressOf: (index) => servers[index]?.address ?? '',
    async killOne(index) {
      await servers[index]?.kill();
      share();
      servers[index] = await startServerProcess(env);
      share();
    },
    async replaceOne(index) {
      const leaving = servers[index];
      balancer.setPorts(servers.filter((server) => server !== leaving).map(({ port }) => port));
      const code = (await leaving?.stop()) ?? 1;
      servers[index] = await startServerProcess(env);
      share();
      return code;
    },
    restartDatabase: () => postgres.restart(),
    async withoutDatabase(work) {
      await postgres.kill9();
      try {
        await work();
      } finally {
        await postgres.restart();
      }
    },
    async withoutRedis(milliseconds) {
      await redis.kill9();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await redis.restart();
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await balancer.close();
      await redis.stop();
      await postgres.stop();
    },
  };
}
