/** An own Redis for tests, from Debian's binary. Nothing is kept on disk: the server needs nothing of it after a restart. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, hasSetpriv, type Service, startService } from './service.ts';

/** What an own Redis lacks on this machine, in one sentence; null when it can be started. */
export function missingRedis(): string | null {
  if (hasSetpriv() && spawnSync('redis-server', ['--version']).status === 0) return null;
  return 'Redis cannot be started here; on Debian: apt-get install redis-server';
}

function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.setTimeout(2_000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (answer.toString().startsWith('+PONG')) resolve();
      else reject(new Error(answer.toString()));
    });
  });
}

/** Starts it on loopback, without a password. Throws when {@link missingRedis} says something. */
export async function startRedis(): Promise<Service> {
  const missing = missingRedis();
  if (missing !== null) throw new Error(missing);
  const folder = mkdtempSync(join(tmpdir(), 'stormward-redis-'));
  const port = await freePort();
  try {
    return await startService({
      url: `redis://127.0.0.1:${port}`,
      folder,
      program: 'redis-server',
      args: ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
      account: null,
      stopSignal: 'SIGTERM',
      leaveSignal: 'SIGKILL',
      ask: () => ask(port),
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
