import { parseHeldGame } from '../schema/heldGame.ts';
import { t } from '../text/catalogue.ts';
import {
  advance,
  beginOwnGame,
  beginPause,
  giveCommand,
  holdGame,
  setPace,
  setRunning,
  setSpeed,
  showShelf,
  startRun,
  stepHours,
} from './playing.ts';
import { createPlayRun } from './playRun.ts';
import { resumeGame } from './resumeGame.ts';
import { createSessionState, notify, type SessionHost, type SessionState } from './sessionState.ts';
import { playOn, takeOverReplay } from './takeOver.ts';
import type { Actions, AppState, Page, Settings, Speed } from './types.ts';
import { leaveReplay, seek, seekDecision, watchLog } from './watching.ts';

/**
 * The one place where a control's wish becomes a change. The engine's state
 * lives in here; the store gets snapshots of it, once a frame.
 *
 * @param firstSpeed speed at which new games start
 */
export function createSession(host: SessionHost, firstSpeed: Speed = 1): Actions {
  const session = createSessionState(host);
  const { store, savedLogs } = host;
  void savedLogs.list().then((stored) => showShelf(session, stored));
  takeUpHeldGame(session);
  return {
    openMenu: () => openPage(session, 'menu'),
    openAbout: () => openPage(session, 'about'),
    openModel: (at = '') => openModel(session, at),
    leaveModel: () => leaveModel(session),
    openPage: (page) => openPage(session, page),
    chooseLevel: (level) => {
      store.setState({ chosenLevel: level });
      openPage(session, 'briefing');
    },
    startGame: (level, mode, seed) => {
      const speed = store.getState().game?.speed ?? firstSpeed;
      store.setState({ chosenLevel: level });
      startRun(session, createPlayRun(level, mode, seed ?? host.newSeed()), speed);
    },
    openLogText: async (text) => watchLog(session, text),
    replayLog: (log) => watchLog(session, log),
    command: (command) => giveCommand(session, command),
    setRunning: (running) => setRunning(session, running),
    setSpeed: (speed) => setSpeed(session, speed),
    setPace: (pace) => setPace(session, pace),
    stepHours: (hours) => stepHours(session, hours),
    seek: (tick) => seek(session, tick),
    seekDecision: (direction) => seekDecision(session, direction),
    leaveReplay: () => leaveReplay(session),
    takeOver: (tick) => takeOverReplay(session, tick),
    playOn: (taken) => playOn(session, taken),
    removeSavedLog: async (key) => showShelf(session, await savedLogs.remove(key)),
    setSettings: (change) => setSettings(session, change),
    notify: (kind, text) => notify(session, kind, text),
    dismissNotice: () => store.setState({ notice: null }),
    takeUpGame: (held) => takeUpGame(session, held),
    holdGame: () => holdGame(session),
    dropGame: () => {
      session.cancelEnding();
      session.run = session.aside = null;
      store.setState({ game: null });
    },
    stateHash: () => session.run?.hash() ?? '',
    advance: (milliseconds) => advance(session, milliseconds),
    onEvents: (listener) => {
      session.listeners.add(listener);
      return () => session.listeners.delete(listener);
    },
  };
}

/** Brings back the game that an earlier visit left, paused, behind the menu; one that fits no more is dropped. */
function takeUpHeldGame(session: SessionState): void {
  const { store, heldGames } = session.host;
  const held = heldGames.read();
  if (!held) return;
  const resumed = resumeGame(held, store.getState().levels);
  if (!resumed) {
    heldGames.clear();
    return;
  }
  session.run = resumed.run;
  store.setState({ game: resumed.view });
}

/** What another device held becomes the game of this one, which waits for the player to go on. */
function takeUpGame(session: SessionState, text: string): boolean {
  const held = parseHeldGame(text);
  const resumed = held.ok ? resumeGame(held.value, session.host.store.getState().levels) : null;
  if (!resumed) return false;
  beginOwnGame(session, resumed.run, resumed.view);
  beginPause(session);
  holdGame(session);
  return true;
}

/** Opens a page where it makes sense now, the menu otherwise. A game that is left stands still and can be taken up again. */
function openPage(session: SessionState, page: Page): void {
  const { store } = session.host;
  const keepsReplay = page === 'game' || page === 'model';
  if (!keepsReplay && store.getState().game?.kind === 'replay') leaveReplay(session);
  const target = canOpen(store.getState(), page) ? page : 'menu';
  session.cancelEnding();
  if (target !== 'game') setRunning(session, false);
  else if (!store.getState().game?.running) beginPause(session);
  store.setState({ page: target, notice: null });
}

function openModel(session: SessionState, at: string): void {
  const { store } = session.host;
  const { page, modelPlace } = store.getState();
  store.setState({ modelPlace: { at, from: page === 'model' ? modelPlace.from : page } });
  openPage(session, 'model');
}

/** Back; a game that came to its end before the page was opened shows its result. */
function leaveModel(session: SessionState): void {
  const { game, modelPlace } = session.host.store.getState();
  const hasEnded = modelPlace.from === 'game' && game?.kind === 'play' && game.result !== null;
  openPage(session, hasEnded ? 'end' : modelPlace.from);
}

function canOpen({ game, chosenLevel, debriefed }: AppState, page: Page): boolean {
  if (page === 'game') return game !== null;
  if (page === 'end') return game?.kind === 'play' && game.result !== null;
  if (page === 'debrief') return debriefed !== null;
  if (page === 'briefing') return chosenLevel !== null;
  return true;
}

function setSettings(session: SessionState, change: Partial<Settings>): void {
  const settings = { ...session.host.store.getState().settings, ...change };
  session.host.store.setState({ settings });
  if (!session.host.saveSettings(settings))
    session.host.store.setState({ storageProblem: t('app.storage.settings') });
}
