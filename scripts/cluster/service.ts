/** A database server of our own for tests: on loopback, in a folder that goes with it, ended even when the tests die. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Service {
  readonly url: string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
  /** Ends it and its children at once, as a crash does. The data stay. */
  kill9(): Promise<void>;
  /** Starts it again on the same port and data, after an orderly end when it still runs. Resolves when it answers. */
  restart(): Promise<void>;
}

export interface ServiceOrder {
  readonly url: string;
  /** Absolute path of everything that it writes. */
  readonly folder: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The account to run under, where we are root; otherwise our own. */
  readonly account: string | null;
  /** Ends it in good order. */
  readonly stopSignal: NodeJS.Signals;
  /** Ends it soon, when its data are not wanted any more. */
  readonly leaveSignal: NodeJS.Signals;
  /** Resolves when it answers, rejects while it does not. */
  readonly ask: () => Promise<void>;
}

/** Milliseconds within which a server must answer; recovery after a crash takes its time on a slow disk. */
const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 20_000;

/** A port of loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const isRoot = () => process.getuid?.() === 0;

/** The command as that account. Linux ends it when the process that started it dies, however that dies. */
export function commandAs(
  account: string | null,
  program: string,
  args: readonly string[],
  deathSignal: NodeJS.Signals = 'SIGKILL',
): string[] {
  const change =
    account !== null && isRoot() ? [`--reuid=${account}`, `--regid=${account}`, '--init-groups'] : [];
  return ['setpriv', ...change, '--pdeathsig', deathSignal.slice(3), program, ...args];
}

/** Whether there is `setpriv`, which Linux has and others have not. */
export const hasSetpriv = (): boolean => spawnSync('setpriv', ['--version']).status === 0;

/** Process ids of the children of a process. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

/** Whether a process runs; one that has ended and that nobody has asked about does not. */
function runs(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Ends the process and its children at once; resolves when none of them runs. */
async function crash(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  // Halted first, so that it makes no more children meanwhile.
  signal(child.pid, 'SIGSTOP');
  const pids = [child.pid, ...childrenOf(child.pid)];
  for (const pid of pids) signal(pid, 'SIGKILL');
  while (pids.some(runs)) await pause(10);
  await ended(child);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}

async function answering(order: ServiceOrder, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + START_TIMEOUT;
  for (;;) {
    try {
      return await order.ask();
    } catch (error) {
      if (hasEnded(child) || Date.now() > until) throw new Error(`${order.program}: ${error}\n${said()}`);
      await pause(50);
    }
  }
}

async function start(order: ServiceOrder): Promise<ChildProcess> {
  const [command, ...args] = commandAs(order.account, order.program, order.args, order.leaveSignal) as [
    string,
    ...string[],
  ];
  // A group of its own, so that Ctrl+C reaches us first.
  const child = spawn(command, args, {
    cwd: order.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
  }
  child.on('error', (error) => {
    said += error.message;
  });
  try {
    await answering(order, child, () => said);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return child;
}

/** Starts the server; resolves when it answers. */
export async function startService(order: ServiceOrder): Promise<Service> {
  let child = await start(order);
  const finish = async (signal: NodeJS.Signals) => {
    if (!hasEnded(child)) child.kill(signal);
    const timer = setTimeout(() => void crash(child), STOP_TIMEOUT);
    await ended(child);
    clearTimeout(timer);
  };
  const remove = () => rmSync(order.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const leave = () => {
    child.kill(order.leaveSignal);
    // Nothing can be awaited any more, and it still writes.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    remove();
  };
  process.once('exit', leave);
  return {
    url: order.url,
    stop: async () => {
      await finish(order.leaveSignal);
      process.off('exit', leave);
      remove();
    },
    kill9: () => crash(child),
    restart: async () => {
      await finish(order.stopSignal);
      child = await start(order);
    },
  };
}
