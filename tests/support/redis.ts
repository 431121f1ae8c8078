/** A Redis of one's own on loopback, for tests of what happens when it is gone, hangs and comes back. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

/** Whether redis-server is on this machine; tests that need it are skipped without it. */
export const HAS_REDIS = spawnSync('redis-server', ['--version']).status === 0;

export interface OwnRedis {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it at once, as a machine that dies. */
  kill(): Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
}

/** A Redis that is not running yet, on a port that it keeps. */
export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'], cwd: '/tmp' });
      child = server;
      await new Promise<void>((resolve, reject) => {
        server.stdout.on('data', (text) => /Ready to accept/.test(String(text)) && resolve());
        server.on('exit', () => reject(new Error('redis-server ended')));
      });
    },
    async kill() {
      const server = child;
      child = null;
      if (server === null) return;
      const ended = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
