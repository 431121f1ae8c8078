import { describe, expect, it } from 'vitest';
import { type AlarmState, advanceAlarms, NO_ALARMS } from '../../src/app/soundAlarms.ts';
import { advanceAmbience, ambienceGains, NO_AMBIENCE } from '../../src/app/soundAmbience.ts';
import { masterGain, planSound, SILENCE, type SoundPlan } from '../../src/app/soundPlan.ts';
import type { SoundInput } from '../../src/app/soundSignals.ts';

const FRAME = 1000 / 60;
const CALM: SoundInput = { running: true, heartRate: 80, spo2: 97, alarms: [], stormIndex: 0.1, events: [] };

/** Plans of so many seconds, one a frame. */
function play(
  seconds: number,
  inputAt: (second: number) => SoundInput,
  muted = false,
  from = SILENCE,
): { readonly plans: SoundPlan[]; readonly heard: string[] } {
  const plans: SoundPlan[] = [];
  let state = from;
  for (let frame = 0; frame < seconds * 60; frame++) {
    const plan = planSound(state, inputAt(frame / 60), FRAME, muted);
    state = plan.state;
    plans.push(plan);
  }
  return { plans, heard: plans.flatMap((plan) => plan.sounds.map(({ id }) => id)) };
}

/** Seconds at which a burst sounds. */
function burstsOf(
  seconds: number,
  alarmsAt: (second: number) => readonly string[],
): { at: number; priority: string }[] {
  const bursts: { at: number; priority: string }[] = [];
  let state: AlarmState = NO_ALARMS;
  for (let frame = 0; frame < seconds * 60; frame++) {
    const step = advanceAlarms(state, alarmsAt(frame / 60), FRAME);
    state = step.state;
    if (step.burst) bursts.push({ at: Math.round(frame / 60), priority: step.burst.priority });
  }
  return bursts;
}

