import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/engine/checkCommand.ts';
import { assayFactor } from '../../src/engine/labs.ts';
import { snapshotOf } from '../../src/engine/snapshot.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import type { Command } from '../../src/engine/types.ts';
import { Q } from '../../src/model/generated/system.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { startGame } from '../support/play.ts';

const IL6: Command = { type: 'lab', test: 'IL6' };

describe('a test in clinician mode', () => {
  it('shows what was in the blood when it was sent, after its turnaround, with the noise of the assay', () => {
    const game = startGame(QUIET_DOUBLING, 'clinician');
    const truth = game.state.y[Q.IL6] as number;
    game.give(IL6);
    expect(checkCommand(game.state, game.level, IL6)).toEqual({
      code: 'labPending',
      values: { test: 'IL6', minutes: 117 },
    });
    expect(snapshotOf(game.state, game.level).labs[0]).toEqual({ test: 'IL6', results: [], readyHour: 2 });
    expect(game.wait(1.9)).toEqual([]);
    const [event] = game.wait(0.05);
    expect(event).toMatchObject({
      type: 'lab',
      tick: 40,
      result: { test: 'IL6', orderedTick: 0, readyTick: 40 },
    });
    const value = game.state.labResults[0]?.value ?? 0;
    expect(value).not.toBe(truth);
    expect(Math.abs(value / truth - 1)).toBeLessThan(0.5);
    expect(game.state.labsPending).toEqual([]);
  });

  it('has other noise under another seed and the same under the same', () => {
    const value = (seed: number): number => {
      const game = startGame(QUIET_DOUBLING, 'clinician', seed);
      game.give(IL6);
      return game.state.labsPending[0]?.value ?? 0;
    };
    expect(value(1)).toBe(value(1));
    expect(value(1)).not.toBe(value(2));
  });

  it('changes nothing in the patient', () => {
    const measured = startGame(QUIET_DOUBLING, 'clinician');
    const left = startGame(QUIET_DOUBLING, 'clinician');
    measured.give(IL6, { type: 'lab', test: 'CRP' });
    left.give();
    expect(measured.state.y).toEqual(left.state.y);
    expect(stateHash(measured.state)).not.toBe(stateHash(left.state));
  });

  it('counts as too soon when it is repeated within six hours and nothing has moved', () => {
    const game = startGame(QUIET_DOUBLING, 'clinician');
    const lactate: Command = { type: 'lab', test: 'lactate' };
    game.give(lactate);
    game.wait(1);
    game.give(lactate);
    expect(game.state.tallies).toMatchObject({ testsOrdered: 2, testsTooSoon: 1 });
    game.wait(6);
    game.give(lactate);
    expect(game.state.tallies).toMatchObject({ testsOrdered: 3, testsTooSoon: 1 });
  });

  it('is refused when the level has no such test, and in student mode', () => {
    const clinician = startGame({ ...QUIET_DOUBLING, labs: [] }, 'clinician');
    expect(checkCommand(clinician.state, clinician.level, IL6)?.code).toBe('labUnknown');
    const student = startGame(QUIET_DOUBLING);
    expect(checkCommand(student.state, student.level, IL6)?.code).toBe('labsAreVisible');
  });
});

describe('the assay', () => {
  it('multiplies by a positive number with median 1 and about its coefficient of variation', () => {
    expect(assayFactor(0.1, 0)).toBe(1);
    expect(assayFactor(0.1, 1) * assayFactor(0.1, -1)).toBeCloseTo(1, 12);
    expect(assayFactor(0.1, 1)).toBeCloseTo(1.105, 3);
    expect(assayFactor(0.5, -6)).toBeGreaterThan(0);
  });
});
