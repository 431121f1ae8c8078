import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from '../../src/server/folderLock.ts';

const folder = mkdtempSync(join(tmpdir(), 'stormward-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Another process that takes the folder and keeps it. */
async function otherProcess() {
  const module = new URL('../../src/server/folderLock.ts', import.meta.url).href;
  const code = `import { lockFolder } from '${module}';
    process.send(lockFolder('${folder}') === null ? 'refused' : 'taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = await new Promise((resolve) => child.once('message', resolve));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    answer,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

test('a folder is one process’s alone, and a killed process leaves no lock behind', async () => {
  const first = await otherProcess();
  expect(first.answer).toBe('taken');
  const second = await otherProcess();
  expect(second.answer).toBe('refused');
  await second.kill();
  expect(lockFolder(folder)).toBeNull();
  await first.kill();
  const release = lockFolder(folder);
  expect(release).not.toBeNull();
  expect(lockFolder(folder)).toBeNull();
  release?.();
  lockFolder(folder)?.();
});

test('a folder that is not there, or is no folder, throws', () => {
  expect(() => lockFolder(join(folder, 'nowhere'))).toThrow();
});
