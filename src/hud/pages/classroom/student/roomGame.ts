/** Which games are a room's. */
import type { GameView } from '../../../../app/types.ts';
import type { DecisionLog } from '../../../../engine/types.ts';
import type { RoomFacts } from '../../../../schema/classroom/room.ts';

/** True for a game of the room's level, view and patient, played from its beginning. */
export function isRoomGame(game: GameView | null, { level, mode, seed }: RoomFacts): game is GameView {
  return (
    game?.kind === 'play' &&
    game.fork === null &&
    game.level.id === level.id &&
    game.mode === mode &&
    game.seed === seed
  );
}

/** True for the log of such a game. */
export function isRoomLog(log: DecisionLog, { level, mode, seed }: RoomFacts): boolean {
  return log.level.hash === level.hash && log.mode === mode && log.seed === seed;
}
