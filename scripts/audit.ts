/**
 * `npm run audit`: known advisories against what is shipped, as npm's registry tells them. Fails when there is one,
 * and says SKIPPED with the reason where the registry gives no answer: a mirror of a company often has none.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readAudit } from './auditAnswer.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WITHIN = 60_000;

/** npm ends with 1 for a finding and for a failure alike: what it printed says which. */
function askNpm(): Promise<{ readonly out: string; readonly error: string }> {
  const args = ['audit', '--omit=dev', '--json'];
  // npm says where it is; started without it, the one of the path is asked.
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /\.[cm]?js$/.test(npm);
  const [file, given] = isScript ? [process.execPath, [npm, ...args]] : ['npm', args];
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && !isScript;
    const options = { cwd: ROOT, timeout: WITHIN, shell, maxBuffer: 2 ** 26 };
    execFile(file, given, options, (_failure, out, error) => resolve({ out, error }));
  });
}

const { out, error } = await askNpm();
const result = readAudit(out, error);
for (const line of result.lines) console.log(line);
if (result.kind === 'findings') process.exitCode = 1;
