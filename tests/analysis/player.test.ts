import { describe, expect, it } from 'vitest';
import {
  decideByPlayer,
  observePlayer,
  type Player,
  PlayerError,
  type PlayerFault,
} from '../../src/analysis/player.ts';
import { applyCommand } from '../../src/engine/applyCommand.ts';
import { checkCommand } from '../../src/engine/checkCommand.ts';
import { createGame } from '../../src/engine/createGame.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import { step } from '../../src/engine/step.ts';
import { ticksOf } from '../../src/engine/time.ts';
import type { Command, Mode } from '../../src/engine/types.ts';
import { Q } from '../../src/model/generated/system.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const HOURS = 30;

function play(player: Player, mode: Mode = 'clinician') {
  const decide = decideByPlayer(QUIET_DOUBLING, player);
  return simulate(QUIET_DOUBLING, { seed: 3, mode, decide, lastTick: ticksOf(HOURS) });
}

function faultOf(player: unknown): PlayerFault {
  try {
    play(player as Player);
  } catch (error) {
    if (error instanceof PlayerError) return error.fault;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what a player sees', () => {
  it('is asked for at every full hour, and at no other time', () => {
    const hours: number[] = [];
    play(({ hour, illnessHour }) => {
      expect(illnessHour).toBe(hour + QUIET_DOUBLING.patient.hoursBefore);
      hours.push(hour);
      return [];
    });
    expect(hours).toEqual(Array.from({ length: HOURS }, (_, hour) => hour));
  });

  it('is the monitor, and no value of a test that was not ordered, for a clinician', () => {
    const state = createGame(QUIET_DOUBLING, { seed: 3, mode: 'clinician' });
    const values = quantitiesOf(state.y, state.p);
    const seen = observePlayer(state, QUIET_DOUBLING);
    expect(seen.vitals).toEqual({
      HR: values[Q.HR],
      MAP: values[Q.MAP],
      SpO2: values[Q.SpO2],
      RR: values[Q.RR],
      Temp: values[Q.Temp],
    });
    expect(seen.values).toBeNull();
    expect(Object.keys(seen.labs)).toEqual(QUIET_DOUBLING.labs.map(({ id }) => id));
    for (const lab of Object.values(seen.labs))
      expect(lab).toEqual({ value: null, hour: null, dueHour: null });
    // Nothing else in it is as the concentration that only a test would tell.
    expect(JSON.stringify(seen)).not.toContain(String(values[Q.IL6]));
  });

  it('is a result when it comes back, with its noise and the hour of its sample', () => {
    const state = createGame(QUIET_DOUBLING, { seed: 3, mode: 'clinician' });
    const truth = quantitiesOf(state.y, state.p)[Q.IL6] as number;
    const lab = () => observePlayer(state, QUIET_DOUBLING).labs.IL6;
    step(state, QUIET_DOUBLING, [{ type: 'lab', test: 'IL6' }]);
    expect(lab()).toEqual({ value: null, hour: null, dueHour: 2 });
    while (state.tick < ticksOf(3)) step(state, QUIET_DOUBLING, []);
    const value = lab()?.value ?? Number.NaN;
    expect(lab()).toEqual({ value, hour: 0, dueHour: null });
    expect(value).not.toBe(truth);
    expect(Math.abs(value / truth - 1)).toBeLessThan(0.5);
  });

  it('is everything for a student', () => {
    const state = createGame(QUIET_DOUBLING, { seed: 3, mode: 'student' });
    const values = quantitiesOf(state.y, state.p);
    const seen = observePlayer(state, QUIET_DOUBLING);
    expect(seen.values?.IL6).toBe(values[Q.IL6]);
    expect(seen.labs.IL6).toEqual({ value: values[Q.IL6], hour: 0, dueHour: null });
  });

  it('names treatments, stock and oxygen as they are', () => {
    const state = createGame(QUIET_DOUBLING, { seed: 3, mode: 'clinician' });
    step(state, QUIET_DOUBLING, [
      { type: 'order', treatment: 'antiviral', regimen: 'course' },
      { type: 'oxygen', step: 2 },
    ]);
    const seen = observePlayer(state, QUIET_DOUBLING);
    expect(seen.treatments.antiviral).toEqual({
      running: true,
      regimen: 'course',
      dosesGiven: 1,
      stockLeft: 4,
      nextDoseHour: 24,
      lastDoseHour: 0,
    });
    expect(seen.treatments.dexamethasone).toMatchObject({
      running: false,
      stockLeft: null,
      lastDoseHour: null,
    });
    expect(seen.oxygen).toEqual({ step: 2, highest: 3, fio2: [0.21, 0.36, 0.6, 0.85] });
  });

  it('lists exactly the commands that the rules allow', () => {
    const state = createGame(QUIET_DOUBLING, { seed: 3, mode: 'clinician' });
    const all: Command[] = [
      ...QUIET_DOUBLING.treatments.flatMap(({ id, regimens }): Command[] => [
        ...regimens.map((regimen): Command => ({ type: 'order', treatment: id, regimen: regimen.id })),
        { type: 'stop', treatment: id },
      ]),
      ...QUIET_DOUBLING.oxygen.map((_, at): Command => ({ type: 'oxygen', step: at })),
      ...QUIET_DOUBLING.labs.map(({ id }): Command => ({ type: 'lab', test: id })),
    ];
    const words = (commands: readonly Command[]) => commands.map((command) => JSON.stringify(command)).sort();
    for (let turn = 0; turn < 12; turn++) {
      const allowed = all.filter((command) => checkCommand(state, QUIET_DOUBLING, command) === null);
      expect(words(observePlayer(state, QUIET_DOUBLING).legal)).toEqual(words(allowed));
      const next = allowed[(turn * 5) % allowed.length];
      if (next) applyCommand(state, QUIET_DOUBLING, next);
    }
  });

  it('is a copy: who overwrites it changes no game', () => {
    const vandal: Player = (observation) => {
      const overwrite = (thing: object): void => {
        for (const [key, value] of Object.entries(thing)) {
          if (typeof value === 'object' && value !== null) overwrite(value);
          Object.assign(thing, { [key]: 0 });
        }
      };
      overwrite(observation);
      return [];
    };
    for (const mode of ['student', 'clinician'] as const)
      expect(stateHash(play(vandal, mode).state)).toBe(stateHash(play(() => [], mode).state));
  });
});

