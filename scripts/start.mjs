/** `npm start`: set-up, build and server in one go. Runs on the machine's own Node. */
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { prepare, ROOT, runPlainly } from './setup.mjs';

/** Starts the server as a child and hands signals on; resolves to its exit code. */
function serve(node) {
  return new Promise((resolve) => {
    const server = spawn(node, [`${ROOT}/src/server/main.ts`], { cwd: ROOT, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
    server.on('exit', (code) => resolve(code ?? 1));
  });
}

await runPlainly(async () => {
  const node = await prepare();
  await build(node);
  return serve(node);
});
