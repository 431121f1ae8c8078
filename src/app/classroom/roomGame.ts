/** Which game on the screen is that of the room, and what a student may look at before the room is closed. */
import { levelHash } from '../../engine/levelHash.ts';
import type { Level } from '../../engine/types.ts';
import type { RoomFacts } from '../../schema/classroom/room.ts';
import type { HeldGame } from '../../schema/heldGame.ts';
import type { GameView } from '../types.ts';
import type { ClassState } from './types.ts';

type Facts = Pick<RoomFacts, 'level' | 'mode' | 'seed'>;

const hashes = new WeakMap<Level, string>();

function hashOf(level: Level): string {
  const known = hashes.get(level);
  if (known !== undefined) return known;
  const hash = levelHash(level);
  hashes.set(level, hash);
  return hash;
}

/** The level of a room; null when this page has none of that id and of that very content. */
export function levelOfRoom(levels: readonly Level[], { level }: Facts): Level | null {
  return levels.find((known) => known.id === level.id && hashOf(known) === level.hash) ?? null;
}

/** True for a game that the student plays from the start for this room. One taken over from a replay is none. */
export function isRoomGame(game: GameView | null, { level, mode, seed }: Facts): game is GameView {
  if (game?.kind !== 'play' || game.fork !== null) return false;
  return (
    game.seed === seed &&
    game.mode === mode &&
    game.level.id === level.id &&
    hashOf(game.level) === level.hash
  );
}

/** The same of a game that has not ended, as it is held for a later visit. */
export function isHeldForRoom({ level, mode, seed, fork }: HeldGame, room: Facts): boolean {
  return (
    fork === undefined &&
    seed === room.seed &&
    mode === room.mode &&
    level.id === room.level.id &&
    level.hash === room.level.hash
  );
}

/**
 * True while a student of a room without hints must not see what else could have been done in this level: its debrief,
 * its lesson, other courses, other games. A seat that is lost is sealed no more, unless another device goes on with it.
 */
export function isSealed({ student }: Pick<ClassState, 'student'>, levelId: string): boolean {
  if (!student || (student.gone !== null && student.gone !== 'moved')) return false;
  const { room } = student.view;
  return !room.hints && room.state !== 'closed' && room.level.id === levelId;
}