describe('what a player does', () => {
  it('is played and logged in plain fields', () => {
    const order = { type: 'order', treatment: 'antiviral', regimen: 'course', why: 'early' };
    const { recorder } = play(({ hour }) => (hour === 4 ? [order as unknown as Command] : []));
    expect(recorder.commands).toEqual([
      { tick: 80, command: { type: 'order', treatment: 'antiviral', regimen: 'course' } },
    ]);
  });

  it('is refused at its hour where the rules forbid it', () => {
    const again: Command = { type: 'order', treatment: 'antiviral', regimen: 'course' };
    expect(faultOf(({ hour }: { hour: number }) => (hour < 7 ? [] : [again, again]))).toMatchObject({
      code: 'refused',
      hour: 7,
      refusal: { code: 'alreadyRunning' },
    });
    expect(faultOf(() => [{ type: 'lab', test: 'nothing' }])).toMatchObject({
      code: 'refused',
      hour: 0,
      refusal: { code: 'labUnknown' },
    });
  });

  it('is told when it fails, or returns something else than commands', () => {
    const failing = ({ hour }: { hour: number }) => {
      if (hour === 9) throw new Error('lost my notes');
      return [];
    };
    expect(faultOf(failing)).toMatchObject({ code: 'threw', hour: 9, reason: 'lost my notes' });
    for (const returned of [
      undefined,
      null,
      'order',
      Promise.resolve([]),
      [null],
      [7],
      [{ type: 'fly' }],
      [{ type: 'order', treatment: 'antiviral' }],
      [{ type: 'oxygen', step: '1' }],
    ])
      expect(faultOf(() => returned)).toMatchObject({ code: 'notCommands', hour: 0 });
  });
});
