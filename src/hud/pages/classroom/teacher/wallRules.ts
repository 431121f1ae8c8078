/** What the wall shows without being asked twice. */
import type { RoomFacts } from '../../../../schema/classroom/room.ts';

/** While anybody may still hand in, whoever looks at one game or at the map sees what was decided. */
export function showsTooMuch({ state }: Pick<RoomFacts, 'state'>): boolean {
  return state !== 'closed';
}
