import { describe, expect, it } from 'vitest';
import { advanceBeat, pulseHertz, pulseRate, RECORDED_SATURATION } from '../../src/app/soundPulse.ts';

describe('pitch of the pulse', () => {
  it('falls by a quarter tone for each per cent', () => {
    expect(pulseHertz(100)).toBe(880);
    expect(pulseHertz(88)).toBeCloseTo(622.25, 2);
    expect(pulseHertz(76)).toBeCloseTo(440, 6);
    for (let spo2 = 61; spo2 <= 100; spo2++) {
      expect(pulseHertz(spo2) / pulseHertz(spo2 - 1)).toBeCloseTo(2 ** (1 / 24), 10);
    }
  });

  it('follows the whole per cent that is shown and stays within 60 to 100', () => {
    expect(pulseHertz(93.4)).toBe(pulseHertz(93));
    expect(pulseHertz(93.6)).toBe(pulseHertz(94));
    expect(pulseHertz(101)).toBe(880);
    expect(pulseHertz(40)).toBe(pulseHertz(60));
  });

  it('plays the recording at its own speed where it was recorded, and never beyond what howler allows', () => {
    expect(pulseRate(RECORDED_SATURATION)).toBe(1);
    expect(pulseRate(100)).toBeCloseTo(1.782, 3);
    expect(pulseRate(60)).toBeCloseTo(0.561, 3);
    expect(pulseRate(0)).toBeGreaterThan(0.5);
  });
});

/** Moments of the beats, ms, when frames of these lengths pass. */
function beatsOf(heartRate: number, frames: readonly number[]): number[] {
  const beats: number[] = [];
  let now = 0;
  let phase = 0;
  for (const frame of frames) {
    now += frame;
    const step = advanceBeat(phase, heartRate, frame);
    phase = step.phase;
    if (step.beat) beats.push(now + step.beat.inMilliseconds);
  }
  return beats;
}

describe('moments of the beats', () => {
  it('gives as many as the heart rate says', () => {
    const minute = Array.from({ length: 3600 }, () => 1000 / 60);
    for (const heartRate of [40, 72, 97, 133, 180]) {
      const count = beatsOf(heartRate, minute).length;
      expect(Math.abs(count - heartRate)).toBeLessThanOrEqual(1);
    }
  });

  it('neither drifts nor jitters, however the frames fall', () => {
    const frames = Array.from({ length: 20_000 }, (_, index) => 6 + ((index * 37) % 41));
    const beats = beatsOf(90, frames);
    const period = 60_000 / 90;
    const first = beats[0] as number;
    expect(beats.length).toBeGreaterThan(700);
    beats.forEach((beat, index) => {
      // Exact unless the frame came later than the one before promised: 40 ms at most here.
      expect(Math.abs(beat - first - index * period)).toBeLessThan(41);
    });
    const even = beatsOf(
      90,
      Array.from({ length: 6000 }, () => 16.7),
    );
    even.forEach((beat, index) => {
      expect(beat - (even[0] as number)).toBeCloseTo(index * period, 6);
    });
  });

  it('follows a change of rate within the beat', () => {
    const slow = advanceBeat(0.5, 60, 16);
    const fast = advanceBeat(0.5, 120, 16);
    expect(fast.phase - 0.5).toBeCloseTo(2 * (slow.phase - 0.5), 10);
  });

  it('does not make up for the beats of a hidden page', () => {
    expect(beatsOf(120, [16, 60_000, 16, 16, 16]).length).toBeLessThanOrEqual(1);
  });

  it('has no beat without a heart, and none beyond 200 a minute', () => {
    expect(
      beatsOf(
        0,
        Array.from({ length: 600 }, () => 16),
      ),
    ).toEqual([]);
    expect(
      beatsOf(
        Number.NaN,
        Array.from({ length: 600 }, () => 16),
      ),
    ).toEqual([]);
    expect(
      beatsOf(
        400,
        Array.from({ length: 3000 }, () => 20),
      ).length,
    ).toBeLessThanOrEqual(201);
  });
});
