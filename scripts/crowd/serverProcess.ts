/** Class servers as processes of their own, started as `npm start` starts them, for what is done to them from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
const READY = /http:\/\/127\.0\.0\.1:(\d+)\//;
const PATIENCE_MILLISECONDS = 60_000;

export interface ServerProcess {
  readonly port: number;
  /** `http://127.0.0.1:<port>/` */
  readonly address: string;
  readonly pid: number;
  /** True until the process has ended. */
  isRunning(): boolean;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Asks it to end; resolves to its exit code. */
  stop(): Promise<number>;
}

/**
 * Starts a class server on loopback and resolves when it has said its address.
 *
 * @param env variables of docs/hosting.md; HOST is 127.0.0.1, and PORT any free one unless it is given
 * @throws Error with what the process said when it ends before it listens
 */
export async function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A script that ends by an error leaves no server behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const port = await readPort(child);
  const gone = once(child, 'exit');
  return {
    port,
    address: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return code ?? 1;
    },
  };
}

async function readPort(child: ChildProcess): Promise<number> {
  let said = '';
  return new Promise((resolve, reject) => {
    const give = (outcome: () => void) => {
      clearTimeout(timer);
      outcome();
    };
    const fail = () => give(() => reject(new Error(`The class server did not start: ${said.trim()}`)));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail();
    }, PATIENCE_MILLISECONDS);
    child.once('exit', fail);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said = `${said}${text}`.slice(-4000);
        const port = READY.exec(said)?.[1];
        if (port !== undefined) {
          child.off('exit', fail);
          give(() => resolve(Number(port)));
        }
      });
  });
}
