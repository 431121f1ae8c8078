import { describe, expect, it } from 'vitest';
import { createGame } from '../../src/engine/createGame.ts';
import { checkObjectives, isKept } from '../../src/engine/objectives.ts';
import { snapshotOf } from '../../src/engine/snapshot.ts';
import type { EngineEvent, Objective } from '../../src/engine/types.ts';
import { Q } from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { HEALTHY } from '../support/levels.ts';
import { order, startGame } from '../support/play.ts';

const below: Objective = { id: 'storm', quantity: 'IL6', rule: 'keepBelow', limit: 100, text: { en: 'x' } };
const above: Objective = { id: 'oxygen', quantity: 'SpO2', rule: 'keepAbove', limit: 90, text: { en: 'x' } };
const LEVEL = { ...HEALTHY, objectives: [below, above] };

describe('an objective', () => {
  const healthy = createGame(LEVEL, { seed: 1, mode: 'student' });
  const withValues = (IL6: number, SpO2: number): Float64Array => {
    const values = quantitiesOf(healthy.y, healthy.p);
    values[Q.IL6] = IL6;
    values[Q.SpO2] = SpO2;
    return values;
  };

  it('is kept up to its limit and lost beyond it, below or above', () => {
    const kept = (IL6: number, SpO2: number) => {
      const values = withValues(IL6, SpO2);
      return [isKept(below, values), isKept(above, values)];
    };
    expect(kept(100, 90)).toEqual([true, true]);
    expect(kept(100.1, 89.9)).toEqual([false, false]);
  });

  it('is told once when it is lost, and stays lost', () => {
    const state = createGame(LEVEL, { seed: 1, mode: 'student' });
    const told = (values: Float64Array): readonly EngineEvent[] => {
      const events: EngineEvent[] = [];
      checkObjectives(state, LEVEL, values, events);
      return events;
    };
    expect(told(withValues(1, 97))).toEqual([]);
    expect(told(withValues(101, 97))).toEqual([{ type: 'objectiveLost', tick: 0, objective: 'storm' }]);
    expect(told(withValues(101, 97))).toEqual([]);
    expect(told(withValues(1, 97))).toEqual([]);
    expect(state.objectivesKept).toEqual([false, true]);
    expect(snapshotOf(state, LEVEL).objectives).toEqual([
      { id: 'storm', kept: false },
      { id: 'oxygen', kept: true },
    ]);
  });

  it('that does not hold at the start is lost from the start', () => {
    const state = createGame(
      { ...LEVEL, objectives: [{ ...below, limit: 1 }] },
      { seed: 1, mode: 'student' },
    );
    expect(state.objectivesKept).toEqual([false]);
  });
});

describe('a snapshot', () => {
  it('counts the stock down and names the hours of doses', () => {
    const game = startGame(HEALTHY);
    game.wait(2);
    game.give(order('antiviral', 'course'));
    const view = snapshotOf(game.state, game.level).treatments.find(({ id }) => id === 'antiviral');
    expect(view).toEqual({
      id: 'antiviral',
      running: true,
      regimen: 'course',
      dosesGiven: 1,
      stockLeft: 4,
      nextDoseHour: 26,
      lastDoseHour: 2,
    });
    const untouched = snapshotOf(game.state, game.level).treatments.find(({ id }) => id === 'dexamethasone');
    expect(untouched).toMatchObject({
      running: false,
      stockLeft: Number.POSITIVE_INFINITY,
      nextDoseHour: -1,
      lastDoseHour: -1,
    });
  });

  it('shares no values with the game that goes on', () => {
    const game = startGame(HEALTHY);
    const snapshot = snapshotOf(game.state, game.level);
    const before = snapshot.values.slice();
    game.wait(1);
    expect(snapshot.values).toEqual(before);
    expect(snapshot.tick).toBe(0);
  });
});
