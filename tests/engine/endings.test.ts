import { describe, expect, it } from 'vitest';
import { createGame } from '../../src/engine/createGame.ts';
import { checkEnding, DERANGEMENTS, reserveLoss } from '../../src/engine/endings.ts';
import { cloneState } from '../../src/engine/state.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import { step } from '../../src/engine/step.ts';
import type { Level } from '../../src/engine/types.ts';
import { Q, type QuantityId } from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { FEVERISH, HEALTHY, QUIET_DOUBLING } from '../support/levels.ts';
import { order, oxygen, startGame, stop } from '../support/play.ts';

function withParameters(level: Level, parameters: Readonly<Record<string, number>>): Level {
  return {
    ...level,
    patient: { ...level.patient, parameters: { ...level.patient.parameters, ...parameters } },
  };
}

describe('reserve', () => {
  const healthy = createGame(HEALTHY, { seed: 1, mode: 'student' });
  const values = quantitiesOf(healthy.y, healthy.p);

  it('is lost by nothing in health, and by each derangement as fast as its table says', () => {
    expect(reserveLoss(values)).toBe(0);
    for (const { quantity, limit, severe, severeHours } of DERANGEMENTS) {
      const deranged = values.slice();
      deranged[Q[quantity]] = limit;
      expect(reserveLoss(deranged)).toBe(0);
      deranged[Q[quantity]] = severe;
      expect(reserveLoss(deranged)).toBeCloseTo(1 / severeHours, 12);
    }
  });

  it('runs out under a deep shock: death by organ failure', () => {
    const game = startGame(withParameters(FEVERISH, { MAP0: 40, MAPs: 10 }));
    const events = game.wait(9);
    expect(game.state.outcome?.kind).toBe('organFailure');
    expect(events.at(-1)).toEqual({ type: 'ended', tick: game.state.tick, outcome: game.state.outcome });
    // Eight hours at the severe value, a little more or less as the pressure moves.
    expect(game.state.tick / 20).toBeGreaterThan(7);
  });

  it('comes back when the shock is short', () => {
    const game = startGame(withParameters(FEVERISH, { MAP0: 40, MAPs: 10, mapNe: 60, lossNe: 0 }));
    game.wait(3);
    const spent = game.state.endings.reserve;
    expect(spent).toBeLessThan(0.7);
    game.give(order('norepinephrine', 'titrated'));
    game.wait(20);
    expect(game.state.endings.reserve).toBeGreaterThan(spent);
    expect(game.state.outcome).toBeNull();
  });

  it('comes back from nothing in 48 hours without a derangement, and no further than to 1', () => {
    const game = startGame(FEVERISH);
    game.state.endings.reserve = 0.25;
    game.wait(12);
    expect(game.state.endings.reserve).toBeCloseTo(0.5, 12);
    game.wait(48);
    expect(game.state.endings.reserve).toBe(1);
  });
});

describe('infection', () => {
  const septic = (B: number): Level =>
    withParameters(
      { ...FEVERISH, patient: { ...FEVERISH.patient, initial: { B } } },
      { kpg: 0.6, kpn: 0, kpm: 0, seed: 0 },
    );

  it('kills after a day of more than 1e7 bacteria in a millilitre', () => {
    const game = startGame(septic(12));
    game.wait(23.9);
    expect(game.state.outcome).toBeNull();
    game.wait(0.2);
    expect(game.state.outcome).toEqual({ kind: 'opportunisticInfection', tick: 480 });
  });

  it('is the cause when the reserve runs out after a day and more of it', () => {
    const sick = withParameters(septic(2), { Bmax: 3, MAP0: 44, MAPs: 10, mapE: 0, mapH: 0 });
    const short = startGame(sick);
    short.state.endings.reserve = 0.01;
    short.wait(1);
    expect(short.state.outcome?.kind).toBe('organFailure');
    const long = startGame(sick);
    long.state.endings.reserve = 0.01;
    long.state.endings.infectionBalance = 500;
    long.wait(1);
    expect(long.state.outcome?.kind).toBe('opportunisticInfection');
  });
});

describe('the cause of death', () => {
  it('is the infection when it was there for more than half of the last 48 hours', () => {
    const causeAfter = (infectionBalance: number): string | null => {
      const state = createGame(HEALTHY, { seed: 1, mode: 'student' });
      Object.assign(state.endings, { reserve: 0, infectionBalance });
      const values = quantitiesOf(state.y, state.p);
      values[Q.B] = 2;
      values[Q.MAP] = 30;
      return checkEnding(state, HEALTHY, values);
    };
    expect([causeAfter(479), causeAfter(480)]).toEqual(['organFailure', 'opportunisticInfection']);
  });
});

