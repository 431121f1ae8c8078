/** Debian's Python with libSBML and SciPy, for the tests that hold the export against other people's tools. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installWithApt } from './apt.ts';

const PYTHON = '/usr/bin/python3';
const PACKAGES = ['python3-sbml5', 'python3-scipy', 'gcc', 'libc6-dev'];
const FOLDER = fileURLToPath(new URL('../sbml/', import.meta.url));
const TIMEOUT = 240_000;

/** What the tests with libSBML and SciPy lack on this machine, in one sentence; null when they can run. */
export function missingPython(): string | null {
  const python = spawnSync(PYTHON, ['-c', 'import libsbml, scipy.integrate, numpy'], { encoding: 'utf8' });
  const compiler = spawnSync('cc', ['--version'], { encoding: 'utf8' });
  if (python.status === 0 && compiler.status === 0) return null;
  const reason =
    python.status === 0 ? 'no C compiler' : (python.stderr?.trim().split('\n').at(-1) ?? 'no Python');
  return `libSBML's check and the independent solver cannot run here (${reason}); on Debian: apt-get install ${PACKAGES.join(' ')}`;
}

/** True where Debian's Python itself is there: enough for scripts of its standard library. */
export function hasPython(): boolean {
  return spawnSync(PYTHON, ['--version']).status === 0;
}

/** As root on Debian: brings what is missing. Slow, so only the full test run calls it. */
export function installPython(say: (line: string) => void): void {
  if (missingPython() !== null) installWithApt(PACKAGES, say);
}

/** Runs a script of tests/sbml and reads the JSON that it prints. Throws with what it said when it fails. */
export function runPython<T>(script: string, ...args: readonly string[]): T {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-B', `${FOLDER}${script}`, ...args], {
    encoding: 'utf8',
    timeout: TIMEOUT,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
