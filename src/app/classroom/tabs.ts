/** Tabs of one browser that have the same seat: its game goes on in one of them at a time. */
import { isHeldForRoom, isRoomGame } from './roomGame.ts';
import { type ClassHost, goTo } from './sessionHost.ts';
import type { TabMessage } from './tabLine.ts';
import type { StudentState } from './types.ts';
import { t } from './words.ts';

/** A tab that does not answer in this time is gone, or was stopped by its browser. */
const MOST_WAITING_MILLISECONDS = 600;

export interface Tabs {
  /** Asks who has the game of the seat. */
  ask(): void;
  /** Has the other tab let go of the game, and then goes on with `play` here. */
  playHere(play: () => void): void;
}

interface TabHeld {
  readonly host: ClassHost;
  readonly student: () => StudentState | null;
  readonly change: (change: Partial<StudentState>) => void;
  /** This tab has the game. */
  isMine: boolean;
  /** Goes on once the other tab has let go of the game. */
  bring: (() => void) | null;
}

export function createTabs(
  host: ClassHost,
  student: () => StudentState | null,
  change: (change: Partial<StudentState>) => void,
): Tabs {
  const held: TabHeld = { host, student, change, isMine: false, bring: null };
  host.tabs?.hear((message) => hear(held, message));
  host.app.subscribe((state, before) => {
    if (state.game !== before.game) look(held);
  });
  host.signs.onClosing(() => free(held));
  return {
    ask: () => say(held, 'who'),
    playHere: (play) => {
      held.bring = () => {
        held.bring = null;
        change({ elsewhere: false, leftTick: null });
        play();
        held.isMine = true;
        say(held, 'mine');
      };
      say(held, 'take');
      host.later(MOST_WAITING_MILLISECONDS, () => held.bring?.());
    },
  };
}

function say({ host, student }: TabHeld, type: TabMessage['type']): void {
  const seat = student()?.own.seat;
  if (seat !== undefined) host.tabs?.say({ type, seat });
}

/** Who lets the game run has it until it ends, or until another tab asks for it. */
function look(held: TabHeld): void {
  const student = held.student();
  const room = student?.view.room;
  const { game } = held.host.app.getState();
  if (game?.kind === 'replay') return;
  if (!room || !isRoomGame(game, room) || game.result) {
    free(held);
    return;
  }
  if (student?.leftTick !== null) held.change({ leftTick: null });
  if (game.running && !held.isMine) {
    held.isMine = true;
    say(held, 'mine');
  }
}

function free(held: TabHeld): void {
  if (!held.isMine) return;
  held.isMine = false;
  say(held, 'free');
}

function hear(held: TabHeld, { type, seat }: TabMessage): void {
  const student = held.student();
  if (student?.own.seat !== seat) return;
  if (type === 'who' && held.isMine) say(held, 'mine');
  if (type === 'mine') yieldGame(held);
  if (type === 'take') {
    const wasMine = held.isMine;
    yieldGame(held);
    if (wasMine) say(held, 'free');
  }
  if (type === 'free' && held.bring) held.bring();
  else if (type === 'free' && !held.isMine) {
    const game = held.host.heldGames.read();
    const isLeft = game !== null && isHeldForRoom(game, student.view.room);
    held.change({ elsewhere: false, leftTick: isLeft ? game.tick : null });
  }
}

/** What this tab has played is kept for the other one; then it has no game, so that it cannot go on with an old one. */
function yieldGame(held: TabHeld): void {
  const { host } = held;
  const { app, actions } = host;
  const room = held.student()?.view.room;
  const { game, page } = app.getState();
  const wasMine = held.isMine;
  held.isMine = false;
  if (room && isRoomGame(game, room) && !game.result) {
    actions.setRunning(false);
    if (wasMine) actions.holdGame();
    if (page === 'game') goTo(host, { part: 'seat', code: '' });
    actions.dropGame();
  }
  held.change({ elsewhere: true, leftTick: null });
}

/** The room's game on the screen: the one that is here, the one that this browser holds, or a new one. */
export function showRoomGame({ store, app, actions, heldGames }: ClassHost): boolean {
  const room = store.getState().student?.view.room;
  if (!room) return false;
  const { game } = app.getState();
  if (isRoomGame(game, room) && !game.result) {
    actions.openPage('game');
    return true;
  }
  const kept = heldGames.read();
  if (!kept || !isHeldForRoom(kept, room)) return false;
  if (actions.takeUpGame(JSON.stringify(kept))) return true;
  actions.notify('info', t('classApp.heldUnfit'));
  return false;
}