describe('recovery', () => {
  it('sends a patient home who never was ill, but not before the fifth day', () => {
    const game = startGame(HEALTHY);
    game.wait(119);
    expect(game.state.outcome).toBeNull();
    game.wait(2);
    expect(game.state.outcome).toEqual({ kind: 'recovered', tick: 2400 });
  });

  it('needs a whole day in a row once the patient has been ill', () => {
    const game = startGame(HEALTHY);
    game.state.y[Q.Temp] = 40;
    game.wait(12);
    expect(game.state.endings.hasBeenIll).toBe(true);
    expect(game.state.outcome).toBeNull();
    game.wait(24);
    expect(game.state.outcome?.kind).toBe('recovered');
  });

  it('waits while norepinephrine holds the pressure', () => {
    const game = startGame(withParameters(HEALTHY, { MAP0: 72, mapNe: 0 }));
    game.give(order('norepinephrine', 'titrated'));
    game.wait(130);
    expect(game.state.outcome).toBeNull();
    game.give(stop('norepinephrine'));
    game.wait(25);
    expect(game.state.outcome?.kind).toBe('recovered');
  });

  it('waits while much oxygen holds the saturation', () => {
    const game = startGame(HEALTHY);
    game.give(oxygen(2));
    game.wait(130);
    expect(game.state.outcome).toBeNull();
    game.give(oxygen(1));
    game.wait(25);
    expect(game.state.outcome?.kind).toBe('recovered');
  });

  /** Ticks of recovery after one tick with these values, in a patient whose lungs were at `lowestPF`. */
  const wellTicks = (change: Partial<Record<QuantityId, number>>, lowestPF = 100): number => {
    const state = createGame(HEALTHY, { seed: 1, mode: 'student' });
    state.endings.lowestPF = lowestPF;
    const values = quantitiesOf(state.y, state.p);
    for (const [id, value] of Object.entries(change)) values[Q[id as QuantityId]] = value;
    checkEnding(state, HEALTHY, values);
    return state.endings.wellTicks;
  };

  it.each([
    ['Temp', 38, 37.9],
    ['S6', 40, 39.9],
    ['B', 0.1, 0.09],
    ['SpO2', 91.9, 92],
    ['PF', 199, 200],
    ['MAP', 69.9, 70],
  ] as const)('is not counted at %s %d, and is at %d', (id, ill, well) => {
    expect([wellTicks({ [id]: ill }), wellTicks({ [id]: well })]).toEqual([0, 1]);
  });

  it('needs lungs that have gained 10 mmHg since their worst, unless they never were below 300', () => {
    expect([wellTicks({ PF: 259 }, 250), wellTicks({ PF: 260 }, 250), wellTicks({ PF: 300 }, 300)]).toEqual([
      0, 1, 1,
    ]);
  });

  it('is not brought forward by support that nobody needed, before the storm', () => {
    const game = startGame(QUIET_DOUBLING);
    game.give(order('norepinephrine', 'titrated'));
    game.give(stop('norepinephrine'));
    expect(game.state.endings.hasBeenIll).toBe(false);
    game.wait(60);
    expect(game.state.outcome?.kind).not.toBe('recovered');
  });
});

describe('the end', () => {
  it('comes at the horizon at the latest', () => {
    const game = startGame({ ...FEVERISH, horizonHours: 10 });
    game.wait(11);
    expect(game.state.outcome).toEqual({ kind: 'stillOnWard', tick: 200 });
  });

  it('leaves the game as it is and refuses every command', () => {
    const game = startGame({ ...FEVERISH, horizonHours: 1 });
    game.wait(1);
    const before = stateHash(game.state);
    expect(game.wait(1)).toEqual([]);
    expect(stateHash(game.state)).toBe(before);
    expect(() => game.give(oxygen(1))).toThrow('ended');
  });
});

describe('a state outside the model', () => {
  it('throws, naming species and tick', () => {
    const state = cloneState(createGame(HEALTHY, { seed: 1, mode: 'student' }));
    step(state, HEALTHY, []);
    state.y[Q.IL6] = Number.NaN;
    expect(() => step(state, HEALTHY, [])).toThrow(/at tick 1$/);
  });

  it('throws, naming the observable, where only what is shown of it has no value', () => {
    // Oxygen is enough, so that the answer to a lack of it is 0 / 0.
    const level = withParameters(HEALTHY, { KO2: 0 });
    expect(() => createGame(level, { seed: 1, mode: 'student' })).toThrow(/^HR became NaN$/);
  });
});
