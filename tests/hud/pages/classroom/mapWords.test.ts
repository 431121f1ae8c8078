import { describe, expect, it } from 'vitest';
import { separationOf } from '../../../../src/classroom/separation.ts';
import type { ClassMap, Separation } from '../../../../src/classroom/types.ts';
import { areaPath, fanFrame, fanRows } from '../../../../src/hud/pages/classroom/map/fanFrame.ts';
import { mapFrame } from '../../../../src/hud/pages/classroom/map/mapFrame.ts';
import { placeSigns } from '../../../../src/hud/pages/classroom/map/rowDrawing.ts';
import { rowSentence, signLines } from '../../../../src/hud/pages/classroom/map/rowWords.ts';
import {
  chanceSentence,
  didIt,
  nothingSentence,
  separationSentence,
} from '../../../../src/hud/pages/classroom/map/separationWords.ts';
import {
  directionOf,
  firstHour,
  pressed,
  sortRows,
} from '../../../../src/hud/pages/classroom/map/sortRows.ts';
import { timeAxis } from '../../../../src/hud/pages/classroom/map/timeAxis.ts';
import { nextRow, nextSign } from '../../../../src/hud/pages/classroom/map/useRowKeys.ts';
import { LEVEL, order, oxygen, realMap, withMarks } from './mapClass.ts';

const MAP = realMap(30);
const [FIRST] = MAP.rows;
if (!FIRST) throw new Error('no row');
const nameOf = mapFrame(LEVEL, MAP, false).nameOf;
const SEPARATION: Separation = {
  kind: 'before',
  treatment: 'dexamethasone',
  regimen: null,
  hour: 54,
  did: { won: 17, of: 19 },
  didNot: { won: 2, of: 11 },
  p: 0.004,
  isClear: true,
};

describe('a class that nothing parts', () => {
  /** A level in which nothing can be given has no question to part a class by. */
  const bare = { ...LEVEL, treatments: [] };
  const of = (games: ClassMap['rows']): ClassMap => ({
    ...MAP,
    separation: separationOf(bare, games),
    outcomes: {
      ...{ recovered: games.filter(({ outcome }) => outcome === 'recovered').length },
      ...{ organFailure: games.filter(({ outcome }) => outcome !== 'recovered').length },
      ...{ opportunisticInfection: 0, stillOnWard: 0 },
    },
  });
  const won = MAP.rows.filter(({ outcome }) => outcome === 'recovered');
  const lost = MAP.rows.filter(({ outcome }) => outcome !== 'recovered');

  it('is told apart from one that is too small, or whose games all ended alike', () => {
    const few = 'Fewer than six games, or all ended alike: there is nothing to part.';
    expect(nothingSentence(of([...won.slice(0, 3), ...lost.slice(0, 2)]))).toBe(few);
    expect(nothingSentence(of(won.slice(0, 6)))).toBe(few);
    const mixed = of([...won.slice(0, 3), ...lost.slice(0, 3)]);
    expect(mixed.separation).toBeNull();
    expect(nothingSentence(mixed)).toBe(
      'No single decision goes along with who recovered: there is nothing to part them by.',
    );
    // Six are enough where something could be given.
    expect(separationOf(LEVEL, [...won.slice(0, 3), ...lost.slice(0, 3)])).not.toBeNull();
    expect(separationOf(LEVEL, [...won.slice(0, 3), ...lost.slice(0, 2)])).toBeNull();
  });
});

describe('a game in words', () => {
  it('is one sentence with place, name, score, ending, and each decision with its hour', () => {
    const row = withMarks(
      FIRST,
      [order(54, 'tocilizumab', 'single'), order(60.5, 'dexamethasone', 'high'), oxygen(72, 3)],
      { score: 89, outcome: 'recovered', endHour: 170, rank: 3 },
    );
    expect(rowSentence(LEVEL, row, 'Hazel Crane', 3)).toBe(
      '3. Hazel Crane, 89, recovered on day 7: tocilizumab day 2 06:00, dexamethasone (high dose) day 2 12:30, ventilator day 3 00:00.',
    );
    expect(rowSentence(LEVEL, withMarks(row, []), 'Guideline', 0)).toBe(
      'Guideline, 89, recovered on day 7: no treatment.',
    );
  });

  it('says of a sign what was ordered, with hour and dose', () => {
    const row = withMarks(FIRST, [order(54, 'tocilizumab', 'single')]);
    const [sign] = placeSigns(LEVEL, row, timeAxis(600, 240));
    expect(signLines(LEVEL, sign!)).toEqual([
      { moment: 'day 2, 06:00', words: 'Tocilizumab: 8 mg/kg iv, once' },
    ]);
  });

  it('is a number where names are hidden, or what the board says instead', () => {
    expect(mapFrame(LEVEL, MAP, true).nameOf(FIRST)).toBe('Student 1');
    expect(mapFrame(LEVEL, MAP, true, new Map([[FIRST.id, 'Student 9']])).nameOf(FIRST)).toBe('Student 9');
    expect(mapFrame(LEVEL, MAP, true).nameOf(MAP.guideline)).toBe('Guideline');
  });
});

