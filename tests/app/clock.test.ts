import { describe, expect, it } from 'vitest';
import { MAXIMUM_TICKS_PER_FRAME, readClock } from '../../src/app/clock.ts';
import { SPEEDS } from '../../src/app/types.ts';

describe('the clock', () => {
  it('plays one simulated hour, 20 ticks, in a second at 1x', () => {
    let fraction = 0;
    let ticks = 0;
    for (let frame = 0; frame < 60; frame += 1) {
      const reading = readClock(fraction, 1000 / 60, 1);
      fraction = reading.fraction;
      ticks += reading.ticks;
    }
    expect(ticks + fraction).toBeCloseTo(20, 6);
  });

  it.each(SPEEDS)('takes %s times as many ticks at that speed', (speed) => {
    expect(readClock(0, 50, speed)).toEqual({ ticks: Math.floor(speed), fraction: speed % 1 });
  });

  it('drops what is beyond five ticks, so that a hidden tab slows and never jumps', () => {
    const afterAnHour = readClock(0.9, 3_600_000, 4);
    expect(afterAnHour).toEqual({ ticks: MAXIMUM_TICKS_PER_FRAME, fraction: 0 });
    expect(readClock(afterAnHour.fraction, 10, 1).ticks).toBe(0);
  });

  it('keeps the fraction of a tick from one frame to the next', () => {
    const first = readClock(0, 30, 1);
    expect(first).toEqual({ ticks: 0, fraction: 0.6 });
    expect(readClock(first.fraction, 30, 1)).toEqual({ ticks: 1, fraction: expect.closeTo(0.2, 9) });
  });

  it.each([-5, Number.NaN, Number.POSITIVE_INFINITY])('takes %s milliseconds for none', (milliseconds) => {
    expect(readClock(0.25, milliseconds, 1)).toEqual({ ticks: 0, fraction: 0.25 });
  });
});
