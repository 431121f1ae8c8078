/** The marks of a game: made by the threads of the estimator, shown as they come. */
import { proxy } from 'comlink';
import type { DebriefProgress, Mark } from '../../analysis/debrief/types.ts';
import { endEstimator, estimatorFor } from './estimator.ts';
import { type Looking, messageOf, subjectOf } from './sessionState.ts';
import { t } from './words.ts';

/** Begins to make the marks of the subject; those of an earlier try stay until they are made again. */
export function makeMarks(looking: Looking): void {
  const { store } = looking.host;
  looking.round += 1;
  const { round } = looking;
  const { level, log } = subjectOf(looking);
  const earlier = store.getState().marks;
  // What is still on its way from an earlier round, or comes after the last word of this one, is not heard.
  const isHeard = (): boolean => round === looking.round && store.getState().working;
  const onProgress = ({ done, marks }: DebriefProgress): void => {
    if (isHeard()) store.setState({ progress: done, marks: together(marks, earlier) });
  };
  store.setState({ working: true, progress: 0, failure: '' });
  const { thread, over } = estimatorFor(looking, level, log);
  Promise.race([thread.ask('makeMarks', proxy(onProgress)), over]).then(
    (result) => {
      if (!isHeard()) return;
      store.setState({ result, marks: result.marks, progress: 1, working: false });
      if (looking.away) endThreads(looking);
    },
    (error: unknown) => {
      if (!isHeard()) return;
      endThreads(looking);
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
  endEstimator(looking);
  store.setState({ working: false, progress: 0 });
}

/** Gives all threads back; the next wish starts new ones. */
export function endThreads(looking: Looking): void {
  endEstimator(looking);
  looking.own?.thread.end();
  looking.own = null;
}

/** Draws the virtual patients of a game that has just ended: its debrief may be asked for next. */
export function drawAhead(looking: Looking): void {
  const { game } = looking.host.app.getState();
  if (game?.kind !== 'play' || !game.result) return;
  const { thread } = estimatorFor(looking, game.level, game.result.log);
  // What goes wrong here goes wrong again, and is told, when marks are asked for.
  thread.ask('draw').catch(() => undefined);
}
