/** Verifies the games of a class and makes its map in a few workers. The page believes neither files nor the server. */
import type { ClassMap } from '../../classroom/types.ts';
import type { Level } from '../../engine/types.ts';
import type { ZipReading } from './unzipLogs.ts';
import { type StartVerifyThread, startVerifyThread, type VerifyThread } from './verifyThread.ts';
import type { GameVerdict, GivenGame, MapTask, VerifyWork } from './verifyWork.ts';

/** More would share the same memory and gain little. */
const MOST_THREADS = 4;

export interface VerifyPool {
  /** Never rejects: a worker that fails refuses the game it was at. */
  verify(game: GivenGame): Promise<GameVerdict>;
  /** Rejects when the worker fails. */
  map(task: MapTask): Promise<ClassMap>;
  unzip(bytes: Uint8Array): Promise<ZipReading>;
  /** Ends the workers; new ones start when something is asked again. */
  rest(): void;
}

export interface VerifyPoolOptions {
  /** Processors of the machine; one of them is left to the page. */
  readonly processors?: number;
  readonly start?: StartVerifyThread;
}

/** Workers start when they are needed, and are taken again for what comes next. */
export function createVerifyPool(
  levels: readonly Level[],
  { processors = navigator.hardwareConcurrency || 2, start = startVerifyThread }: VerifyPoolOptions = {},
): VerifyPool {
  const most = Math.max(1, Math.min(processors - 1, MOST_THREADS));
  const idle: VerifyThread[] = [];
  const waiting: (() => void)[] = [];
  let working = 0;
  const borrowed = async <T>(work: (thread: VerifyThread) => Promise<T>): Promise<T> => {
    if (working >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    const thread = idle.pop() ?? start(levels);
    try {
      const done = await work(thread);
      idle.push(thread);
      return done;
    } catch (error) {
      // It may be in any state: another one takes its place.
      thread.end();
      throw error;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
  const ask = <Name extends keyof VerifyWork>(name: Name, given: Parameters<VerifyWork[Name]>[0]) =>
    borrowed((thread) => thread.ask(name, given));
  return {
    verify: (game) => ask('verify', game).catch(failed),
    map: (task) => ask('map', task),
    unzip: (bytes) => ask('unzip', bytes),
    rest() {
      for (const thread of idle.splice(0)) thread.end();
    },
  };
}

function failed(error: unknown): GameVerdict {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, reason: 'class', code: 'failed', values: { message } };
}

/**
 * Verifies games in workers that end with it. The verdicts are in the order of the games.
 *
 * @param onDone called after each with how many are done
 */
export async function verifyInWorkers(
  levels: readonly Level[],
  games: readonly GivenGame[],
  onDone: (done: number) => void = () => undefined,
  options: VerifyPoolOptions = {},
): Promise<readonly GameVerdict[]> {
  const pool = createVerifyPool(levels, options);
  let done = 0;
  try {
    return await Promise.all(
      games.map(async (game) => {
        const verdict = await pool.verify(game);
        done += 1;
        onDone(done);
        return verdict;
      }),
    );
  } finally {
    pool.rest();
  }
}

/** The map of games that were verified, made in a worker that ends with it. Rejects when the worker fails. */
export async function mapInWorker(
  levels: readonly Level[],
  task: MapTask,
  options: VerifyPoolOptions = {},
): Promise<ClassMap> {
  const pool = createVerifyPool(levels, options);
  try {
    return await pool.map(task);
  } finally {
    pool.rest();
  }
}
