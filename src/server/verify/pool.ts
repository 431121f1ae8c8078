/** Worker threads that re-simulate logs. A text that hangs or breaks a thread ends that thread and nothing else. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { LIMITS } from '../../schema/limits.ts';
import { refuse } from '../../schema/problem.ts';
import type { Verdict, Verifier } from './types.ts';
import type { VerifyTask } from './verifyLog.ts';

export interface VerifierOptions {
  /** One core is left to the thread that serves. */
  readonly threads?: number;
  /** Logs that may wait. */
  readonly queue?: number;
  /** Characters of all the logs that may wait. */
  readonly queueCharacters?: number;
  /** Seconds that one log may take, from when a thread takes it up. */
  readonly seconds?: number;
  /** Heap of one thread. */
  readonly megabytes?: number;
  /** The module that the threads run, which exports `verifyLog`; tests bring ones that hang. */
  readonly module?: URL;
}

/**
 * A tick takes some 3.5 µs of the core it was measured on, so the longest play that a level may
 * have, 60 days, a tenth of a second. The rest is for a slow machine that does something else.
 */
const SECONDS = 15;
const MEGABYTES = 256;
/** A thousand students who end at once, and as many again. */
const QUEUE = 2_000;
const QUEUE_CHARACTERS = 64 * 1024 * 1024;
/** A laptop that slept, or a machine short of memory, breaks a thread through no fault of the log: it gets another one. */
const ATTEMPTS = 2;

interface Waiting {
  readonly task: VerifyTask;
  readonly answer: (verdict: Verdict | 'busy') => void;
}

/** Starts the threads at once, so that the first log does not wait for them. */
export function createVerifier(options: VerifierOptions = {}): Verifier {
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1);
  const { queue: most = QUEUE, queueCharacters: mostCharacters = QUEUE_CHARACTERS } = options;
  const play = createPlayer(threads, options);
  const queue: Waiting[] = [];
  let characters = 0;
  let playing = 0;
  let closed = false;

  // The queue stands here and not in the pool, so that a log's seconds begin when its turn comes.
  const next = (): void => {
    const first = playing < threads ? queue.shift() : undefined;
    if (first === undefined) return;
    characters -= first.task.text.length;
    playing += 1;
    void play.run(first.task).then((verdict) => {
      playing -= 1;
      first.answer(verdict);
      next();
    });
  };

  return {
    async verify(text, expected) {
      if (text.length > LIMITS.logCharacters) return tooLarge();
      const full = queue.length >= most || characters + text.length > mostCharacters;
      if (closed || full) return 'busy';
      return new Promise<Verdict | 'busy'>((answer) => {
        queue.push({ task: { text, expected }, answer });
        characters += text.length;
        next();
      });
    },
    waiting: () => queue.length + playing,
    async close() {
      closed = true;
      for (const { answer } of queue.splice(0)) answer('busy');
      await play.end();
    },
  };
}

function tooLarge(): Verdict {
  const { problem } = refuse('tooLarge', '', { maximum: LIMITS.logCharacters / 1024 });
  return { ok: false, code: 'form', problem };
}

/** Plays one log in a free thread, against the clock. */
function createPlayer(threads: number, options: VerifierOptions) {
  const { seconds = SECONDS, megabytes = MEGABYTES } = options;
  const pool = new Piscina<VerifyTask, Verdict>({
    filename: fileURLToPath(options.module ?? new URL('./verifyLog.ts', import.meta.url)),
    name: 'verifyLog',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: megabytes / 8 },
  });
  // A thread that breaks while it plays rejects its task; of one that breaks otherwise there is nothing to say.
  pool.on('error', () => {});
  let ended = false;

  const attempt = async (task: VerifyTask): Promise<Verdict | null> => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), seconds * 1000);
    try {
      return await pool.run(task, { signal: limit.signal });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    async run(task: VerifyTask): Promise<Verdict | 'busy'> {
      for (let tries = 0; tries < ATTEMPTS; tries += 1) {
        const verdict = await attempt(task);
        if (verdict !== null) return verdict;
        if (ended) return 'busy';
      }
      return { ok: false, code: 'tooSlow' };
    },
    async end(): Promise<void> {
      ended = true;
      await pool.destroy();
    },
  };
}
