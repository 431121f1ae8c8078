import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/engine/checkCommand.ts';
import type { Command, Level, TreatmentId } from '../../src/engine/types.ts';
import { DOSE_DEFINITIONS } from '../../src/model/definition/doses.ts';
import { Q } from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { FEVERISH } from '../support/levels.ts';
import { dosesIn, order, oxygen, startGame, stop } from '../support/play.ts';

const refusal = (game: ReturnType<typeof startGame>, command: Command): string | undefined =>
  checkCommand(game.state, game.level, command)?.code;

describe('a course', () => {
  it('of remdesivir is 200 mg at once, then 100 mg a day, five doses in all', () => {
    const game = startGame(FEVERISH);
    const events = [...game.give(order('antiviral', 'course')), ...game.wait(119)];
    expect(dosesIn(events, 'antiviral')).toEqual([
      [0, 200],
      [24, 100],
      [48, 100],
      [72, 100],
      [96, 100],
    ]);
    expect(events.filter(({ type }) => type === 'courseEnded')).toHaveLength(1);
    expect(refusal(game, order('antiviral', 'course'))).toBe('outOfStock');
  });

  it('raises the drug in the patient by the dose', () => {
    const game = startGame(FEVERISH);
    game.give(order('dexamethasone', 'low'));
    expect(game.state.y[Q.dexC]).toBeGreaterThan(5.9);
    expect(game.state.y[Q.dexC]).toBeLessThan(6);
  });

  it('that is stopped gives no further dose, and can be ordered again without doubling one', () => {
    const game = startGame(FEVERISH);
    game.give(order('dexamethasone', 'low'));
    game.wait(30);
    game.give(stop('dexamethasone'));
    expect(dosesIn(game.wait(60), 'dexamethasone')).toEqual([]);
    expect(refusal(game, stop('dexamethasone'))).toBe('notRunning');
    expect(dosesIn(game.give(order('dexamethasone', 'low')), 'dexamethasone')).toHaveLength(1);
    game.give(stop('dexamethasone'));
    game.give(order('dexamethasone', 'low'));
    expect(dosesIn(game.wait(23), 'dexamethasone')).toEqual([]);
    expect(dosesIn(game.wait(2), 'dexamethasone')).toHaveLength(1);
  });

  it('switches: up at once, down when the next dose would have been due', () => {
    const game = startGame(FEVERISH);
    game.give(order('dexamethasone', 'low'));
    game.wait(5.95);
    expect(dosesIn(game.give(order('dexamethasone', 'high')), 'dexamethasone')).toEqual([[6, 20]]);
    game.wait(3.95);
    const tapering = [...game.give(order('dexamethasone', 'taper')), ...game.wait(130)];
    expect(dosesIn(tapering, 'dexamethasone')).toEqual([
      [30, 6],
      [54, 4],
      [78, 3],
      [102, 2],
      [126, 1],
    ]);
  });

  it('by weight is compared at its maximum, so that ordering it again doubles none', () => {
    const weekly = { id: 'weekly', amounts: [8], perKg: { maximum: 800 }, everyHours: 168 };
    const game = startGame({
      ...FEVERISH,
      patient: { ...FEVERISH.patient, weightKg: 130 },
      treatments: [{ id: 'tocilizumab', group: 'dampening', regimens: [weekly] }],
    });
    expect(dosesIn(game.give(order('tocilizumab', 'weekly')), 'tocilizumab')).toEqual([[0, 800]]);
    game.give(stop('tocilizumab'));
    const again = [...game.give(order('tocilizumab', 'weekly')), ...game.wait(170)];
    expect(dosesIn(again, 'tocilizumab')).toEqual([[168, 800]]);
  });

  it('is refused a second time while it runs', () => {
    const game = startGame(FEVERISH);
    game.give(order('antibiotic', 'course'));
    expect(refusal(game, order('antibiotic', 'course'))).toBe('alreadyRunning');
    expect(refusal(game, order('antibiotic', 'low'))).toBe('unknownRegimen');
  });
});

