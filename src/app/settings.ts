import type { Settings } from './types.ts';

const KEY = 'stormward.settings';

/** The part of localStorage that the settings need; a browser may refuse each call. */
export interface SettingsStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export const DEFAULT_SETTINGS: Settings = {
  muted: false,
  volume: 0.7,
  captions: true,
  motion: 'system',
  theme: 'night',
  hintSeen: false,
};

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}

function truth(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

/**
 * Settings out of anything that was stored. A field that does not fit falls
 * back to its default alone: an old or edited entry costs no other setting.
 */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const { muted, volume, captions, motion, theme, hintSeen } = stored as Record<string, unknown>;
  const volumeFits = typeof volume === 'number' && volume >= 0 && volume <= 1;
  return {
    muted: truth(muted, DEFAULT_SETTINGS.muted),
    volume: volumeFits ? volume : DEFAULT_SETTINGS.volume,
    captions: truth(captions, DEFAULT_SETTINGS.captions),
    motion: oneOf(motion, ['system', 'full', 'reduced'], DEFAULT_SETTINGS.motion),
    theme: oneOf(theme, ['night', 'projector'], DEFAULT_SETTINGS.theme),
    hintSeen: truth(hintSeen, DEFAULT_SETTINGS.hintSeen),
  };
}

/** The stored settings, or the defaults where storage is refused or holds nonsense. Never throws. */
export function loadSettings(storage: () => SettingsStorage): Settings {
  try {
    return readSettings(JSON.parse(storage().getItem(KEY) ?? 'null'));
  } catch {
    // Private windows and blocked site data refuse even the look.
    return DEFAULT_SETTINGS;
  }
}

/** Keeps the settings; false when the browser refused. They hold for this visit either way. */
export function saveSettings(storage: () => SettingsStorage, settings: Settings): boolean {
  try {
    storage().setItem(KEY, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}