describe('what parted them', () => {
  it('is said with both sides', () => {
    expect(separationSentence(LEVEL, SEPARATION)).toBe(
      '17 of 19 who gave dexamethasone before day 2, 06:00 recovered; 2 of 11 who did not.',
    );
    expect(
      separationSentence(LEVEL, { ...SEPARATION, kind: 'ever', treatment: 'antiviral', hour: null }),
    ).toBe('17 of 19 who gave an antiviral recovered; 2 of 11 who did not.');
    expect(separationSentence(LEVEL, { ...SEPARATION, kind: 'never', regimen: 'high', hour: null })).toBe(
      '17 of 19 who gave no dexamethasone (high dose) recovered; 2 of 11 who gave it.',
    );
    expect(
      separationSentence(LEVEL, { ...SEPARATION, kind: 'highestDose', regimen: 'high', hour: null }),
    ).toBe('17 of 19 who gave dexamethasone in the highest dose recovered; 2 of 11 who did not.');
  });

  it('says how often chance alone does as well', () => {
    expect(chanceSentence({ ...SEPARATION, p: 0.062 })).toContain('in 6.2 % of the deals');
    expect(chanceSentence({ ...SEPARATION, p: 0.5 })).toContain('in 50 % of the deals');
    expect(chanceSentence({ ...SEPARATION, p: 0.0005 })).toContain('fewer than 0.1 %');
  });

  it('finds as many games that did it, and that recovered, as the separation counts', () => {
    for (const games of [6, 30]) {
      const { separation, rows } = realMap(games);
      if (!separation) throw new Error(`nothing parts ${games}`);
      const doers = rows.filter((row) => didIt(row, separation));
      expect({
        won: doers.filter(({ outcome }) => outcome === 'recovered').length,
        of: doers.length,
      }).toEqual(separation.did);
    }
  });
});

describe('the order of the rows', () => {
  it('is by place unless another is asked for, and turns round on a second press', () => {
    const order = { by: 'score', reversed: false } as const;
    expect(sortRows(LEVEL, MAP.rows, order, nameOf)).toEqual(MAP.rows);
    expect(sortRows(LEVEL, MAP.rows, pressed(order, 'score'), nameOf).at(-1)?.rank).toBe(1);
    expect(pressed(pressed(order, 'score'), 'score')).toEqual(order);
    expect(pressed({ by: 'name', reversed: true }, 'end')).toEqual({ by: 'end', reversed: false });
    expect(directionOf(order)).toBe('descending');
    expect(directionOf({ by: 'end', reversed: false })).toBe('ascending');
  });

  it('counts names as people do, and puts who never gave a treatment last either way', () => {
    const names = sortRows(LEVEL, MAP.rows, { by: 'name', reversed: false }, nameOf).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Player 1', 'Player 2', 'Player 3']);
    for (const reversed of [false, true]) {
      const rows = sortRows(LEVEL, MAP.rows, { by: 'tocilizumab', reversed }, nameOf);
      const hours = rows.map((row) => firstHour(LEVEL, row, 'tocilizumab'));
      const given = hours.filter((hour) => hour !== null);
      expect(hours.slice(given.length).every((hour) => hour === null)).toBe(true);
      expect(given).toEqual(given.toSorted((a, b) => (reversed ? b - a : a - b)));
    }
  });

  it('does not take oxygen off for oxygen', () => {
    const row = withMarks(FIRST, [oxygen(5, 0), oxygen(9, 1), oxygen(20, 3)]);
    expect(firstHour(LEVEL, row, 'oxygen')).toBe(9);
    expect(firstHour(LEVEL, row, 'ventilator')).toBe(20);
  });

  it('is walked through by arrows, which stop at its ends', () => {
    expect(nextRow('ArrowDown', 0, 30)).toBe(1);
    expect(nextRow('ArrowUp', 0, 30)).toBe(0);
    expect(nextRow('End', 3, 30)).toBe(29);
    expect(nextRow('a', 3, 30)).toBeNull();
    expect(nextSign('ArrowRight', null, 4)).toBe(0);
    expect(nextSign('ArrowLeft', null, 4)).toBe(3);
    expect(nextSign('ArrowRight', 3, 4)).toBe(3);
    expect(nextSign('ArrowRight', null, 0)).toBeNull();
  });
});

describe('the fan', () => {
  const frame = fanFrame(MAP, 360, 200);

  it('holds every band and the best known course', () => {
    const { fan, bestKnown } = MAP;
    for (const value of [...fan.p10, ...fan.p90, ...(bestKnown?.il6 ?? [])]) {
      expect(frame.y(value)).toBeGreaterThanOrEqual(frame.top);
      expect(frame.y(value)).toBeLessThanOrEqual(frame.bottom);
    }
    expect(frame.x(fan.hours.at(-1) ?? 0)).toBeLessThanOrEqual(frame.right);
    expect(areaPath(frame, fan.p10, fan.p90)).toMatch(/^M[\d. L]+Z$/);
  });

  it('is said in numbers, day by day, with the games that still go on', () => {
    const rows = fanRows(MAP);
    expect(rows[0]).toMatchObject({ day: 0, games: 30 });
    for (const { half, most, median } of rows) {
      const numbers = [most[0], half[0], median, half[1], most[1]];
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
    expect(rows.at(-1)?.best).toBeNull();
  });
});
