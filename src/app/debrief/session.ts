import { showFutures } from './futures.ts';
import { addGhost, showGhost } from './ghosts.ts';
import { callOffMarks, drawAhead, endThreads } from './marks.ts';
import { beginAhead, goOn, openDebrief } from './opening.ts';
import { playOnFrom } from './playOn.ts';
import { createLooking, type DebriefHost, type Looking } from './sessionState.ts';
import type { DebriefActions } from './types.ts';
import { resetCommands, settleCommands, tryCommands } from './whatIf.ts';

/** What the page of the debrief asks for, and what the game tells it. */
export interface DebriefSession extends DebriefActions {
  /** A game has ended, and its debrief may be asked for next: begins with what takes time. */
  warm(): void;
  /** The result of the game is shown: begins with its marks. */
  begin(): void;
  /** The page of the debrief is shown, or shown again. */
  enter(): void;
  /** Another page is shown; `forPlay` when a game runs on it, which then has the processors to itself. */
  leave(forPlay: boolean): void;
}

/** The one place where a wish about the debrief becomes a change of its store. */
export function createDebrief(host: DebriefHost): DebriefSession {
  const looking = createLooking(host);
  const { store } = host;
  /** A replay that is left for a debrief passes over the game that it interrupted, which nobody asks for then. */
  const isShown = (): boolean => host.app.getState().page === 'debrief';
  return {
    open: (log) => openDebrief(looking, log),
    cancel: () => callOffMarks(looking),
    resume: () => {
      const { subject, working, result } = store.getState();
      if (!subject || working || result) return;
      store.setState({ failure: '' });
      goOn(looking);
    },
    choose: (mark) => chooseMark(looking, mark),
    reveal: (mark, how) => {
      store.setState({ revealed: { ...store.getState().revealed, [mark]: how } });
      if (store.getState().chosen === mark) showFutures(looking);
    },
    showGhost: (id, shown) => showGhost(looking, id, shown),
    addGhost: (source, kind, name) => addGhost(looking, source, kind, name),
    tryCommands: (commands) => tryCommands(looking, commands),
    settleCommands: () => settleCommands(looking),
    resetCommands: () => resetCommands(looking),
    takeOver: (tick, commands) => void playOnFrom(looking, tick, commands),
    warm: () => {
      if (!isShown()) drawAhead(looking);
    },
    begin: () => {
      if (isShown()) return;
      looking.away = false;
      beginAhead(looking);
    },
    enter: () => {
      looking.away = false;
      goOn(looking);
    },
    leave: (forPlay) => leave(looking, forPlay),
  };
}

function chooseMark(looking: Looking, mark: string): void {
  const { store } = looking.host;
  if (store.getState().chosen === mark) return;
  store.setState({ chosen: mark, futures: null });
  showFutures(looking);
}

function leave(looking: Looking, forPlay: boolean): void {
  looking.away = true;
  if (forPlay) callOffMarks(looking);
  if (!looking.host.store.getState().working) endThreads(looking);
}
