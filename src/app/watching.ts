/** Logs on the screen: opening one, moving about in it, and going back to what it interrupted. */
import type { DecisionLog } from '../engine/types.ts';
import { openLog } from './openLog.ts';
import { showRun } from './playing.ts';
import { isReplay } from './run.ts';
import { changeGame, firstView, notify, type SessionState } from './sessionState.ts';
import { trendUntil } from './trend.ts';
import type { Page, Speed } from './types.ts';

const FIRST_SPEED: Speed = 1;

/** Pages that a replay leads back to. */
const RETURNS: readonly Page[] = ['debrief', 'branches', 'class'];

/**
 * Opens a log given as text, as it comes from a file or a link, or as a value.
 * A log that does not hold is refused in one sentence; the game on the screen stays as it is.
 */
export function watchLog(session: SessionState, source: string | DecisionLog): void {
  const opening = openLog(source, session.host.store.getState().levels);
  if (!opening.ok) {
    notify(session, 'error', opening.sentence);
    return;
  }
  setAside(session);
  const { page, game } = session.host.store.getState();
  // A replay that takes the place of another one leads back to where that one was opened.
  if (!(page === 'game' && game?.kind === 'replay'))
    session.replayFrom = RETURNS.includes(page) ? page : null;
  const { run } = opening;
  const { log, score, checkpointsMet } = run;
  showRun(session, run, { ...firstView(run, FIRST_SPEED, true), replay: { log, score, checkpointsMet } });
}

/** Keeps the player's own game, paused, while the log is watched. */
function setAside(session: SessionState): void {
  const { game } = session.host.store.getState();
  if (game?.kind === 'play' && session.run)
    session.aside = { run: session.run, view: { ...game, running: false } };
}

/** Jumps to a tick, which is kept within the log. */
export function seek(session: SessionState, tick: number): void {
  const { game } = session.host.store.getState();
  const { run } = session;
  if (!game || !isReplay(run)) return;
  const target = Math.min(Math.max(Math.round(tick), 0), run.endTick);
  run.seek(target);
  session.fraction = 0;
  const now = run.snapshot();
  changeGame(session, {
    before: now,
    now,
    trend: trendUntil(run.trend, now.hour),
    running: game.running && !run.ended(),
  });
}

/** Jumps to the nearest decision before or after the present tick; beyond the last one, to the end or the start. */
export function seekDecision(session: SessionState, direction: -1 | 1): void {
  const { game } = session.host.store.getState();
  if (!game || !isReplay(session.run)) return;
  const here = game.now.tick;
  const ticks = session.run.commands().map((given) => given.tick);
  const before = ticks.filter((tick) => tick < here).at(-1) ?? 0;
  const after = ticks.find((tick) => tick > here) ?? session.run.endTick;
  changeGame(session, { running: false });
  seek(session, direction < 0 ? before : after);
}

/** Brings back the page that the replay was opened from, the game that it interrupted (its end screen, if it had ended), or the menu. */
export function leaveReplay(session: SessionState): void {
  const { aside, replayFrom } = session;
  session.aside = null;
  session.replayFrom = null;
  if (aside) {
    showRun(session, aside.run, aside.view);
    session.host.store.setState({ page: replayFrom ?? (aside.view.result ? 'end' : 'game') });
  } else {
    session.run = null;
    session.host.store.setState({ game: null, page: replayFrom ?? 'menu' });
  }
}
