import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankRows, ranksOf } from '../../src/classroom/rank.ts';
import type { ClassRow } from '../../src/classroom/types.ts';

const row = (id: string, score: number, late = false) => ({ id, name: `N${id}`, score, late }) as ClassRow;
const said = (rows: readonly ClassRow[]) => rows.map(({ id, rank }) => `${rank}${id}`).join(' ');

describe('places', () => {
  it('are shared by equal scores, and the next place is left out', () => {
    expect(ranksOf([{ score: 70 }, { score: 90 }, { score: 70 }, { score: 10 }])).toEqual([2, 1, 2, 4]);
  });

  it('are behind everybody else for whoever was late, whatever the score', () => {
    expect(said(rankRows([row('a', 100, true), row('b', 20), row('c', 60, true), row('d', 30)]))).toBe(
      '1d 2b 3a 4c',
    );
  });

  it('put those who share one in the order of names, in whatever order they came', () => {
    expect(said(rankRows([row('c', 5), row('a', 5), row('b', 5)]))).toBe('1a 1b 1c');
  });

  it('keep these rules in every class', () => {
    const results = fc.array(fc.record({ score: fc.integer({ min: 0, max: 6 }), late: fc.boolean() }));
    fc.assert(
      fc.property(results, (list) => {
        const ranks = ranksOf(list);
        list.forEach((one, index) => {
          const better = list.filter(
            (other) => (!other.late && one.late) || (other.late === one.late && other.score > one.score),
          );
          expect(ranks[index]).toBe(better.length + 1);
        });
        const rows = list.map(({ score, late }, index) => row(String(index), score, late));
        expect(rankRows(rows)).toEqual(rankRows([...rows].reverse()));
      }),
    );
  });
});
