import { describe, expect, it } from 'vitest';
import { chanceOf, createSeen, readersOf, writeOutcome } from '../../src/analysis/trialEndpoints.ts';
import { compare } from '../../src/analysis/trialMeasures.ts';
import type { Endpoint, TimeEndpoint } from '../../src/analysis/trialTypes.ts';
import { estimateOf, LEFT, leftAfter, nirmatrelvir, play, volunteers } from '../support/trials.ts';

describe('endpoints', () => {
  const endpoints: Endpoint[] = [
    {
      id: 'after',
      type: 'event',
      after: [{ quantity: 'nir', atLeast: 0.5 }],
      when: [{ quantity: 'nir', below: 0.2 }],
      measure: 'riskDifference',
    },
    {
      id: 'held',
      type: 'event',
      when: [{ quantity: 'nir', atLeast: 0.5 }],
      forHours: 6,
      measure: 'riskDifference',
    },
    {
      id: 'early',
      type: 'event',
      when: [{ quantity: 'nir', atLeast: 0.5 }],
      forHours: 5,
      withinDays: 0.2,
      measure: 'riskDifference',
    },
    { ...LEFT, id: 'first', reading: 'first' },
    { ...LEFT, id: 'lowest', reading: 'lowest' },
    { ...LEFT, id: 'peak', reading: 'peak' },
    { ...LEFT, id: 'soon', reading: 'last', withinDays: 0.25 },
  ];

  it('read what they say', () => {
    const result = play(volunteers([nirmatrelvir()], { endpoints }), 2);
    // A dose of 300 mg is above a half for 6 hours: hours 1 to 6 after it, five on end from the first.
    expect(leftAfter(6)).toBeGreaterThan(0.5);
    expect(leftAfter(7)).toBeLessThan(0.5);
    expect(estimateOf(result, 'after')).toBe(1);
    expect(estimateOf(result, 'held')).toBe(0);
    expect(estimateOf(result, 'early')).toBe(0);
    expect(estimateOf(result, 'first')).toBe(0);
    expect(estimateOf(result, 'lowest')).toBe(0);
    expect(estimateOf(result, 'peak')).toBeCloseTo(leftAfter(1), 9);
    expect(estimateOf(result, 'soon')).toBeCloseTo(leftAfter(6), 9);
    const later = play(
      volunteers([nirmatrelvir()], {
        endpoints: endpoints.map((e) => ({ ...e, withinDays: 1, forHours: 5 })) as Endpoint[],
      }),
      2,
    );
    expect(estimateOf(later, 'held')).toBe(1);
  });

  it('of time count days to the event, and the horizon for never', () => {
    const time: TimeEndpoint = {
      id: 'time',
      type: 'time',
      when: [{ quantity: 'nir', atLeast: 0.5 }],
      measure: 'timeRatio',
    };
    const dose = nirmatrelvir({ start: { from: 'entry', hours: 11 } });
    const result = play(volunteers([dose], { endpoints: [time] }), 3);
    expect(result.outcomes.map(({ id, events, mean, median }) => [id, events, mean, median])).toEqual([
      ['nothing', 0, 1, null],
      ['treated', 3, 0.5, 1],
    ]);
    expect(estimateOf(result, 'time')).toBe(0.5);
  });

  it('that failed at an hour never count', () => {
    const held = { id: 'held', type: 'event', when: [{ quantity: 'nir', below: 0.3 }], forHours: 2 } as const;
    const failed = (hours: number): Endpoint => ({
      ...held,
      measure: 'fraction',
      failed: { hours, when: [{ quantity: 'nir', atLeast: 0.5 }] },
    });
    const share = (hours: number): number =>
      estimateOf(play(volunteers([nirmatrelvir()], { endpoints: [failed(hours)] }), 2), 'held');
    // Above a half up to hour 6; in the control nothing is ever above.
    expect([share(5), share(8)]).toEqual([0, 1]);
  });

  it('of death weigh what happens by who lives', () => {
    const risk = 0.3;
    const numbersOf = (endpoint: Endpoint, reached: number): number[] => {
      const [reader] = readersOf(volunteers([], { endpoints: [endpoint], horizonDays: 3 }));
      if (!reader) throw new Error('no reader');
      const out = new Float64Array(reader.width);
      writeOutcome(reader, { ...createSeen(reader), reached }, risk, out, 0);
      expect(chanceOf(reader, out, 0)).toBeLessThanOrEqual(1);
      return [...out];
    };
    const event: Endpoint = { id: 'e', type: 'event', when: [], measure: 'riskRatio', orDeath: true };
    expect(numbersOf({ id: 'd', type: 'death', measure: 'riskRatio' }, Infinity)).toEqual([0.3]);
    expect([numbersOf(event, Infinity), numbersOf(event, 5)]).toEqual([[0.3], [1]]);
    const time: Endpoint = { id: 't', type: 'time', when: [], measure: 'rateRatio', alive: true };
    expect(numbersOf(time, 36)).toEqual(
      [0, 0.7, 0, 0.7 * 1.5 + 0.3 * 3].map((value) => expect.closeTo(value, 12)),
    );
    expect(numbersOf(time, Infinity)).toEqual([0, 0, 0, 3]);
    // The last moment of the horizon is in its last day.
    expect(numbersOf({ ...time, alive: false }, 72)).toEqual([0, 0, 1, 3]);
  });

  it('are compared by the stated measures', () => {
    const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
    const risk = (measure: 'riskRatio' | 'riskDifference' | 'oddsRatio' | 'hazardRatio' | 'fraction') =>
      compare({ id: 'death', type: 'death', measure }, numbers(0.2), numbers(0.36));
    expect(risk('riskRatio')).toBeCloseTo(0.2 / 0.36, 12);
    expect(risk('riskDifference')).toBeCloseTo(-0.16, 12);
    expect(risk('oddsRatio')).toBeCloseTo(0.25 / (0.36 / 0.64), 12);
    expect(risk('hazardRatio')).toBeCloseTo(0.5, 12);
    expect(risk('fraction')).toBe(0.2);
  });

  it('of time have the ratio of constant daily rates', () => {
    const days = 20;
    const chances = (rate: number): Float64Array =>
      Float64Array.from({ length: days + 1 }, (_, day) => (day < days ? rate * (1 - rate) ** day : 0));
    const time: TimeEndpoint = { id: 'time', type: 'time', when: [], measure: 'rateRatio' };
    expect(compare(time, chances(0.2), chances(0.1))).toBeCloseTo(2, 12);
    expect(compare(time, chances(0.1), chances(0.1))).toBe(1);
  });
});
