import { describe, expect, it } from 'vitest';
import { classRow, isRefusal } from '../../src/classroom/row.ts';
import type { ClassRow, NamedLog } from '../../src/classroom/types.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import { snapshotOf } from '../../src/engine/snapshot.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { Q } from '../../src/model/generated/system.ts';
import { makeClass, makeNamedClass } from '../support/classLogs.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const GAMES = makeNamedClass(QUIET_DOUBLING, 4, 3, 'clinician');

function rowOf(game: NamedLog): ClassRow {
  const row = classRow(QUIET_DOUBLING, game);
  if (isRefusal(row)) throw new Error(row.code);
  return row;
}

const refusalOf = (change: Partial<DecisionLog>): string => {
  const [game] = GAMES as [NamedLog];
  const row = classRow(QUIET_DOUBLING, { ...game, log: { ...game.log, ...change } });
  return isRefusal(row) ? row.code : 'holds';
};

describe('a made class', () => {
  it.each(loadLevels())(
    '$id: is of different games that hold, and ends in every way of that level',
    (level) => {
      const logs = makeClass(level, 24, 5);
      const rows = logs.map((log, index) => classRow(level, { id: String(index), name: '', log }));
      expect(rows.filter(isRefusal)).toEqual([]);
      expect(new Set(logs.map(({ commands }) => JSON.stringify(commands))).size).toBe(24);
      expect(new Set(logs.map(({ outcome }) => outcome)).size).toBeGreaterThanOrEqual(3);
      expect(makeClass(level, 3, 5)).toEqual(logs.slice(0, 3));
    },
  );
});

describe('a row', () => {
  it('says what the game gives when it is played again', () => {
    for (const game of GAMES) {
      const { log } = game;
      expect(rowOf(game)).toMatchObject({
        ...game,
        score: log.score,
        outcome: log.outcome,
        endHour: log.endTick / 20,
        rank: 1,
      });
    }
  });

  it('has the IL-6 of every full hour, the first and the last included', () => {
    const [game] = GAMES as [NamedLog];
    const { log } = game;
    const expected: number[] = [];
    simulate(QUIET_DOUBLING, {
      seed: log.seed,
      mode: log.mode,
      decide: fromCommands(log.commands),
      onTick: (state) => {
        const { hour, values } = snapshotOf(state, QUIET_DOUBLING);
        if (Number.isInteger(hour)) expected.push(values[Q.IL6] as number);
      },
    });
    const { il6, endHour } = rowOf(game);
    expect(il6).toEqual(expected);
    expect(il6).toHaveLength(Math.floor(endHour) + 1);
  });

  it('marks orders and oxygen at their hours, and neither stops nor tests', () => {
    const types = new Set(GAMES.flatMap((game) => game.log.commands.map(({ command }) => command.type)));
    expect(types).toContain('lab');
    for (const game of GAMES) {
      const kept = game.log.commands.filter(({ command }) => ['order', 'oxygen'].includes(command.type));
      expect(rowOf(game).marks).toEqual(kept.map(({ tick, command }) => ({ hour: tick / 20, command })));
    }
  });

  it('adds the declared pauses up', () => {
    const [log] = makeClass(QUIET_DOUBLING, 1) as [DecisionLog];
    const pauses = [
      { tick: 3, seconds: 1.5 },
      { tick: 90, seconds: 20 },
    ];
    const row = rowOf({ id: 'a', name: 'A', log: { ...log, pauses }, late: true });
    expect(row).toMatchObject({ pauses: 2, pausedSeconds: 21.5, late: true });
  });

  it('is refused where the log says something else than the game', () => {
    const [{ log }] = GAMES as [NamedLog];
    expect(refusalOf({})).toBe('holds');
    expect(refusalOf({ score: log.score + 1 })).toBe('score');
    expect(refusalOf({ outcome: 'organFailure' })).toBe('outcome');
    expect(refusalOf({ commands: log.commands.slice(1) })).toBe('checkpoint');
    expect(refusalOf({ model: { ...log.model, version: '0.0.1' } })).toBe('modelVersion');
  });
});
