/** Rooms full of students, opened through the class server's own front door, with a game for each to hand in. */
import { type ClassApi, createApi } from '../../src/app/classroom/api.ts';
import { runParallel } from '../../src/cli/parallel.ts';
import type { Mode } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import type { GamesWanted } from './gamesJob.ts';
import { untilAnswered } from './patience.ts';

/** A seat of the crowd. */
export interface CrowdSeat {
  readonly seat: string;
  readonly token: string;
}

export interface CrowdRoom {
  readonly code: string;
  /** The teacher's. */
  readonly key: string;
  readonly level: string;
  readonly mode: Mode;
  readonly seed: number;
  readonly seats: readonly CrowdSeat[];
}

export const apiOf = (base: string): ClassApi => createApi({ base, fetch: (url, init) => fetch(url, init) });

/** Opens a live room of the shortest level, fills it, and starts it. */
export async function openCrowdRoom(api: ClassApi, students: number): Promise<CrowdRoom> {
  const levels = loadLevels();
  const level = levels.reduce((a, b) => (b.horizonHours < a.horizonHours ? b : a));
  const { value: opened } = await untilAnswered('opening a room', () =>
    api.openRoom({
      level: level.id,
      mode: level.modes[0] ?? 'student',
      kind: 'live',
      hints: false,
      pace: 1,
      keepDays: 1,
      lan: false,
    }),
  );
  const { code, mode, seed } = opened.view.room;
  const seats: CrowdSeat[] = [];
  for (let index = 0; index < students; index += 1) seats.push(await takeSeat(api, code));
  await untilAnswered('starting a room', () => api.changeRoom(code, opened.key, { state: 'open' }));
  return { code, key: opened.key, level: level.id, mode, seed, seats };
}

async function takeSeat(api: ClassApi, code: string): Promise<CrowdSeat> {
  const { value } = await untilAnswered('asking for names', () => api.names(code));
  const name = value.names[0] ?? '';
  const { value: taken } = await untilAnswered('taking a seat', () => api.takeSeat(code, { name }));
  return { seat: taken.own.seat, token: taken.token };
}

/** As many different legal games of each room's patient as are asked for: texts of logs, by room. */
export async function gamesOf(
  rooms: readonly CrowdRoom[],
  each: number,
): Promise<readonly (readonly string[])[]> {
  const wanted = rooms.map(({ level, mode, seed }): GamesWanted => ({ level, mode, seed, count: each }));
  return runParallel<GamesWanted, readonly string[]>(new URL('./gamesJob.ts', import.meta.url), wanted);
}