describe('tocilizumab', () => {
  it('is 8 mg/kg and at most 800 mg', () => {
    const amount = (weightKg: number): number => {
      const game = startGame({ ...FEVERISH, patient: { ...FEVERISH.patient, weightKg } });
      return dosesIn(game.give(order('tocilizumab', 'single')), 'tocilizumab')[0]?.[1] ?? 0;
    };
    expect(amount(72)).toBe(576);
    expect(amount(130)).toBe(800);
  });

  it('cannot be taken back, needs 12 hours between two orders, and there are two', () => {
    const game = startGame(FEVERISH);
    game.give(order('tocilizumab', 'single'));
    expect(refusal(game, stop('tocilizumab'))).toBe('cannotBeTakenBack');
    expect(checkCommand(game.state, game.level, order('tocilizumab', 'single'))).toEqual({
      code: 'tooSoon',
      values: { treatment: 'tocilizumab', hours: 12 },
    });
    game.wait(11.9);
    expect(refusal(game, order('tocilizumab', 'single'))).toBe('tooSoon');
    game.wait(0.05);
    game.give(order('tocilizumab', 'single'));
    game.wait(24);
    expect(refusal(game, order('tocilizumab', 'single'))).toBe('outOfStock');
  });
});

describe('support', () => {
  it('sets inspired oxygen and the ventilator, and refuses the same step and steps that do not exist', () => {
    const game = startGame(FEVERISH);
    expect(game.state.y[Q.fio2]).toBe(0.21);
    game.give(oxygen(3));
    expect([game.state.y[Q.fio2], game.state.y[Q.vent]]).toEqual([0.85, 1]);
    game.give(oxygen(1));
    expect([game.state.y[Q.fio2], game.state.y[Q.vent]]).toEqual([0.36, 0]);
    expect(refusal(game, oxygen(1))).toBe('oxygenSame');
    for (const step of [-1, 4, 1.5, Number.NaN]) expect(refusal(game, oxygen(step))).toBe('oxygenUnknown');
  });

  it('titrates norepinephrine down while the pressure is high, and stops it at once', () => {
    const game = startGame(FEVERISH);
    game.give(order('norepinephrine', 'titrated'));
    expect(game.state.y[Q.ne]).toBe(0.05);
    game.wait(1);
    expect(game.state.y[Q.ne]).toBeCloseTo(0.03, 12);
    game.wait(2);
    expect(game.state.y[Q.ne]).toBe(0);
    game.give(stop('norepinephrine'));
    expect(game.state.y[Q.ne]).toBe(0);
    expect(refusal(game, stop('norepinephrine'))).toBe('notRunning');
  });

  it('titrates norepinephrine up to its ceiling while the pressure is low', () => {
    const shocked = {
      ...FEVERISH,
      patient: { ...FEVERISH.patient, parameters: { MAP0: 58, mapNe: 2, MAPs: 20 } },
    };
    const game = startGame(shocked);
    game.give(order('norepinephrine', 'titrated'));
    game.wait(2);
    expect(game.state.y[Q.ne]).toBeCloseTo(0.09, 12);
    game.wait(30);
    expect(game.state.y[Q.ne]).toBe(0.5);
  });

  it('leaves norepinephrine alone between 65 and 75 mmHg', () => {
    const rateAfter = (MAP0: number): number | undefined => {
      const parameters = { MAP0, mapNe: 0, mapE: 0, mapH: 0, MAPs: 20 };
      const game = startGame({ ...FEVERISH, patient: { ...FEVERISH.patient, parameters } });
      game.give(order('norepinephrine', 'titrated'));
      game.wait(1);
      return game.state.y[Q.ne];
    };
    expect(rateAfter(64.9)).toBeCloseTo(0.07, 12);
    expect([rateAfter(65), rateAfter(75)]).toEqual([0.05, 0.05]);
    expect(rateAfter(75.1)).toBeCloseTo(0.03, 12);
  });

  it('keeps the rate of norepinephrine when another ceiling is ordered, and stays below it', () => {
    const regimens = [0.5, 0.2, 0.04].map((ceiling) => ({ id: `to${ceiling * 100}`, amounts: [ceiling] }));
    const game = startGame({
      ...FEVERISH,
      treatments: [{ id: 'norepinephrine', group: 'support', regimens }],
    });
    game.give(order('norepinephrine', 'to50'));
    game.wait(1);
    game.give(order('norepinephrine', 'to20'));
    expect(game.state.y[Q.ne]).toBeCloseTo(0.03, 12);
    game.state.y[Q.ne] = 0.1;
    game.give(order('norepinephrine', 'to4'));
    expect(game.state.y[Q.ne]).toBe(0.04);
  });

  it('gives fluid as single bags and turns renal replacement on and off', () => {
    const game = startGame(FEVERISH);
    const events = game.give(order('fluids', 'bag'), order('renalReplacement', 'continuous'));
    expect(dosesIn(events, 'fluids')).toEqual([[0, 500]]);
    expect(game.state.y[Q.rrt]).toBe(1);
    expect(refusal(game, stop('fluids'))).toBe('cannotBeTakenBack');
    game.give(stop('renalReplacement'));
    expect(game.state.y[Q.rrt]).toBe(0);
  });

  it('is refused when the level does not have it', () => {
    const game = startGame({ ...FEVERISH, treatments: [] });
    expect(refusal(game, order('fluids', 'bag'))).toBe('notInLevel');
    expect(refusal(game, stop('fluids'))).toBe('notInLevel');
    expect(refusal(game, { type: 'sleep' } as unknown as Command)).toBe('notInLevel');
  });
});

