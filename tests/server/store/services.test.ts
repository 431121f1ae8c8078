import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { missingPostgres, startPostgres } from '../../../scripts/cluster/postgres.ts';
import { missingRedis, startRedis } from '../../../scripts/cluster/redis.ts';

/** Whether anybody listens at the address. */
async function isThere(url: string): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const KINDS = [
  { name: 'Redis', missing: missingRedis(), start: startRedis, call: 'redis.ts', verb: 'startRedis' },
  {
    ...{ name: 'PostgreSQL', missing: missingPostgres(), start: startPostgres },
    ...{ call: 'postgres.ts', verb: 'startPostgres' },
  },
];

describe.each(KINDS)('an own $name', ({ missing, start, call, verb }) => {
  test.skipIf(missing !== null)('is there, gone and there again as it is told', async () => {
    const service = await start();
    expect(await isThere(service.url)).toBe(true);
    await service.kill9();
    expect(await isThere(service.url)).toBe(false);
    await service.restart();
    expect(await isThere(service.url)).toBe(true);
    await service.restart();
    expect(await isThere(service.url)).toBe(true);
    await service.stop();
    expect(await isThere(service.url)).toBe(false);
  });

  test.skipIf(missing !== null)(
    'ends with the process that started it, even when that is killed',
    async () => {
      const module = new URL(`../../../scripts/cluster/${call}`, import.meta.url);
      const code = `const { ${verb} } = await import('${module}'); console.log((await ${verb}()).url);`;
      // It cannot clear up after itself, so it writes where we do. The account of the service must come in.
      const folder = mkdtempSync(join(tmpdir(), 'stormward-services-'));
      chmodSync(folder, 0o755);
      onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
      const env = { ...process.env, TMPDIR: folder };
      const args = ['--input-type=module', '-e', code];
      const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
      const [url] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
      expect(await isThere(url)).toBe(true);
      parent.kill('SIGKILL');
      await expect.poll(() => isThere(url), { timeout: 20_000 }).toBe(false);
    },
  );
});
