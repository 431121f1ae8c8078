/** A debrief whose threads are this one: the real work, asked for and answered as by a worker. */
import { expose } from 'comlink';
import { onTestFinished } from 'vitest';
import type { DebriefTask } from '../../../src/analysis/debrief/tasks.ts';
import { createDebriefWork, type DebriefWork } from '../../../src/app/debrief/debriefWork.ts';
import { createDebrief } from '../../../src/app/debrief/session.ts';
import { createDebriefStore } from '../../../src/app/debrief/store.ts';
import { threadAt, type WatchedThread } from '../../../src/app/debrief/threads.ts';
import type { DebriefState } from '../../../src/app/debrief/types.ts';
import { createBatchProgram } from '../../../src/cli/batchProgram.ts';
import type { DecisionLog, Level } from '../../../src/engine/types.ts';
import { SHORT_LEVEL } from '../fixtures.ts';
import { createTestSession } from '../sessionSupport.ts';

/** What was asked of all threads, in order, and how many are alive. */
export interface Asked {
  readonly names: string[];
  alive: number;
}

/** A thread behind a port, as a worker is: what goes in and comes out is copied. */
function startInlineThread(asked: Asked, fault: () => Error | null = () => null): WatchedThread {
  const { port1, port2 } = new MessageChannel();
  const work: DebriefWork = createDebriefWork(createBatchProgram);
  const answer = (task: DebriefTask) => {
    const failure = fault();
    if (failure) throw failure;
    return work.answer(task);
  };
  const watched: DebriefWork = { ...work, answer, listen: (port) => expose({ answer }, port) };
  expose(watched, port1);
  let alive = true;
  asked.alive += 1;
  const { thread } = threadAt(port2, () => {
    if (alive) asked.alive -= 1;
    alive = false;
    for (const port of [port1, port2]) port.close();
  });
  return {
    ...thread,
    ask(name, ...given) {
      asked.names.push(name);
      return thread.ask(name, ...given);
    },
  };
}

interface LookingOptions {
  readonly bestLog?: (level: Level) => Promise<DecisionLog | null>;
  /** What goes wrong in a thread at its next task, if anything. */
  readonly fault?: () => Error | null;
}

export function createTestDebrief({ bestLog = async () => null, fault }: LookingOptions = {}) {
  const session = createTestSession();
  const store = createDebriefStore();
  const asked: Asked = { names: [], alive: 0 };
  const startThread = () => startInlineThread(asked, fault);
  const host = { store, app: session.store, actions: session.actions, processors: 2, startThread, bestLog };
  const debrief = createDebrief(host);
  onTestFinished(() => debrief.leave(true));
  return { ...session, debriefStore: store, debrief, asked, state: () => store.getState() };
}

/** Plays the short level to its end with the commands of the fixtures given by hand. */
export function playToEnd({ actions, game }: ReturnType<typeof createTestDebrief>): DecisionLog {
  actions.startGame(SHORT_LEVEL, 'student', 7);
  actions.command({ type: 'oxygen', step: 1 });
  while (!game().result) actions.stepHours(6);
  const { result } = game();
  if (!result) throw new Error('The game has no result.');
  return result.log;
}

/** Waits until the store of the debrief, or that of the game, says so. */
export function until(
  { debriefStore, store }: ReturnType<typeof createTestDebrief>,
  holds: (state: DebriefState) => boolean,
): Promise<DebriefState> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const state = debriefStore.getState();
      const isMet = holds(state);
      if (!isMet && state.failure === '') return;
      for (const stop of stops) stop();
      if (isMet) resolve(state);
      else reject(new Error(`The debrief failed: ${state.failure}`));
    };
    const stops = [debriefStore.subscribe(look), store.subscribe(look)];
    look();
  });
}
