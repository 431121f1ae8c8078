/** `npm test`: set-up, then every check and test. Runs on the machine's own Node. */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { prepare, ROOT, runPlainly } from './setup.mjs';

function runChecks(node) {
  return new Promise((resolve) => {
    const path = `${ROOT}/node_modules/.bin${delimiter}${process.env.PATH}`;
    const env = { ...process.env, PATH: path };
    const checks = spawn(node, [`${ROOT}/scripts/check.ts`], { cwd: ROOT, env, stdio: 'inherit' });
    checks.on('exit', (code) => resolve(code ?? 1));
  });
}

await runPlainly(async () => runChecks(await prepare()));
