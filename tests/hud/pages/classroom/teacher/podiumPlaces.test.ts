import { describe, expect, it } from 'vitest';
import { roomLines } from '../../../../../src/hud/pages/classroom/boardLines.ts';
import { podiumSteps, shownOnStep } from '../../../../../src/hud/pages/classroom/teacher/podiumPlaces.ts';
import { resultOf, rowOf } from '../rows.ts';

/** Lines with these ranks; a rank as text is one that came late. */
const ranked = (...ranks: readonly (number | string | null)[]) =>
  roomLines(
    ranks.map((rank, index) =>
      rowOf(`s${index}`, {
        result: rank === null ? null : resultOf({ rank: Number(rank), late: typeof rank === 'string' }),
      }),
    ),
    { hideNames: false },
  );
const onSteps = (...ranks: readonly (number | string | null)[]) =>
  podiumSteps(ranked(...ranks)).map(({ lines }) => lines.map(({ key }) => Number(key[1])));

describe('the podium', () => {
  it('has a step for each of the three best', () => {
    expect(onSteps(1, 2, 3, 4, 5)).toEqual([[0], [1], [2]]);
    expect(podiumSteps(ranked(1)).map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it('lets equal scores share a step and leaves empty what they skip', () => {
    expect(onSteps(1, 2, 2, 4)).toEqual([[0], [1, 2], []]);
    expect(onSteps(1, 1, 3)).toEqual([[0, 1], [], [2]]);
    expect(onSteps(1, 1, 1)).toEqual([[0, 1, 2], [], []]);
  });

  it('never shows what came late, or who has no result', () => {
    expect(onSteps(1, '2', '3', null)).toEqual([[0], [], []]);
    expect(onSteps('1')).toEqual([[], [], []]);
    expect(onSteps()).toEqual([[], [], []]);
  });

  it('counts those for whom a step has no room, and never counts one', () => {
    const [four] = podiumSteps(ranked(1, 1, 1, 1));
    const [five] = podiumSteps(ranked(1, 1, 1, 1, 1));
    if (!four || !five) throw new Error('no step');
    expect(shownOnStep(four, 4)).toMatchObject({ more: 0 });
    expect(shownOnStep(five, 4)).toMatchObject({ more: 2 });
    expect(shownOnStep(five, 4).shown).toHaveLength(3);
  });
});
