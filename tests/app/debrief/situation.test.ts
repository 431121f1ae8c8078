import { beforeAll, describe, expect, it } from 'vitest';
import type { Change, Mark } from '../../../src/analysis/debrief/types.ts';
import { followCourse } from '../../../src/app/debrief/courseLine.ts';
import { caseOf, momentOfMark } from '../../../src/app/debrief/situation.ts';
import type { Course } from '../../../src/app/debrief/types.ts';
import { fromCommands } from '../../../src/engine/simulate.ts';
import { ticksOf } from '../../../src/engine/time.ts';
import type { Command, Level, TimedCommand } from '../../../src/engine/types.ts';
import { Q } from '../../../src/model/generated/system.ts';
import { LEVEL } from '../../hud/game.ts';

const STEROID: Command = { type: 'order', treatment: 'dexamethasone', regimen: 'low' };
const EARLY = ticksOf(2);
/** The lungs of this patient have failed by then. */
const LATE = ticksOf(60);

/** Nasal prongs first, then high flow, and nothing else. */
const PLAYED: readonly TimedCommand[] = [
  { tick: ticksOf(30), command: { type: 'oxygen', step: 1 } },
  { tick: ticksOf(40), command: { type: 'oxygen', step: 2 } },
];

let course: Course;
beforeAll(() => {
  ({ course } = followCourse(LEVEL, { mode: 'student', seed: 1 }, fromCommands(PLAYED)));
});

const NONE: Change = { type: 'none' };
const order = (tick: number, command: Command): Change => ({ type: 'order', to: { tick, command } });
const move = (tick: number, command: Command): Change => ({ type: 'move', to: { tick, command } });

function markOf(command: Command | null, best: Change | null, over: Partial<Mark> = {}): Mark {
  return {
    id: 'd0',
    kind: command ? 'decision' : 'missed',
    tick: LATE,
    fromTick: LATE,
    toTick: LATE,
    commandIndex: command ? 0 : -1,
    command,
    sign: '?',
    unclear: false,
    loss: { value: 0.12, low: 0.11, high: 0.13 },
    gain: null,
    kept: { played: 0.4, best: 0.52 },
    difficulty: 0.2,
    best,
    bestCommands: [],
    tryAgainTick: 0,
    patients: 200,
    effectivePatients: 100,
    parts: [],
    ...over,
  };
}

function told(mark: Mark, level: Level = LEVEL): string {
  const { subject, situation } = caseOf(mark, level, momentOfMark(level, course, mark));
  return `${subject} ${situation}`;
}

describe('the moment of a mark', () => {
  it('is the patient before what is done at that tick', () => {
    const tick = ticksOf(40);
    const moment = momentOfMark(LEVEL, course, { tick });
    expect(moment.oxygenStep).toBe(1);
    expect(momentOfMark(LEVEL, course, { tick: tick + 1 }).oxygenStep).toBe(2);
    const sample = course.trend.hours.indexOf(40);
    expect(moment.values[Q.SpO2]).toBe(course.trend.series[Q.SpO2]?.[sample]);
  });

  it('is a patient with failing lungs late, and without early', () => {
    expect(momentOfMark(LEVEL, course, { tick: EARLY }).values[Q.PF]).toBeGreaterThan(300);
    expect(momentOfMark(LEVEL, course, { tick: LATE }).values[Q.PF]).toBeLessThan(300);
  });
});

