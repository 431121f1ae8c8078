/** A debrief whose threads are this one: the real work, asked for and answered as by a worker. */
import { onTestFinished } from 'vitest';
import { createDebriefWork, type DebriefWork } from '../../../src/app/debrief/debriefWork.ts';
import { createDebrief } from '../../../src/app/debrief/session.ts';
import { createDebriefStore } from '../../../src/app/debrief/store.ts';
import { CalledOff, type Thread } from '../../../src/app/debrief/threads.ts';
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

/** Takes and gives copies, one thing after the other, as a worker does. */
export function startInlineThread(asked: Asked, fault: () => Error | null = () => null): Thread {
  const work: DebriefWork = createDebriefWork(createBatchProgram);
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();
  asked.alive += 1;
  return {
    ask(name, ...given) {
      asked.names.push(name);
      const copies = structuredClone(given);
      const answer = last.then(async () => {
        // A worker answers in another turn of the event loop.
        await new Promise((resolve) => setTimeout(resolve));
        if (ended) throw new CalledOff();
        const failure = fault();
        if (failure) throw failure;
        const done = (work[name] as (...args: unknown[]) => unknown)(...copies);
        return structuredClone(done);
      });
      last = answer.catch(() => undefined);
      return answer as Promise<never>;
    },
    end() {
      if (!ended) asked.alive -= 1;
      ended = true;
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
