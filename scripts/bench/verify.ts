/** What the class server re-simulates in a second, held against the bare engine on as many threads. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { levelHash } from '../../src/engine/levelHash.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { createVerifier } from '../../src/server/verify/pool.ts';
import type { Verifier } from '../../src/server/verify/types.ts';
import type { BareTask } from './verifyBare.ts';

export interface VerifyFigures {
  readonly threads: number;
  /** Ticks of the log that is played, and characters of its text. */
  readonly ticks: number;
  readonly characters: number;
  /** Logs a second by the clock, from the text to the verdict, on all threads. */
  readonly logsPerSecond: number;
  /** Logs a second of processor time, of all threads with the one that hands out the work; and of the bare engine. */
  readonly logsPerProcessorSecond: number;
  readonly barePerProcessorSecond: number;
  /** The first over the second of these: the share of a core that goes into the game itself. */
  readonly overBare: number;
}

const ROUNDS = 5;
/** Logs for each thread and round. */
const LOGS = 60;

interface Round {
  readonly perSecond: number;
  readonly perProcessorSecond: number;
}

/** Measures both in turn and takes the middle round of each. */
export async function measureVerify(
  level: Level,
  log: DecisionLog,
  threads: number = availableParallelism(),
): Promise<VerifyFigures> {
  const verifier = createVerifier({ threads });
  const bare = await startBare(threads);
  try {
    const text = JSON.stringify(log);
    const whole: Round[] = [];
    const engine: Round[] = [];
    await playAll(verifier, level, log, text, threads);
    await playBare(bare, level, log);
    for (let round = 0; round < ROUNDS; round += 1) {
      engine.push(await rateOf(threads, () => playBare(bare, level, log)));
      whole.push(await rateOf(threads, () => playAll(verifier, level, log, text, threads)));
    }
    const logsPerProcessorSecond = middle(whole.map((round) => round.perProcessorSecond));
    const barePerProcessorSecond = middle(engine.map((round) => round.perProcessorSecond));
    return {
      threads,
      ticks: log.endTick,
      characters: text.length,
      logsPerSecond: middle(whole.map((round) => round.perSecond)),
      logsPerProcessorSecond,
      barePerProcessorSecond,
      overBare: logsPerProcessorSecond / barePerProcessorSecond,
    };
  } finally {
    await Promise.all([verifier.close(), ...bare.map((worker) => worker.terminate())]);
  }
}

async function startBare(threads: number): Promise<readonly Worker[]> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./verifyBare.ts', import.meta.url)),
  );
  await Promise.all(workers.map((worker) => once(worker, 'online')));
  return workers;
}

async function playBare(workers: readonly Worker[], level: Level, log: DecisionLog): Promise<void> {
  const task: BareTask = { level, log, rounds: LOGS };
  await Promise.all(
    workers.map((worker) => {
      worker.postMessage(task);
      return once(worker, 'message');
    }),
  );
}

async function playAll(
  verifier: Verifier,
  level: Level,
  { mode, seed }: DecisionLog,
  text: string,
  threads: number,
): Promise<void> {
  const expected = { levelId: level.id, levelHash: levelHash(level), mode, seed };
  const verdicts = await Promise.all(
    Array.from({ length: LOGS * threads }, () => verifier.verify(text, expected)),
  );
  const refused = verdicts.find((verdict) => verdict === 'busy' || !verdict.ok);
  if (refused !== undefined) throw new Error(`the log of the bench is refused: ${JSON.stringify(refused)}`);
}

/** Processor time is that of the whole process, all of its threads: what else the machine does is not in it. */
async function rateOf(threads: number, work: () => Promise<void>): Promise<Round> {
  const used = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const logs = LOGS * threads;
  return { perSecond: logs / seconds, perProcessorSecond: logs / ((user + system) / 1e6) };
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
