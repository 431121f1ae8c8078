import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, loadSettings, readSettings, saveSettings } from '../../src/app/settings.ts';

function shelf(): {
  readonly kept: Map<string, string>;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
} {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

function refusing(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

describe('settings', () => {
  it('come back as they were kept', () => {
    const storage = shelf();
    const chosen = {
      muted: true,
      volume: 0.25,
      captions: false,
      motion: 'reduced',
      theme: 'projector',
      hintSeen: true,
    } as const;
    expect(saveSettings(() => storage, chosen)).toBe(true);
    expect(loadSettings(() => storage)).toEqual(chosen);
  });

  it('fall back field by field', () => {
    expect(
      readSettings({ muted: 'yes', volume: 7, captions: false, motion: 'wild', theme: 'projector' }),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      captions: false,
      theme: 'projector',
    });
  });

  it.each(['', 'null', '[]', '{"__proto__": {"muted": true}}', 'not JSON', '3'])(
    'hold through the stored nonsense %j',
    (text) => {
      const storage = shelf();
      storage.kept.set('stormward.settings', text);
      expect(loadSettings(() => storage)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('hold where the browser refuses storage', () => {
    expect(loadSettings(refusing)).toEqual(DEFAULT_SETTINGS);
    expect(saveSettings(refusing, DEFAULT_SETTINGS)).toBe(false);
  });
});
