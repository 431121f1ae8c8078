import { describe, expect, it } from 'vitest';
import { isOver, momentOf, sampleAt, valueAt } from '../../../src/app/debrief/courseMoment.ts';
import { orderedAt, runsOf } from '../../../src/app/debrief/orderTimes.ts';
import type { Course } from '../../../src/app/debrief/types.ts';
import { addSample, emptyTrend, isSampled } from '../../../src/app/trend.ts';
import { scoreGame } from '../../../src/engine/score.ts';
import { fromCommands, simulate } from '../../../src/engine/simulate.ts';
import { snapshotOf } from '../../../src/engine/snapshot.ts';
import type { Snapshot, TimedCommand } from '../../../src/engine/types.ts';
import { Q, QUANTITIES } from '../../../src/model/generated/system.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';

const LEVEL = { ...QUIET_DOUBLING, horizonHours: 96 };

/** Orders, a stop, the same again before its next dose is due, a second dose, supports and oxygen. */
const COMMANDS: readonly TimedCommand[] = [
  { tick: 7, command: { type: 'order', treatment: 'antiviral', regimen: 'course' } },
  { tick: 20, command: { type: 'oxygen', step: 1 } },
  { tick: 60, command: { type: 'order', treatment: 'dexamethasone', regimen: 'low' } },
  { tick: 200, command: { type: 'stop', treatment: 'dexamethasone' } },
  { tick: 260, command: { type: 'order', treatment: 'dexamethasone', regimen: 'low' } },
  { tick: 700, command: { type: 'order', treatment: 'dexamethasone', regimen: 'high' } },
  { tick: 701, command: { type: 'order', treatment: 'tocilizumab', regimen: 'single' } },
  { tick: 1000, command: { type: 'order', treatment: 'norepinephrine', regimen: 'titrated' } },
  { tick: 1100, command: { type: 'stop', treatment: 'norepinephrine' } },
];

function playCourse(): { course: Course; moments: readonly Snapshot[] } {
  let trend = emptyTrend(QUANTITIES.length);
  const moments: Snapshot[] = [];
  const { state } = simulate(LEVEL, {
    mode: 'student',
    seed: 1,
    decide: fromCommands(COMMANDS),
    onTick: (now) => {
      const snapshot = snapshotOf(now, LEVEL);
      moments.push(snapshot);
      if (isSampled(snapshot)) trend = addSample(trend, snapshot);
    },
  });
  if (state.outcome === null) throw new Error('The game did not end.');
  return {
    course: {
      commands: COMMANDS,
      trend,
      outcome: state.outcome.kind,
      endTick: state.tick,
      score: scoreGame(state, LEVEL),
    },
    moments,
  };
}

const { course, moments } = playCourse();

describe('the orders of a course', () => {
  it('give every dose at the tick at which the game gave it', () => {
    for (let tick = 0; tick < moments.length; tick += 13) {
      const { treatments, oxygenStep } = moments[tick] as Snapshot;
      expect(orderedAt(LEVEL, COMMANDS, tick), `tick ${tick}`).toEqual({ treatments, oxygenStep });
    }
  });

  it('run from their order to their stop, their last dose or the end', () => {
    expect(runsOf(LEVEL, COMMANDS, 1300)).toEqual([
      { treatment: 'antiviral', regimen: 'course', fromTick: 7, toTick: 1300 },
      { treatment: 'dexamethasone', regimen: 'low', fromTick: 60, toTick: 200 },
      { treatment: 'dexamethasone', regimen: 'low', fromTick: 260, toTick: 700 },
      { treatment: 'dexamethasone', regimen: 'high', fromTick: 700, toTick: 1300 },
      { treatment: 'tocilizumab', regimen: 'single', fromTick: 701, toTick: 701 },
      { treatment: 'norepinephrine', regimen: 'titrated', fromTick: 1000, toTick: 1100 },
    ]);
  });

  it('that the rules refuse are left out', () => {
    const twice: TimedCommand[] = [
      { tick: 10, command: { type: 'order', treatment: 'tocilizumab', regimen: 'single' } },
      { tick: 20, command: { type: 'order', treatment: 'tocilizumab', regimen: 'single' } },
      { tick: 30, command: { type: 'stop', treatment: 'dexamethasone' } },
    ];
    expect(runsOf(LEVEL, twice, 100).map(({ fromTick }) => fromTick)).toEqual([10]);
  });
});

describe('a moment of a course', () => {
  it('is the moment of the game, as far as a picture is drawn from it', () => {
    for (let sample = 0; sample < course.trend.hours.length; sample += 11) {
      const moment = momentOf(LEVEL, course, sample);
      const { tick, hour, values, treatments, oxygenStep, outcome } = moments[moment.tick] as Snapshot;
      expect(moment).toMatchObject({ tick, hour, treatments, oxygenStep, outcome });
      expect([...moment.values]).toEqual([...values]);
    }
  });

  it('is found by its hour, the last one for hours after the end', () => {
    const last = course.trend.hours.length - 1;
    expect(sampleAt(course, 0)).toBe(0);
    expect(sampleAt(course, 10.5)).toBe(21);
    expect(sampleAt(course, 10.7)).toBe(21);
    expect(sampleAt(course, 1e6)).toBe(last);
    expect(valueAt(course, Q.IL6, 1e6)).toBe(course.trend.series[Q.IL6]?.[last]);
    expect(momentOf(LEVEL, course, last).outcome?.kind).toBe(course.outcome);
    expect(isOver(course, course.endTick / 20)).toBe(false);
    expect(isOver(course, course.endTick / 20 + 0.5)).toBe(true);
  });
});
