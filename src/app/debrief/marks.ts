/** The marks of a game: made by the threads of the estimator, shown as they come. */
import { debrief } from '../../analysis/debrief/debrief.ts';
import type { Mark } from '../../analysis/debrief/types.ts';
import { type Looking, messageOf, subjectOf } from './sessionState.ts';
import { createPool, type Pool, poolSize } from './threads.ts';
import { t } from './words.ts';

/** The debrief of a game is the same on every machine and every time: one seed for all. */
const SEED = 1;

/** Virtual patients for each comparison. */
const PATIENTS = 200;

/** The threads, started when there are none. */
export function poolOf(looking: Looking): Pool {
  const { host } = looking;
  looking.pool ??= createPool(poolSize(host.processors), host.startThread);
  return looking.pool;
}

/** Begins to make the marks of the subject; those of an earlier try stay until they are made again. */
export function makeMarks(looking: Looking): void {
  const { store } = looking.host;
  looking.round += 1;
  const { round } = looking;
  const { level, log } = subjectOf(looking);
  const earlier = store.getState().marks;
  store.setState({ working: true, progress: 0, failure: '' });
  debrief(level, log, { seed: SEED, patients: PATIENTS }, poolOf(looking), ({ done, marks }) => {
    if (round === looking.round) store.setState({ progress: done, marks: together(marks, earlier) });
  }).then(
    (result) => {
      if (round !== looking.round) return;
      store.setState({ result, marks: result.marks, progress: 1, working: false });
      if (looking.away) endThreads(looking);
    },
    (error: unknown) => {
      if (round !== looking.round) return;
      endPool(looking);
      const message = messageOf(error) ?? '';
      store.setState({ working: false, progress: 0, failure: t('debrief.session.failed', { message }) });
    },
  );
}

function together(marks: readonly Mark[], earlier: readonly Mark[]): readonly Mark[] {
  const made = new Set(marks.map(({ id }) => id));
  return [...marks, ...earlier.filter(({ id }) => !made.has(id))];
}

/** Calls the work off, if any is going on; marks that are ready stay. */
export function callOffMarks(looking: Looking): void {
  const { store } = looking.host;
  if (!store.getState().working) return;
  looking.round += 1;
  endPool(looking);
  store.setState({ working: false, progress: 0 });
}

function endPool(looking: Looking): void {
  looking.pool?.end();
  looking.pool = null;
}

/** Gives all threads back; the next wish starts new ones. */
export function endThreads(looking: Looking): void {
  endPool(looking);
  looking.courses?.thread.end();
  looking.courses = null;
}
