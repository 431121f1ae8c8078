/** The seat of this browser: what it hears, what it tells, and the games that it hands in. */
import type { KeptSeat } from '../../schema/classroom/answers.ts';
import type {
  GoneReason,
  OwnSeat,
  ProgressReport,
  RoomView,
  ServerMessage,
  TakenSeat,
} from '../../schema/classroom/room.ts';
import type { Keeping } from './keeping.ts';
import { goneReasonOf, type Live } from './live.ts';
import { createOutbox } from './outbox.ts';
import { startProgress } from './progress.ts';
import { refusalSentence } from './refusalSentence.ts';
import { isRoomGame } from './roomGame.ts';
import type { ClassHost } from './sessionHost.ts';
import { createTabs } from './tabs.ts';
import type { OutboxEntry, OutboxRow, StudentState } from './types.ts';
import { t } from './words.ts';

export interface Student {
  /** Null without a seat. */
  token(): string | null;
  /** A seat that was taken just now, in the place of any other. */
  begin(taken: TakenSeat): void;
  /** Gives the seat up here: nothing of it stays. */
  forget(): void;
  change(change: Partial<StudentState>): void;
  /** Has another tab let go of the seat's game before `play` goes on with it here. */
  playHere(play: () => void): void;
  /** Hands in at once what waits, and listens again. */
  retry(): void;
}

/** What the seat holds outside the store. */
interface SeatHeld {
  readonly host: ClassHost;
  readonly keeping: Keeping;
  seat: KeptSeat | null;
  live: Live | null;
  rows: readonly OutboxRow[];
  sending: number | null;
}

/** Goes on with the seat that an earlier visit left, if there is one. */
export function createStudent(host: ClassHost, keeping: Keeping): Student {
  const held: SeatHeld = { host, keeping, seat: null, live: null, rows: [], sending: null };
  const outbox = createOutbox({
    shelf: host.shelf,
    handIn: (token, log) => host.api.handIn(token, log),
    sentence: refusalSentence,
    later: host.later,
    random: host.random,
    changed: (rows, sending) => {
      held.rows = rows;
      held.sending = sending;
      showOutbox(held);
    },
  });
  const retry = (): void => {
    void outbox.send();
    held.live?.wake();
  };
  const tabs = createTabs(
    host,
    () => host.store.getState().student,
    (change) => changeStudent(held, change),
  );
  const begin = (seat: KeptSeat, view: RoomView): void => {
    if (held.seat && held.seat.token !== seat.token) void outbox.forget(held.seat.token, false);
    sit(held, seat, view, () => void outbox.send());
    // What waits may be of an earlier seat, and is sent as well.
    void outbox.send();
    tabs.ask();
  };
  watchGames(held, (token, log) => void outbox.add(token, log, host.date()));
  startProgress(host, progressListener(held));
  host.signs.onOnline(retry);
  host.signs.onVisible(retry);
  const kept = keeping.seat();
  if (kept) begin(kept, unheard(kept, host.date()));
  return {
    token: () => held.seat?.token ?? null,
    begin: ({ token, own, view }) => begin({ token, own, room: view.room }, view),
    forget: () => {
      held.live?.close();
      if (held.seat) void outbox.forget(held.seat.token, true);
      keeping.dropSeat();
      held.seat = null;
      held.live = null;
      host.store.setState({ student: null });
    },
    change: (change) => changeStudent(held, change),
    playHere: tabs.playHere,
    retry,
  };
}

/** The room as it was left: its board comes with the first message. */
function unheard({ room }: KeptSeat, now: string): RoomView {
  return { version: 0, now, room, rows: [] };
}

function sit(held: SeatHeld, seat: KeptSeat, view: RoomView, connected: () => void): void {
  const { host, keeping } = held;
  held.live?.close();
  held.seat = seat;
  keeping.keepSeat(seat);
  const { own, token } = seat;
  host.store.setState({
    student: {
      ...{
        view,
        own,
        connection: 'connecting',
        outbox: [],
        storageProblem: '',
        move: null,
        gone: null,
        elsewhere: false,
        leftTick: null,
      },
      ahead: aheadOf(host, view),
    },
  });
  showOutbox(held);
  held.live = host.listen(token, {
    hear: (message) => held.seat?.token === token && hear(held, message),
    connection: (connection) => {
      const before = host.store.getState().student?.connection;
      if (held.seat?.token !== token || before === connection) return;
      changeStudent(held, { connection });
      if (connection === 'socket' || connection === 'polling') connected();
    },
  });
}