describe('alarm', () => {
  it('sounds at once, repeats twice, then leaves it to the monitor', () => {
    expect(burstsOf(120, () => ['SpO2'])).toEqual([
      { at: 0, priority: 'high' },
      { at: 12, priority: 'high' },
      { at: 24, priority: 'high' },
    ]);
    expect(burstsOf(120, () => ['HR']).map(({ at }) => at)).toEqual([0, 24, 48]);
  });

  it('sounds again for something new, and more urgently when oxygen or pressure is lost', () => {
    const bursts = burstsOf(80, (second) => (second < 60 ? ['RR'] : ['RR', 'MAP']));
    expect(bursts.slice(0, 3).every(({ priority }) => priority === 'medium')).toBe(true);
    expect(bursts[3]).toEqual({ at: 60, priority: 'high' });
  });

  it('keeps four seconds between bursts, whatever happens', () => {
    const vitals = ['HR', 'MAP', 'SpO2', 'RR', 'Temp'];
    const bursts = burstsOf(60, (second) => vitals.slice(0, 1 + (Math.floor(second) % 5)));
    for (let index = 1; index < bursts.length; index++) {
      expect((bursts[index]?.at ?? 0) - (bursts[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(4);
    }
  });

  it('does not start anew when a value wavers about its limit', () => {
    expect(burstsOf(120, (second) => (Math.floor(second * 2) % 2 === 0 ? ['MAP'] : [])).length).toBe(3);
    expect(
      burstsOf(120, (second) => (Math.floor(second / 20) % 2 === 0 ? ['MAP'] : [])).length,
    ).toBeGreaterThan(3);
  });
});

describe('weather', () => {
  it('crossfades at constant power, calm to wind to storm', () => {
    const full = (storm: number) => ambienceGains({ storm, presence: 1 });
    const most = [full(0).ambienceCalm, full(0.5).ambienceRising, full(1).ambienceStorm] as const;
    expect(full(0)).toMatchObject({ ambienceRising: 0, ambienceStorm: 0 });
    expect(full(0.5)).toMatchObject({ ambienceCalm: 0, ambienceStorm: 0 });
    expect(full(1)).toMatchObject({ ambienceCalm: 0, ambienceRising: 0 });
    for (let storm = 0; storm <= 1.0001; storm += 0.05) {
      const gains = full(storm);
      const power =
        (gains.ambienceCalm / most[0]) ** 2 +
        (gains.ambienceRising / most[1]) ** 2 +
        (gains.ambienceStorm / most[2]) ** 2;
      expect(power).toBeCloseTo(1, 3);
    }
  });

  it('grows with the storm and follows it within seconds, without a jump', () => {
    let state = advanceAmbience(NO_AMBIENCE, 0, true, 1000);
    const total = () => Object.values(ambienceGains(state)).reduce((sum, gain) => sum + gain ** 2, 0);
    const calm = total();
    for (let frame = 0; frame < 300; frame++) {
      const before = state.storm;
      state = advanceAmbience(state, 1, true, FRAME);
      expect(state.storm - before).toBeLessThan(0.02);
    }
    expect(state.storm).toBeGreaterThan(0.98);
    expect(total()).toBeGreaterThan(20 * calm);
  });
});

describe('plan of a frame', () => {
  it('gives pulse and weather while the game runs', () => {
    const { heard, plans } = play(60, () => CALM);
    expect(heard.every((id) => id === 'pulse')).toBe(true);
    expect(Math.abs(heard.length - 80)).toBeLessThanOrEqual(1);
    expect(plans.at(-1)?.ambience.ambienceCalm).toBeGreaterThan(0);
  });

  it('is silent in pause but for the answer to a decision', () => {
    const running = play(5, () => CALM);
    const paused = { ...CALM, running: false, alarms: ['SpO2'] };
    const { heard, plans } = play(30, () => paused, false, running.plans.at(-1)?.state);
    expect(heard).toEqual([]);
    expect(plans.at(-1)?.ambience).toEqual({ ambienceCalm: 0, ambienceRising: 0, ambienceStorm: 0 });
    expect(planSound(SILENCE, { ...paused, events: ['orderConfirmed'] }, FRAME, false).sounds).toEqual([
      { id: 'orderConfirmed', rate: 1, inMilliseconds: 0 },
    ]);
  });

  it('gives no sound at all when muted, and the same captions', () => {
    const input = (second: number): SoundInput => ({
      ...CALM,
      spo2: 97 - second / 3,
      stormIndex: second / 60,
      alarms: second > 20 ? ['SpO2'] : [],
      events: second === 10 ? ['orderConfirmed'] : [],
    });
    const loud = play(60, input);
    const muted = play(60, input, true);
    expect(loud.heard).toContain('alarmHigh');
    expect(muted.heard).toEqual([]);
    expect(muted.plans.every(({ ambience }) => Object.values(ambience).every((gain) => gain === 0))).toBe(
      true,
    );
    expect(muted.plans.map(({ caption }) => caption)).toEqual(loud.plans.map(({ caption }) => caption));
  });

  it('answers the most important event of a frame, once', () => {
    const plan = planSound(
      SILENCE,
      { ...CALM, events: ['labReady', 'orderConfirmed', 'died'] },
      FRAME,
      false,
    );
    expect(plan.sounds.map(({ id }) => id)).toContain('died');
    expect(plan.sounds.map(({ id }) => id)).not.toContain('labReady');
  });

  it('takes no more of the volume than is set', () => {
    expect([masterGain(0), masterGain(0.5), masterGain(1), masterGain(7)]).toEqual([0, 0.25, 1, 1]);
  });
});

describe('captions', () => {
  it('names pulse and weather when they begin and when they change, not with every beat', () => {
    const { plans } = play(60, (second) => ({
      ...CALM,
      spo2: second < 30 ? 97 : 88,
      stormIndex: second < 40 ? 0 : 0.9,
    }));
    const shown = plans.flatMap(({ caption }) => (caption ? [caption.key] : []));
    expect(shown).toEqual([
      'sound.caption.weather.calm',
      'sound.caption.pulse.normal',
      'sound.caption.pulse.low',
      'sound.caption.weather.rising',
      'sound.caption.weather.storm',
    ]);
  });

  it('does not flicker at a border', () => {
    const { plans } = play(60, (second) => ({ ...CALM, spo2: Math.floor(second * 3) % 2 === 0 ? 95 : 96 }));
    const pulses = plans.filter(({ caption }) => caption !== '' && caption?.key.includes('pulse'));
    expect(pulses.length).toBe(1);
  });

  it('puts an alarm over everything and takes the caption away in time', () => {
    const { plans } = play(10, (second) => ({
      ...CALM,
      alarms: second > 1 && second < 2 ? ['HR', 'SpO2'] : [],
    }));
    const alarm = plans.findIndex(({ caption }) => caption && caption.key === 'sound.caption.alarmHigh');
    expect(alarm).toBeGreaterThan(0);
    expect(plans[alarm]?.caption).toMatchObject({ vitals: ['SpO2', 'HR'] });
    expect(plans.slice(alarm + 1).some(({ caption }) => caption !== null)).toBe(true);
  });
});
