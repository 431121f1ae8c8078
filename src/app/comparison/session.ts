/** Courses beside a replay, simulated in a worker of their own. */
import type { StoreApi } from 'zustand/vanilla';
import { makeLog } from '../../engine/log.ts';
import { fromCommands, simulate } from '../../engine/simulate.ts';
import type { DecisionLog, Level } from '../../engine/types.ts';
import { parseDecisionLog } from '../../schema/decisionLog.ts';
import { addGhost, firstGhosts, showGhost } from '../debrief/ghosts.ts';
import { courseThread, createLooking, type DebriefHost, isRefusal } from '../debrief/sessionState.ts';
import { createDebriefStore, EMPTY_DEBRIEF } from '../debrief/store.ts';
import type { Ghost } from '../debrief/types.ts';
import { type ComparisonActions, type ComparisonState, NO_COMPARISON } from './types.ts';

/** The actions, without the beginning, which the door has done. */
export interface ComparisonSession extends Omit<ComparisonActions, 'begin'> {
  /** Compares a log of a level. */
  take(level: Level, log: DecisionLog): void;
  /** Ends the worker and forgets what was compared. */
  end(): void;
}

/** The world of the debrief, but for its store: a replay has courses of its own to compare with. */
export type ComparisonHost = Omit<DebriefHost, 'store' | 'processors'> & {
  readonly store: StoreApi<ComparisonState>;
};

export function createComparisonSession({ store, ...host }: ComparisonHost): ComparisonSession {
  const courses = createDebriefStore();
  const looking = createLooking({ ...host, processors: 1, store: courses });
  const logs = new Map<string, DecisionLog>();
  courses.subscribe(({ ghosts, subject }) => store.setState({ ghosts, first: subject?.course ?? null }));

  const take = (level: Level, log: DecisionLog): void => {
    logs.clear();
    store.setState({ ...NO_COMPARISON, subject: log });
    const subject = { level, mode: log.mode, log, course: null };
    courses.setState({ ...EMPTY_DEBRIEF, subject, ghosts: firstGhosts() });
    void courseThread(looking)
      .ask('courseOfLog', log)
      .then((course) => {
        // The log was proven when its replay was opened; a worker that was ended answers nothing.
        if (courses.getState().subject?.log === log && !isRefusal(course))
          courses.setState({ subject: { ...subject, course } });
      })
      .catch(() => undefined);
  };

  return {
    take,
    end() {
      looking.own?.thread.end();
      looking.own = null;
      logs.clear();
      courses.setState(EMPTY_DEBRIEF);
    },
    showGhost: (id, shown) => showGhost(looking, id, shown),
    async addGhost(source, kind, name) {
      const isAdded = await addGhost(looking, source, kind, name);
      const added = courses.getState().ghosts.at(-1);
      const log = logFrom(source);
      if (isAdded && added && log) logs.set(added.id, log);
      return isAdded;
    },
    putBeside(id) {
      if (id !== '') showGhost(looking, id, true);
      if (store.getState().inScene === 'second') void putInScene(host, store, logs, 'first');
      store.setState({ beside: id, second: logs.get(id) ?? null });
    },
    putInScene: (which) => putInScene(host, store, logs, which),
  };
}

function logFrom(source: string | DecisionLog): DecisionLog | null {
  if (typeof source !== 'string') return source;
  const parsed = parseDecisionLog(source);
  return parsed.ok ? parsed.value : null;
}

/** Opens the replay of the first or of the second log where the other one stands. */
async function putInScene(
  host: Omit<ComparisonHost, 'store'>,
  store: StoreApi<ComparisonState>,
  logs: Map<string, DecisionLog>,
  which: ComparisonState['inScene'],
): Promise<void> {
  const { subject, beside, ghosts, inScene } = store.getState();
  const ghost = ghosts.find(({ id }) => id === beside);
  if (which === inScene || !subject || !ghost?.course) return;
  const level = host.app.getState().levels.find(({ id }) => id === subject.level.id);
  const log =
    which === 'first' ? subject : level && (logs.get(beside) ?? (await logOf(host, level, subject, ghost)));
  const { game } = host.app.getState();
  if (!log || !game || store.getState().subject !== subject) return;
  const { now, running, speed } = game;
  // Known before the replay turns, which would otherwise end a comparison with another log.
  store.setState(which === 'second' ? { inScene: which, second: log } : { inScene: which });
  host.actions.replayLog(log);
  host.actions.setSpeed(speed);
  host.actions.setRunning(running);
  host.actions.seek(now.tick);
}

/** The log of a ghost that has none of its own: its commands are played again. */
async function logOf(
  host: Pick<ComparisonHost, 'bestLog'>,
  level: Level,
  { mode, seed }: DecisionLog,
  { kind, course }: Ghost,
): Promise<DecisionLog | null> {
  if (kind === 'bestKnown') return host.bestLog(level);
  if (!course) return null;
  const { state, recorder } = simulate(level, { mode, seed, decide: fromCommands(course.commands) });
  return makeLog(level, state, recorder);
}
