/** What becomes of patients who are alike: the two futures of a mark, and the one of changed decisions. */
import type { TimedCommand } from '../../engine/types.ts';
import { Q } from '../../model/generated/system.ts';
import { estimatorFor } from './estimator.ts';
import { firstDifference } from './firstDifference.ts';
import { courseThread, type Looking, messageOf, subjectOf } from './sessionState.ts';
import type { Course, Future, Futures } from './types.ts';
import { t } from './words.ts';

/** Makes the futures of the chosen mark, once its answer is shown. */
export function showFutures(looking: Looking): void {
  const { store } = looking.host;
  const { chosen, revealed, futures } = store.getState();
  if (chosen === '' || revealed[chosen] !== 'answer' || futures?.mark === chosen) return;
  const made = looking.futures.get(chosen);
  if (made) store.setState({ futures: made });
  else void makeFutures(looking, chosen).catch((error: unknown) => tell(looking, error));
}

function tell({ host: { actions } }: Looking, error: unknown): void {
  const message = messageOf(error);
  if (message !== null) actions.notify('error', t('debrief.session.failed', { message }));
}

async function makeFutures(looking: Looking, id: string): Promise<void> {
  const { store, actions } = looking.host;
  const { log, course } = subjectOf(looking);
  const mark = store.getState().marks.find((known) => known.id === id);
  if (!mark || !course) return;
  const [changed, played, best] = await Promise.all([
    courseThread(looking).ask('change', mark.bestCommands),
    futureOf(looking, mark.tick, log.commands),
    futureOf(looking, mark.tick, mark.bestCommands),
  ]);
  if (store.getState().subject?.log !== log) return;
  if (!changed) {
    actions.notify('info', t('debrief.session.outsideModel'));
    return;
  }
  const futures: Futures = {
    mark: id,
    played: { course, ...played },
    best: { course: changed.course, ...best },
  };
  looking.futures.set(id, futures);
  if (store.getState().chosen === id) store.setState({ futures });
}

async function futureOf(
  looking: Looking,
  tick: number,
  commands: readonly TimedCommand[],
): Promise<Omit<Future, 'course'>> {
  const { level, log } = subjectOf(looking);
  const { thread, over } = estimatorFor(looking, level, log);
  return Promise.race([thread.ask('future', tick, commands, Q.IL6), over]);
}

/** The hand has let go of a course: follows the patients who were alike where it leaves the one that was played. */
export async function settleCourse(looking: Looking, course: Course): Promise<void> {
  const { store } = looking.host;
  const { log } = subjectOf(looking);
  const { changes } = looking;
  const tick = Math.min(firstDifference(log.commands, course.commands), log.endTick);
  try {
    const future = await futureOf(looking, tick, course.commands);
    const { whatIf } = store.getState();
    if (!whatIf || changes !== looking.changes) return;
    store.setState({ whatIf: { ...whatIf, future: { course, ...future } } });
  } catch (error) {
    tell(looking, error);
  }
}
