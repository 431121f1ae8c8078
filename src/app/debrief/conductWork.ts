/** The estimator as the worker that conducts it sees it: the virtual patients are with other workers, behind ports. */
import { type Remote, releaseProxy, wrap } from 'comlink';
import { type OpenDebrief, openDebrief } from '../../analysis/debrief/debrief.ts';
import type { EstimatedFuture } from '../../analysis/debrief/future.ts';
import type { DebriefAnswer, DebriefTask, PlayedLog } from '../../analysis/debrief/tasks.ts';
import type { Debrief, DebriefOptions, DebriefPool, DebriefProgress } from '../../analysis/debrief/types.ts';
import type { Level, TimedCommand } from '../../engine/types.ts';

export interface ConductWork {
  /** Takes a game that replayed onto the board, in the place of the one before. */
  openDebrief(level: Level, log: PlayedLog, options: DebriefOptions, ports: readonly MessagePort[]): void;
  /** Draws the patients ahead of everything else. */
  draw(): Promise<void>;
  makeMarks(onProgress: (progress: DebriefProgress) => void): Promise<Debrief>;
  /**
   * Patients like the real one at a tick, along commands from the start of the level.
   *
   * @param quantity index into QUANTITIES
   */
  future(tick: number, commands: readonly TimedCommand[], quantity: number): Promise<EstimatedFuture>;
}

/** What a worker that holds patients answers. */
interface Answering {
  answer(task: DebriefTask): DebriefAnswer;
}

export function createConductWork(): ConductWork {
  let board: OpenDebrief | null = null;
  const opened = (): OpenDebrief => {
    if (!board) throw new Error('No game is on the board.');
    return board;
  };
  return {
    openDebrief(level, log, options, ports) {
      board = openDebrief(level, log, options, poolBehind(ports));
    },
    async draw() {
      await opened().draw();
    },
    async makeMarks(onProgress) {
      try {
        return await opened().make(onProgress);
      } finally {
        (onProgress as Partial<Remote<() => void>>)[releaseProxy]?.();
      }
    },
    future: (tick, commands, quantity) => opened().future(tick, commands, quantity),
  };
}

function poolBehind(ports: readonly MessagePort[]): DebriefPool {
  const workers = ports.map((port) => wrap<Answering>(port));
  return {
    size: workers.length,
    async ask(worker, task) {
      const behind = workers[worker];
      if (!behind) throw new RangeError(`The pool has no worker ${worker}.`);
      return behind.answer(task as DebriefTask);
    },
  };
}
