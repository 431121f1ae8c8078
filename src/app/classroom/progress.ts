/** What a seat tells of its game while it goes on: the hour and whether time runs, never a treatment; and for its next device, the game. */
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import type { ProgressReport, RoomFacts } from '../../schema/classroom/room.ts';
import type { HeldGame } from '../../schema/heldGame.ts';
import type { AppState } from '../types.ts';
import { isHeldForRoom, isRoomGame } from './roomGame.ts';
import type { ClassHost } from './sessionHost.ts';

const BEAT_MILLISECONDS = 5_000;
/** A change of state waits this long for the next one: who presses twice tells once. */
const CHANGE_MILLISECONDS = 300;
/** The game for a second device goes along with every fourth beat. */
const BEATS_A_HOLD = 4;

export interface ProgressListener {
  /** The room of the seat; null when nothing is to be told. */
  room(): RoomFacts | null;
  tell(report: ProgressReport): void;
  /** Sends the text of the game so far; true when it has arrived. */
  hold(text: string, isLeaving: boolean): Promise<boolean>;
}

/** What the room is told about the app. A replay on top of the game changes nothing of what was told before. */
export function reportOf(
  { game, page }: Pick<AppState, 'game' | 'page'>,
  room: RoomFacts,
  before: ProgressReport | null,
  heldGame: HeldGame | null,
): ProgressReport {
  if (game?.kind === 'replay' && before) return before.state === 'playing' ? paused(before) : before;
  if (!isRoomGame(game, room)) {
    // A tab that is closed leaves its game to those that stay.
    const isLeft = heldGame !== null && isHeldForRoom(heldGame, room);
    return isLeft ? { tick: heldGame.tick, state: 'paused' } : { tick: 0, state: 'waiting' };
  }
  const { tick } = game.now;
  if (game.result) return { tick, state: 'finished' };
  return { tick, state: game.running && page === 'game' ? 'playing' : 'paused' };
}

function paused({ tick }: ProgressReport): ProgressReport {
  return { tick, state: 'paused' };
}

/** Tells as long as the listener names a room. */
export function startProgress(host: ClassHost, listener: ProgressListener): void {
  const { app, signs } = host;
  let told: ProgressReport | null = null;
  let held = '';
  let beats = 0;
  let changeIsDue = false;

  const tell = (): void => {
    const room = listener.room();
    if (!room) return;
    const hasGame = isRoomGame(app.getState().game, room);
    // Of two tabs of one browser the one that is not looked at, and has no game, is silent.
    if (!hasGame && told?.state === 'waiting' && !signs.isVisible()) return;
    const report = reportOf(app.getState(), room, told, hasGame ? null : host.heldGames.read());
    told = report;
    listener.tell(report);
  };
  const hold = async (isLeaving: boolean): Promise<void> => {
    const room = listener.room();
    const game = room && host.heldGames.read();
    if (!game || !isHeldForRoom(game, room)) return;
    const text = JSON.stringify(game);
    if (text === held || text.length > CLASS_LIMITS.heldCharacters) return;
    if (await listener.hold(text, isLeaving)) held = text;
  };
  const beat = (): void => {
    host.later(BEAT_MILLISECONDS, beat);
    beats += 1;
    tell();
    if (beats % BEATS_A_HOLD === 0) void hold(false);
  };
  const change = (): void => {
    const room = listener.room();
    if (!room || changeIsDue) return;
    if (reportOf(app.getState(), room, told, null).state === told?.state) return;
    changeIsDue = true;
    host.later(CHANGE_MILLISECONDS, () => {
      changeIsDue = false;
      tell();
    });
  };
  app.subscribe(change);
  signs.onHidden(() => void hold(true));
  host.later(BEAT_MILLISECONDS, beat);
}
