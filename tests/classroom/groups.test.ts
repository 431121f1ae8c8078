import { describe, expect, it } from 'vitest';
import { groupGames } from '../../src/classroom/groups.ts';
import type { ClassRow } from '../../src/classroom/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';

const LEVELS = loadLevels();
const [ONE = '', TWO = ''] = LEVELS.map(({ id }) => id);
const row = (id: string, level: string, mode: string, seed: number) =>
  ({ id, log: { level: { id: level }, mode, seed } }) as unknown as ClassRow;

describe('groups of games', () => {
  it('are of one level and view each, in the order of the campaign and of the games', () => {
    const rows = [
      row('a', TWO, 'student', 3),
      row('b', ONE, 'student', 3),
      row('c', ONE, 'clinician', 3),
      row('d', ONE, 'student', 4),
      row('e', TWO, 'student', 3),
      row('f', 'mars', 'student', 3),
    ];
    const said = groupGames(LEVELS, rows).map(({ level, mode, seed, rows: own }) => [
      level.id,
      mode,
      seed,
      own.map(({ id }) => id).join(''),
    ]);
    expect(said).toEqual([
      [ONE, 'clinician', 3, 'c'],
      [ONE, 'student', null, 'bd'],
      [TWO, 'student', 3, 'ae'],
    ]);
  });

  it('are none of no games, and know the seed 0', () => {
    expect(groupGames(LEVELS, [])).toEqual([]);
    expect(groupGames(LEVELS, [row('a', ONE, 'student', 0)])[0]?.seed).toBe(0);
  });
});
