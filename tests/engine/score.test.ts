import { describe, expect, it } from 'vitest';
import { createGame } from '../../src/engine/createGame.ts';
import { scoreGame } from '../../src/engine/score.ts';
import { SCORE_RULES } from '../../src/engine/scoreRules.ts';
import type { EngineState } from '../../src/engine/state.ts';
import type { OutcomeKind, Score } from '../../src/engine/types.ts';
import { FEVERISH } from '../support/levels.ts';

const LEVEL = {
  ...FEVERISH,
  horizonHours: 240,
  scoring: {
    bodyAlone: { organArea: 320 },
    bestKnown: { organArea: 10, guardArea: 2 },
    guideline: { total: 70 },
  },
};

/** Score of a game that ended at the horizon with these tallies. */
function scoreOf(change: (state: EngineState) => void, kind: OutcomeKind = 'recovered', tick = 4800): Score {
  const state = createGame(LEVEL, { seed: 1, mode: 'clinician' });
  state.tick = tick;
  state.outcome = { kind, tick };
  state.tallies.sofaHours = 10 * 24;
  change(state);
  return scoreGame(state, LEVEL);
}

describe('score', () => {
  it('is 100 at the best known policy, and not more beyond it', () => {
    expect(scoreOf(() => {})).toMatchObject({ total: 100, organs: 50, guard: 30, stewardship: 20 });
    expect(
      scoreOf(({ tallies }) => {
        tallies.sofaHours = 0;
      }).total,
    ).toBe(100);
  });

  it('is nothing at the body alone, and gives the same points for each halving of organ damage', () => {
    const organs = (area: number): number =>
      scoreOf(({ tallies }) => {
        tallies.sofaHours = area * 24;
      }).organs;
    expect([320, 160, 80, 40, 20, 10].map(organs)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(organs(500)).toBe(0);
  });

  it('leaves of every part the share that a lost objective names, and all of it for others', () => {
    const objectives = [
      { id: 'a', quantity: 'A', rule: 'reachBelow', limit: 0.1, shareIfLost: 0.5, text: { en: 'x' } },
      { id: 'b', quantity: 'B', rule: 'keepBelow', limit: 1, text: { en: 'x' } },
    ] as const;
    const level = { ...LEVEL, objectives };
    const state = createGame(level, { seed: 1, mode: 'clinician' });
    state.outcome = { kind: 'recovered', tick: 4800 };
    state.tallies.sofaHours = 10 * 24;
    state.objectives.splice(0, 2, 'reached', 'lost');
    expect(scoreGame(state, level)).toMatchObject({ total: 100, numbers: { objectiveShare: 1 } });
    state.objectives[0] = 'lost';
    expect(scoreGame(state, level)).toMatchObject({
      organs: 25,
      guard: 15,
      stewardship: 10,
      total: 50,
      numbers: { objectiveShare: 0.5 },
    });
  });

  it('takes for guard beyond that of the best known policy, and for hours of second infection', () => {
    const guarded = scoreOf(({ tallies }) => {
      tallies.guardLostHours = 4 * 24;
      tallies.secondInfectionTicks = 10 * 20;
    });
    expect(guarded.guard).toBe(
      30 - 2 * SCORE_RULES.guardPointsPerDay - 10 * SCORE_RULES.secondInfectionPointsPerHour,
    );
    expect(guarded.numbers.costs).toEqual([
      { part: 'guard', code: 'guardLost', amount: 2, points: 6 },
      { part: 'guard', code: 'secondInfection', amount: 10, points: 5 },
    ]);
  });

  it('takes for doses, support and tests that had nothing to act on', () => {
    const wasteful = scoreOf((state) => {
      const tocilizumab = state.treatments[LEVEL.treatments.findIndex(({ id }) => id === 'tocilizumab')];
      if (tocilizumab !== undefined) Object.assign(tocilizumab, { dosesGiven: 2, dosesWithoutUse: 1 });
      state.tallies.norepinephrineTicksWithoutUse = 4 * 20;
      state.tallies.oxygenTicksWithoutUse = 50 * 20;
      state.tallies.testsOrdered = 5;
      state.tallies.testsTooSoon = 2;
    });
    expect(wasteful.stewardship).toBe(20 - 6 - 1 - 1 - 1);
    expect(wasteful.numbers).toMatchObject({
      dosesGiven: 2,
      dosesWithoutUse: 1,
      testsOrdered: 5,
      testsTooSoon: 2,
      supportHoursWithoutUse: 54,
    });
    expect(wasteful.numbers.costs.map(({ code, points }) => [code, points])).toEqual([
      ['doseWithoutUse', 6],
      ['norepinephrineWithoutUse', 1],
      ['oxygenWithoutUse', 1],
      ['testTooSoon', 1],
    ]);
  });

  it('counts 24 SOFA points for every day a dead patient had left, and leaves neither guard nor stewardship', () => {
    const dead = scoreOf(() => {}, 'organFailure', 2400);
    expect(dead.numbers.organArea).toBe(10 + 24 * 5);
    expect(dead).toMatchObject({ guard: 0, stewardship: 0 });
    expect(dead.total).toBe(dead.organs);
    expect(dead.numbers.costs.filter(({ code }) => code === 'died')).toHaveLength(2);
  });

  it('does not exist before the end', () => {
    expect(() => scoreGame(createGame(LEVEL, { seed: 1, mode: 'student' }), LEVEL)).toThrow();
  });
});
