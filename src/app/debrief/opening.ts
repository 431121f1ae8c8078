/** Which game is looked back at. */
import type { DecisionLog } from '../../engine/types.ts';
import { replayText } from '../../text/refusalText.ts';
import type { GameView } from '../types.ts';
import { firstGhosts, showGhost } from './ghosts.ts';
import { callOffMarks, makeMarks } from './marks.ts';
import { courseThread, isRefusal, type Looking, messageOf } from './sessionState.ts';
import { EMPTY_DEBRIEF } from './store.ts';
import type { Course, DebriefSubject } from './types.ts';
import { t } from './words.ts';

/** Opens the debrief of a log, or of the player's game that has just ended; work that was not finished goes on. */
export function openDebrief(looking: Looking, log?: DecisionLog): void {
  const { app, actions } = looking.host;
  const { game, levels } = app.getState();
  const ended = game?.kind === 'play' ? game : null;
  const wanted = log ?? ended?.result?.log;
  if (!wanted) return;
  const level = levels.find(({ id }) => id === wanted.level.id);
  if (!level) {
    const reason = t('app.log.levelUnknown', { id: wanted.level.id });
    actions.notify('error', t('app.log.refused', { reason }));
    return;
  }
  const course = ended?.result?.log === wanted ? courseOf(ended) : null;
  take(looking, { level, mode: wanted.mode, log: wanted, course });
  app.setState({ debriefed: wanted });
  actions.openPage('debrief');
  goOn(looking);
}

/** Makes what is still missing: the course, the marks, the ghost that is shown from the start. */
export function goOn(looking: Looking): void {
  const { subject, result, working, failure } = looking.host.store.getState();
  if (!subject || failure !== '') return;
  if (subject.course) {
    if (!(result || working)) makeMarks(looking);
    showGhost(looking, 'bodyAlone', true);
  } else void proveSubject(looking, subject);
}

/**
 * Begins to weigh the game that has just ended while its result is read, so that its marks are there when they are
 * asked for.
 */
export function beginAhead(looking: Looking): void {
  const { game } = looking.host.app.getState();
  if (game?.kind !== 'play' || !game.result) return;
  const { level, result } = game;
  take(looking, { level, mode: result.log.mode, log: result.log, course: courseOf(game) });
  goOn(looking);
}

/** Makes this the game that is looked back at; what is known of it stays when it was so before. */
function take(looking: Looking, subject: DebriefSubject): void {
  if (looking.host.store.getState().subject?.log === subject.log) return;
  callOffMarks(looking);
  looking.tried = { busy: false, waiting: null, isSettled: false };
  looking.futures = new Map();
  looking.host.store.setState({ ...EMPTY_DEBRIEF, subject, ghosts: firstGhosts() });
}

/** The course of the game that has just been played, as it was on the screen. */
function courseOf({ result, commands, trend, now }: GameView): Course | null {
  if (!result) return null;
  const { outcome, endTick } = result.log;
  return { commands, trend, outcome, endTick: Math.min(endTick, now.tick), score: result.score };
}

/** Simulates a log that was not played here; only when it holds is anything said of it. */
async function proveSubject(looking: Looking, subject: DebriefSubject): Promise<void> {
  const { store } = looking.host;
  const say = (change: { readonly subject?: DebriefSubject; readonly failure?: string }): void => {
    if (store.getState().subject !== subject) return;
    store.setState(change);
    if (change.subject) goOn(looking);
  };
  try {
    const proven = await courseThread(looking).ask('courseOfLog', subject.log);
    if (isRefusal(proven))
      say({ failure: t('app.log.refused', { reason: replayText(proven.code, proven.values) }) });
    else say({ subject: { ...subject, course: proven } });
  } catch (error) {
    const message = messageOf(error);
    if (message !== null) say({ failure: t('debrief.session.failed', { message }) });
  }
}
