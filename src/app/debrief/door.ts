/** The debrief as the first page knows it: its code is fetched when a game has ended, or when it is opened. */
import { t } from '../../text/catalogue.ts';
import type { AppState } from '../types.ts';
import type { DebriefSession } from './session.ts';
import type { DebriefHost } from './sessionState.ts';
import type { DebriefActions } from './types.ts';

/** Where the player is, as far as the debrief needs to know. */
type Place = 'playing' | 'lastMoment' | 'result' | 'debrief' | 'elsewhere';

/**
 * Actions that wait for the code behind them. A wish whose code cannot be fetched is answered by a notice, and the
 * next one tries again.
 *
 * @param load fetches session.ts
 */
export function createDebriefDoor(
  host: Pick<DebriefHost, 'app' | 'actions'>,
  load: () => Promise<DebriefSession>,
): DebriefActions {
  let coming: Promise<DebriefSession> | null = null;
  const fetched = (): Promise<DebriefSession> => {
    coming ??= load();
    coming.catch(() => {
      coming = null;
    });
    return coming;
  };
  const missing = (): void => host.actions.notify('error', t('page.late.failed'));
  const wish = (act: (session: DebriefSession) => void): void => void fetched().then(act, missing);
  /** Nobody asked for it yet, so nobody is told that it failed. */
  const ahead = (act: (session: DebriefSession) => void): void => void fetched().then(act, () => undefined);
  followPlace(host, (place) => {
    if (place === 'lastMoment') ahead((session) => session.warm());
    else if (place === 'result') ahead((session) => session.begin());
    else if (place === 'debrief') wish((session) => session.enter());
    // Without its code there is nothing to give back.
    else if (coming) ahead((session) => session.leave(place === 'playing'));
  });
  return {
    open: (log) => wish((session) => session.open(log)),
    cancel: () => wish((session) => session.cancel()),
    resume: () => wish((session) => session.resume()),
    choose: (mark) => wish((session) => session.choose(mark)),
    reveal: (mark, how) => wish((session) => session.reveal(mark, how)),
    showGhost: (id, shown) => wish((session) => session.showGhost(id, shown)),
    addGhost: (source, kind, name) =>
      fetched().then(
        (session) => session.addGhost(source, kind, name),
        () => {
          missing();
          return false;
        },
      ),
    tryCommands: (commands) => wish((session) => session.tryCommands(commands)),
    settleCommands: () => wish((session) => session.settleCommands()),
    resetCommands: () => wish((session) => session.resetCommands()),
    takeOver: (tick, commands) => wish((session) => session.takeOver(tick, commands)),
  };
}

function followPlace({ app }: Pick<DebriefHost, 'app'>, arrive: (place: Place) => void): void {
  let place = placeOf(app.getState());
  app.subscribe((state) => {
    const now = placeOf(state);
    if (now === place) return;
    place = now;
    arrive(now);
  });
}

function placeOf({ page, game }: AppState): Place {
  if (page === 'debrief') return 'debrief';
  const own = game?.kind === 'play' ? game : null;
  if (page === 'end' && own?.result) return 'result';
  if (page !== 'game' || !own) return 'elsewhere';
  return own.result ? 'lastMoment' : 'playing';
}
