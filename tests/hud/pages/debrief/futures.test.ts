import { describe, expect, it } from 'vitest';
import type { Course } from '../../../../src/app/debrief/types.ts';
import { bandPath } from '../../../../src/hud/pages/debrief/futureChart.tsx';
import { endHour, firstHour, lastHour } from '../../../../src/hud/pages/debrief/futureHours.ts';
import { keptCount } from '../../../../src/hud/pages/debrief/keptField.tsx';
import { Q, QUANTITIES } from '../../../../src/model/generated/system.ts';

/** A course with samples each half hour until `end`, of which only IL-6 and SOFA are given. */
function courseUntil(end: number, il6: (hour: number) => number, sofa: (hour: number) => number): Course {
  const hours = Array.from({ length: end * 2 + 1 }, (_, index) => index / 2);
  const series = QUANTITIES.map(() => hours.map(() => 0));
  series[Q.IL6] = hours.map(il6);
  series[Q.SOFA] = hours.map(sofa);
  return {
    commands: [],
    trend: { hours, series },
    outcome: 'recovered',
    endTick: end * 20,
    score: {} as never,
  };
}

const calm = courseUntil(
  40,
  () => 10,
  () => 2,
);

describe('the hour at which two futures are first compared', () => {
  it('is where SOFA differs most', () => {
    const ill = courseUntil(
      60,
      () => 10,
      (hour) => (hour === 17 ? 9 : 3),
    );
    expect(firstHour(ill, calm)).toBe(17);
    expect(firstHour(calm, ill)).toBe(17);
  });

  it('is never after the end of either, where the picture would be that of an end', () => {
    const later = courseUntil(
      60,
      () => 10,
      (hour) => 2 + Math.floor(hour / 3),
    );
    expect(firstHour(later, calm)).toBeLessThanOrEqual(endHour(calm));
    expect(firstHour(later, calm)).toBeGreaterThanOrEqual(39);
  });

  it('is, where SOFA differs alike at many hours, that of the largest ratio of IL-6', () => {
    const storm = courseUntil(
      40,
      (hour) => (hour === 30 ? 4000 : 200),
      () => 5,
    );
    expect(firstHour(storm, calm)).toBe(30);
    // Ten times less is as far as ten times more.
    const low = courseUntil(
      40,
      (hour) => (hour === 12 ? 0.01 : 200),
      () => 5,
    );
    expect(firstHour(low, calm)).toBe(12);
  });

  it('is half way where nothing ever differs', () => {
    expect(firstHour(calm, calm)).toBe(20);
  });

  it('lies on a slider that reaches the end of the longer course', () => {
    expect(
      lastHour(
        calm,
        courseUntil(
          60,
          () => 1,
          () => 1,
        ),
      ),
    ).toBe(60);
    expect(lastHour(calm, { ...calm, endTick: 801 })).toBe(41);
  });
});

describe('a chance told as patients', () => {
  it('is a whole number of 200, and never more or less than there are', () => {
    expect([0, 0.44, 0.4424, 0.4426, 0.75, 1].map(keptCount)).toEqual([0, 88, 88, 89, 150, 200]);
    expect([-0.02, 1.03].map(keptCount)).toEqual([0, 200]);
  });
});

describe('the band over patients alike', () => {
  const same = (value: number) => value;

  it('goes along its upper edge and back along the lower one', () => {
    expect(bandPath([0, 1], [2, 3], [4, 5], same, same)).toBe('M0.0 4.0L1.0 5.0L1.0 3.0L0.0 2.0Z');
  });

  it('ends where there are no patients left, and is nothing at a single hour', () => {
    expect(bandPath([0, 1, 2], [2, 3, Number.NaN], [4, 5, Number.NaN], same, same)).toBe(
      'M0.0 4.0L1.0 5.0L1.0 3.0L0.0 2.0Z',
    );
    expect(bandPath([0], [1], [2], same, same)).toBe('');
  });
});