describe('every drug of the model', () => {
  const DRUGS = DOSE_DEFINITIONS.filter(({ treatment }) => treatment !== 'endotoxin');
  const level: Level = {
    ...FEVERISH,
    treatments: DRUGS.map(({ treatment }) => ({
      id: treatment as TreatmentId,
      group: 'dampening',
      regimens: [{ id: 'once', amounts: [2] }],
    })),
  };

  it.each(DRUGS)('can be ordered: $treatment enters as $species', ({ treatment, species, factor }) => {
    const game = startGame(level);
    const index = Q[species as keyof typeof Q];
    const before = game.state.y[index] as number;
    const [dose] = dosesIn(game.give(order(treatment as TreatmentId, 'once')), treatment as TreatmentId);
    expect(dose?.[1]).toBe(2);
    // Less what has left, or moved on, in the three minutes since.
    const entered = ((game.state.y[index] as number) - before) / (2 * factor);
    expect(entered).toBeGreaterThan(0.8);
    expect(entered).toBeLessThanOrEqual(1);
  });

  it('is taken for the guard where it weakens it: hydrocortisone as dexamethasone does', () => {
    const guardAfter = (treatment: TreatmentId, amount: number): number => {
      const regimens = [{ id: 'once', amounts: [amount] }];
      const game = startGame({ ...level, treatments: [{ id: treatment, group: 'dampening', regimens }] });
      game.give(order(treatment, 'once'));
      game.wait(4);
      return quantitiesOf(game.state.y, game.state.p)[Q.guard] as number;
    };
    expect(guardAfter('hydrocortisone', 100)).toBeLessThan(0.9);
    expect(guardAfter('dexamethasone', 6)).toBeLessThan(0.9);
    expect(guardAfter('fluids', 500)).toBeCloseTo(1, 6);
  });

  it('that stays in the body for weeks cannot be taken back once it was given', () => {
    for (const treatment of ['tocilizumab', 'siltuximab', 'tnfBlocker'] as const) {
      const game = startGame(level);
      expect(refusal(game, stop(treatment))).toBe('notRunning');
      game.give(order(treatment, 'once'));
      expect(refusal(game, stop(treatment))).toBe('cannotBeTakenBack');
    }
  });
});