function changeStudent({ host: { store } }: SeatHeld, change: Partial<StudentState>): void {
  const { student } = store.getState();
  if (student) store.setState({ student: { ...student, ...change } });
}

function hear(held: SeatHeld, message: ServerMessage): void {
  if (message.type === 'gone') leave(held, message.reason);
  else if (message.type === 'own') learn(held, message.own, null);
  else if (message.type === 'view') learn(held, message.own ?? null, message.view);
}

function learn(held: SeatHeld, own: OwnSeat | null, view: RoomView | null): void {
  if (!held.seat) return;
  held.seat = {
    ...held.seat,
    ...(own && { own }),
    ...(view && { room: view.room }),
  };
  held.keeping.keepSeat(held.seat);
  changeStudent(held, { ...(own && { own }), ...(view && { view, ahead: aheadOf(held.host, view) }) });
  obeyPace(held);
}

/** A view may stand for hours, so what it says of the time is compared when it comes. */
function aheadOf(host: ClassHost, { now }: RoomView): number {
  return Date.parse(now) - Date.parse(host.date());
}

/** The seat is another device's, or nobody's. Games that wait are handed in all the same, or can be saved. */
function leave(held: SeatHeld, gone: GoneReason): void {
  held.live?.close();
  changeStudent(held, { gone, connection: 'lost' });
}

/** Watches for the room's game: its clock goes at the pace of the seat, and when it ends its log is handed in. */
function watchGames(held: SeatHeld, handIn: (token: string, log: OutboxRow['log']) => void): void {
  const { app } = held.host;
  const look = (): void => {
    const { game } = app.getState();
    if (!held.seat || !isRoomGame(game, held.seat.room)) return;
    if (game.result && game.result !== seen) {
      seen = game.result;
      handIn(held.seat.token, game.result.log);
    }
    obeyPace(held);
  };
  let seen: object | null = null;
  app.subscribe((state, before) => {
    if (state.game !== before.game) look();
  });
  // It may have ended while this code was on its way, and this seat not yet known.
  held.host.store.subscribe((state, before) => {
    if (state.student?.own.seat !== before.student?.own.seat) look();
  });
}

function obeyPace({ host: { app, actions }, seat }: SeatHeld): void {
  const { game } = app.getState();
  if (!seat || !isRoomGame(game, seat.room) || game.result || game.pace === seat.own.pace) return;
  actions.setPace(seat.own.pace);
}

function showOutbox(held: SeatHeld): void {
  const { host, seat, rows, sending } = held;
  const problem = host.shelf.problem();
  changeStudent(held, {
    outbox: rows.filter(({ token }) => token === seat?.token).map((row) => entryOf(row, sending)),
    storageProblem: problem ? t(`classApp.storage.${problem}`) : '',
  });
}

function entryOf({ token: _token, ...row }: OutboxRow, sending: number | null): OutboxEntry {
  return { ...row, state: row.state === 'waiting' && row.key === sending ? 'sending' : row.state };
}

function progressListener(held: SeatHeld) {
  const { host } = held;
  const student = () => host.store.getState().student;
  const isHere = (): boolean => held.seat !== null && student()?.gone === null && !student()?.elsewhere;
  return {
    room: () => (isHere() ? (held.seat?.room ?? null) : null),
    tell: (report: ProgressReport): void => {
      if (held.live?.say({ type: 'progress', report })) return;
      if (student()?.connection === 'polling') void tellByCall(held, report);
    },
    hold: async (text: string, isLeaving: boolean): Promise<boolean> =>
      held.seat !== null && (await host.api.held(held.seat.token, text, isLeaving)).ok,
  };
}

async function tellByCall(held: SeatHeld, report: ProgressReport): Promise<void> {
  const { seat } = held;
  if (!seat) return;
  const answer = await held.host.api.progress(seat.token, report);
  const gone = answer.ok ? null : goneReasonOf(answer.refusal.code);
  if (gone && held.seat?.token === seat.token) leave(held, gone);
}
