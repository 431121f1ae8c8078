import { describe, expect, it } from 'vitest';
import { createGame } from '../../src/engine/createGame.ts';
import { checkObjectives, isMet } from '../../src/engine/objectives.ts';
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
      return [isMet(below, values), isMet(above, values)];
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
    expect(state.objectives).toEqual(['lost', 'kept']);
    expect(snapshotOf(state, LEVEL).objectives).toEqual([
      { id: 'storm', status: 'lost' },
      { id: 'oxygen', status: 'kept' },
    ]);
  });

  it('that does not hold at the start is lost from the start', () => {
    const state = createGame(
      { ...LEVEL, objectives: [{ ...below, limit: 1 }] },
      { seed: 1, mode: 'student' },
    );
    expect(state.objectives).toEqual(['lost']);
  });
});

describe('an objective that must be reached', () => {
  const reach: Objective = {
    id: 'goal',
    quantity: 'IL6',
    rule: 'reachBelow',
    limit: 100,
    byHour: 10,
    text: { en: 'x' },
  };
  const level = { ...HEALTHY, horizonHours: 240, objectives: [reach] };
  /** A game whose objective still stands out at the start, and what each tick with these values tells. */
  const start = (objective: Objective = reach) => {
    const state = createGame(
      { ...level, objectives: [{ ...objective, limit: 1 }] },
      { seed: 1, mode: 'student' },
    );
    return {
      state,
      told: (tick: number, IL6: number): readonly EngineEvent[] => {
        const values = quantitiesOf(state.y, state.p);
        values[Q.IL6] = IL6;
        const events: EngineEvent[] = [];
        state.tick = tick;
        checkObjectives(state, { ...level, objectives: [objective] }, values, events);
        return events;
      },
    };
  };

  it('is open until it is reached, and then stays reached', () => {
    const { state, told } = start();
    expect(state.objectives).toEqual(['open']);
    expect(told(1, 101)).toEqual([]);
    expect(told(2, 100)).toEqual([{ type: 'objectiveReached', tick: 2, objective: 'goal' }]);
    expect(told(300, 500)).toEqual([]);
    expect(state.objectives).toEqual(['reached']);
  });

  it('is lost at its hour, and at the horizon when it names none', () => {
    const { state, told } = start();
    expect(told(199, 101)).toEqual([]);
    expect(told(200, 101)).toEqual([{ type: 'objectiveLost', tick: 200, objective: 'goal' }]);
    expect(told(201, 1)).toEqual([]);
    expect(state.objectives).toEqual(['lost']);
    const { byHour: _, ...endless } = reach;
    const other = start(endless);
    expect(other.told(4799, 101)).toEqual([]);
    expect(other.told(4800, 101)).toHaveLength(1);
  });

  it('may ask for more instead of less, and is reached from the start when it holds', () => {
    const above: Objective = { ...reach, rule: 'reachAbove', limit: 1 };
    const state = createGame({ ...level, objectives: [above, reach] }, { seed: 1, mode: 'student' });
    expect(state.objectives).toEqual(['reached', 'reached']);
  });

  it('keeps the patient until its verdict, and is lost when the patient dies before', () => {
    // Sound from the start: sent home after five days, but not while the virus is still to be reached.
    const never: Objective = { ...reach, quantity: 'V', rule: 'reachAbove', limit: 1, byHour: 130 };
    const game = startGame({ ...level, objectives: [never] });
    game.wait(129);
    expect(game.state.outcome).toBeNull();
    game.wait(2);
    expect(game.state.outcome?.kind).toBe('recovered');
    expect(game.state.tick).toBe(130 * 20);
    const dying = startGame({ ...level, objectives: [{ ...never, byHour: 200 }] });
    dying.state.endings.reserve = 0;
    dying.state.y[Q.Lu] = 1;
    dying.wait(1);
    expect(dying.state.outcome?.kind).toBe('organFailure');
    expect(dying.state.objectives).toEqual(['lost']);
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
