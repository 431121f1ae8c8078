import { describe, expect, it, vi } from 'vitest';
import { createSoundHandle, type LoadSpeaker, type Speaker } from '../../src/app/soundHandle.ts';
import type { SoundInput } from '../../src/app/soundSignals.ts';
import { settle } from './sessionSupport.ts';

const RUNNING: SoundInput = {
  running: true,
  heartRate: 120,
  spo2: 96,
  alarms: [],
  stormIndex: 0.5,
  events: [],
};

/** A handle over a loudspeaker that only remembers, and a page whose events the test fires. */
function createTestSound(load?: LoadSpeaker) {
  const settings = { muted: false, volume: 0.8, captions: true };
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const speaker = {
    setMaster: vi.fn<Speaker['setMaster']>(),
    play: vi.fn<Speaker['play']>(),
    setAmbience: vi.fn<Speaker['setAmbience']>(),
    release: vi.fn<Speaker['release']>(),
    hush: vi.fn<Speaker['hush']>(),
    wake: vi.fn<Speaker['wake']>(),
    sleep: vi.fn<Speaker['sleep']>(),
    close: vi.fn<Speaker['close']>(),
  };
  const loads = vi.fn<LoadSpeaker>(load ?? (async () => speaker));
  const captions: string[] = [];
  const problems: string[] = [];
  const host = {
    onCaption: (text: string) => captions.push(text),
    onProblem: (text: string) => problems.push(text),
    getSettings: () => settings,
  };
  const sound = createSoundHandle(host, loads, page as unknown as Document);
  const run = (seconds: number, input = RUNNING): void => {
    for (let frame = 0; frame < seconds * 60; frame++) sound.update(input, 1000 / 60);
  };
  return { sound, speaker, loads, captions, problems, settings, page, run };
}

describe('sound', () => {
  it('loads nothing and plays nothing before the first gesture', async () => {
    const { sound, speaker, loads, page, run } = createTestSound();
    run(3);
    await settle();
    expect(loads).not.toHaveBeenCalled();
    expect(sound.status()).toBe('waiting');
    page.dispatchEvent(new Event('keydown'));
    await settle();
    expect(loads).toHaveBeenCalledTimes(1);
    expect(sound.status()).toBe('ready');
    run(3);
    expect(speaker.play.mock.calls.filter(([{ id }]) => id === 'pulse').length).toBeGreaterThan(4);
  });

  it('wakes the audio at every further gesture and when the page is seen again', async () => {
    const { sound, speaker, loads, page } = createTestSound();
    sound.unlock();
    await settle();
    const woken = speaker.wake.mock.calls.length;
    page.dispatchEvent(new Event('pointerup'));
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(speaker.sleep).toHaveBeenCalledTimes(1);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(speaker.wake).toHaveBeenCalledTimes(woken + 2);
    expect(loads).toHaveBeenCalledTimes(1);
  });

  it('is completely silent once muted or at volume 0', async () => {
    for (const change of [{ muted: true }, { volume: 0 }]) {
      const { sound, speaker, settings, run } = createTestSound();
      sound.unlock();
      await settle();
      run(2);
      Object.assign(settings, change);
      vi.clearAllMocks();
      run(20, { ...RUNNING, alarms: ['SpO2'], events: ['labReady'] });
      expect(speaker.setMaster).toHaveBeenCalledExactlyOnceWith(true, settings.volume);
      expect(speaker.hush).toHaveBeenCalledTimes(1);
      expect(speaker.play).not.toHaveBeenCalled();
      expect(speaker.setAmbience).not.toHaveBeenCalled();
    }
  });

  it('cuts pulse and alarm short in a pause', async () => {
    const { sound, speaker, run } = createTestSound();
    sound.unlock();
    await settle();
    run(2);
    vi.clearAllMocks();
    run(5, { ...RUNNING, running: false });
    expect(speaker.release).toHaveBeenCalledExactlyOnceWith(['pulse', 'alarmMedium', 'alarmHigh']);
    expect(speaker.play).not.toHaveBeenCalled();
    expect(Object.values(speaker.setAmbience.mock.lastCall?.[0] ?? {})).toEqual([0, 0, 0]);
  });

  it('writes captions in words, also before any gesture and while muted, and none when they are off', () => {
    const { captions, settings, run } = createTestSound();
    settings.muted = true;
    run(1, { ...RUNNING, alarms: ['MAP', 'HR'] });
    expect(captions).toContain('Urgent alarm, five tones: mean arterial pressure, heart rate');
    run(8);
    expect(captions).toContain('Pulse beep, high: oxygen saturation 96 %');
    expect(captions).toContain('');
    settings.captions = false;
    const shown = captions.length;
    run(30, { ...RUNNING, alarms: ['SpO2'], spo2: 80 });
    expect(captions.slice(shown).filter((text) => text !== '')).toEqual([]);
  });

  it('says once that it cannot be played, and goes on without', async () => {
    const { sound, captions, problems, run } = createTestSound(async () => {
      throw new Error('no device');
    });
    sound.unlock();
    await settle();
    sound.unlock();
    run(10, { ...RUNNING, events: ['orderRefused'] });
    expect(sound.status()).toBe('failed');
    expect(problems).toHaveLength(1);
    expect(captions.length).toBeGreaterThan(0);
  });

  it('tells of one file that cannot be loaded once, and plays the others', async () => {
    const { sound, speaker, loads, problems, run } = createTestSound();
    sound.unlock();
    await settle();
    const onError = loads.mock.calls[0]?.[0];
    onError?.();
    onError?.();
    run(2);
    expect(problems).toHaveLength(1);
    expect(speaker.play).toHaveBeenCalled();
  });

  it('leaves nothing behind', async () => {
    const { sound, speaker, loads, page } = createTestSound();
    sound.unlock();
    sound.destroy();
    await settle();
    expect(speaker.close).toHaveBeenCalledTimes(1);
    page.dispatchEvent(new Event('pointerdown'));
    expect(loads).toHaveBeenCalledTimes(1);
  });
});
