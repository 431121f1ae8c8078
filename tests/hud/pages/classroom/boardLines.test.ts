import { describe, expect, it } from 'vitest';
import {
  boardParts,
  progressOf,
  roomLines,
  shownHour,
} from '../../../../src/hud/pages/classroom/boardLines.ts';
import { gameHourText, nameText, secondsText } from '../../../../src/hud/pages/classroom/boardWords.ts';
import { resultOf, rowOf } from './rows.ts';

describe('lines of a room', () => {
  it('keep the order of the rows and write names in words', () => {
    const lines = roomLines([rowOf('b', { result: resultOf({ endTick: 3480 }) }), rowOf('a')], {
      hideNames: false,
    });
    expect(lines.map(({ key, name }) => [key, name])).toEqual([
      ['b0000000', 'Plucky Lynx'],
      ['a0000000', 'Plucky Lynx'],
    ]);
    expect(lines[0]?.result).toMatchObject({ endHour: 174, rank: 1, games: 1 });
    expect(lines[1]?.result).toBeNull();
  });

  it('hide every name but that of the own seat, under a number that stays when places change', () => {
    const rows = [rowOf('c'), rowOf('a'), rowOf('b')];
    const options = { hideNames: true, ownSeat: 'b0000000' };
    const names = (lines: typeof rows) => {
      const shown = roomLines(lines, options).map(({ key, name }) => [key[0], name] as const);
      return Object.fromEntries(shown);
    };
    expect(names(rows)).toEqual({ a: 'Student 1', b: 'Plucky Lynx', c: 'Student 3' });
    expect(names(rows.toReversed())).toEqual(names(rows));
    expect(roomLines(rows, options).map(({ isOwn }) => isOwn)).toEqual([false, false, true]);
  });
});

describe('the hour beside a seat', () => {
  const hourOf = (row: Parameters<typeof rowOf>[1]) => {
    const [line] = roomLines([rowOf('a', row)], { hideNames: false });
    return line ? shownHour(line) : null;
  };

  it('is that of the running game, else that of the end of the best one', () => {
    const result = resultOf({ endTick: 2000 });
    expect(hourOf({ state: 'playing', hour: 76, result })).toBe(76);
    expect(hourOf({ state: 'finished', hour: 0, result })).toBe(100);
    expect(hourOf({ state: 'away', hour: 30, result })).toBeNull();
    expect(hourOf({ state: 'waiting', hour: 0 })).toBeNull();
    expect(hourOf({ state: 'playing', hour: 0 })).toBe(0);
  });

  it('is written as day and time', () => {
    expect(gameHourText(76)).toBe('day 3, 04:00');
  });
});

describe('the parts of a board', () => {
  const lines = roomLines(
    Array.from({ length: 31 }, (_, index) => rowOf(`s${index}`)),
    { hideNames: false },
  );

  it('are one as long as it fits, then two halves in order', () => {
    expect(boardParts(lines, 31)).toEqual([lines]);
    const parts = boardParts(lines, 14);
    expect(parts.map(({ length }) => length)).toEqual([16, 15]);
    expect(parts.flat()).toEqual(lines);
  });
});

describe('how far a class is', () => {
  it('counts each seat once', () => {
    const rows = [
      rowOf('a', { state: 'playing' }),
      rowOf('b', { state: 'paused', result: resultOf() }),
      rowOf('c', { state: 'finished' }),
      rowOf('d', { state: 'away', result: resultOf() }),
      rowOf('e', { state: 'away' }),
      rowOf('f'),
    ];
    expect(progressOf(rows)).toEqual({ playing: 2, finished: 2, others: 2 });
    expect(progressOf([])).toEqual({ playing: 0, finished: 0, others: 0 });
  });
});

describe('words of the board', () => {
  it('name a seat by its two words', () => expect(nameText('plucky-lynx')).toBe('Plucky Lynx'));

  it('write pauses in seconds, then in minutes', () => {
    expect([secondsText(40.4), secondsText(59.4), secondsText(130)]).toEqual(['40 s', '59 s', '2 min']);
  });
});