describe('the case of a mark', () => {
  it('is what was missing, with the treatment that should have been there', () => {
    expect(told(markOf(null, order(LATE, STEROID)))).toBe('dexamethasone missed');
    const stop: Command = { type: 'stop', treatment: 'dexamethasone' };
    expect(told(markOf(null, order(LATE, stop)))).toBe('dexamethasone stopMissed');
    expect(told(markOf(null, order(LATE, { type: 'oxygen', step: 3 })))).toBe('ventilator missed');
    expect(told(markOf(null, order(LATE, { type: 'oxygen', step: 1 })))).toBe('oxygen stopMissed');
  });

  it('is too late when the player ordered it after the hours in which it was missing', () => {
    const to = { tick: EARLY, command: STEROID };
    const given = { tick: LATE, command: STEROID };
    const missed = (bestCommands: readonly TimedCommand[]): string =>
      told(markOf(null, { type: 'order', to }, { tick: EARLY, bestCommands }));
    expect(missed([to, given])).toBe('dexamethasone tooLate');
    expect(missed([{ ...given, tick: 0 }, to])).toBe('dexamethasone missed');
    expect(missed([to, { tick: LATE, command: { type: 'stop', treatment: 'dexamethasone' } }])).toBe(
      'dexamethasone missed',
    );
  });

  it('is too late or too early by where the better hour lies', () => {
    expect(told(markOf(STEROID, move(EARLY, STEROID)))).toBe('dexamethasone tooLate');
    expect(told(markOf(STEROID, move(LATE + 1, STEROID)))).toBe('dexamethasone tooEarly');
  });

  it('is harmful when there was nothing to act on, and too much when there was', () => {
    expect(told(markOf(STEROID, NONE, { tick: EARLY }))).toBe('dexamethasone harmful');
    expect(told(markOf(STEROID, NONE))).toBe('dexamethasone tooMuch');
  });

  it('goes by how much a regimen gives in all', () => {
    const of = (regimen: string): Command => ({ type: 'order', treatment: 'dexamethasone', regimen });
    expect(told(markOf(STEROID, order(LATE, of('high'))))).toBe('dexamethasone tooLittle');
    expect(told(markOf(of('high'), order(LATE, STEROID)))).toBe('dexamethasone tooMuch');
    expect(told(markOf(STEROID, order(LATE, of('taper'))))).toBe('dexamethasone tooMuch');
  });

  it('is about what was given, also where another order belonged in its place', () => {
    const antiviral: Command = { type: 'order', treatment: 'antiviral', regimen: 'course' };
    expect(told(markOf(STEROID, order(LATE, antiviral)))).toBe('dexamethasone tooMuch');
    expect(told(markOf(STEROID, order(EARLY, antiviral), { tick: EARLY }))).toBe('dexamethasone harmful');
    // A smaller dose at an hour without use is still the smaller dose.
    const high: Command = { type: 'order', treatment: 'dexamethasone', regimen: 'high' };
    expect(told(markOf(high, order(EARLY, STEROID), { tick: EARLY }))).toBe('dexamethasone tooMuch');
    expect(told(markOf({ type: 'oxygen', step: 3 }, order(LATE, STEROID)))).toBe('ventilator tooMuch');
    const stop: Command = { type: 'stop', treatment: 'norepinephrine' };
    expect(told(markOf(stop, order(LATE, STEROID)))).toBe('norepinephrine stoppedEarly');
  });

  it('is right when it helped, although something else would have helped as much', () => {
    const gain = (value: number) => ({ sign: '', gain: { value, low: 0, high: value } }) as const;
    expect(told(markOf(STEROID, null, gain(0.06)))).toBe('dexamethasone right');
    expect(told(markOf(STEROID, null, gain(0.04)))).toBe('every harmless');
    expect(told(markOf(STEROID, null, { ...gain(0.06), tick: EARLY }))).toBe('dexamethasone right');
  });

  it('is the only good move whatever the dose had to act on', () => {
    expect(told(markOf(STEROID, null, { sign: '!', tick: EARLY }))).toBe('dexamethasone right');
    expect(told(markOf({ type: 'oxygen', step: 3 }, null, { sign: '!' }))).toBe('ventilator right');
    const stop: Command = { type: 'stop', treatment: 'norepinephrine' };
    expect(told(markOf(stop, null, { sign: '!' }))).toBe('norepinephrine stopMissed');
  });

  it('is stopped early or late', () => {
    const stop: Command = { type: 'stop', treatment: 'norepinephrine' };
    expect(told(markOf(stop, NONE))).toBe('norepinephrine stoppedEarly');
    expect(told(markOf(stop, move(LATE + 9, stop)))).toBe('norepinephrine stoppedEarly');
    expect(told(markOf(stop, move(LATE - 9, stop)))).toBe('norepinephrine stopMissed');
  });

  it('follows the oxygen ladder up and down', () => {
    const to = (step: number): Command => ({ type: 'oxygen', step });
    expect(told(markOf(to(3), NONE))).toBe('ventilator tooMuch');
    expect(told(markOf(to(1), NONE))).toBe('oxygen stoppedEarly');
    expect(told(markOf(to(3), order(LATE, to(2))))).toBe('ventilator tooMuch');
    expect(told(markOf(to(1), order(LATE, to(3))))).toBe('ventilator tooLittle');
    expect(told(markOf(to(3), move(EARLY, to(3))))).toBe('ventilator tooLate');
    expect(told(markOf(to(0), move(LATE + 1, to(0))))).toBe('oxygen stoppedEarly');
  });

  it('is harmless, a test or a drift where no treatment is to blame', () => {
    expect(told(markOf(STEROID, null, { sign: '' }))).toBe('every harmless');
    expect(told(markOf(STEROID, null, { sign: '', tick: EARLY }))).toBe('dexamethasone withoutUse');
    expect(told(markOf({ type: 'lab', test: 'IL6' }, NONE))).toBe('every test');
    expect(told(markOf(null, { type: 'guideline', fromTick: LATE }))).toBe('every several');
    expect(told(markOf(null, { type: 'all' }, { kind: 'drift', sign: '?' }))).toBe('every drift');
  });
});
