/** Every sound of the game by its name, as samples, and the fingerprint that ties files to source. */
import { createHash } from 'node:crypto';
import { loopCalm, loopRising, loopStorm } from './ambience.ts';
import {
  renderAlarmHigh,
  renderAlarmMedium,
  renderDied,
  renderLabReady,
  renderOrderConfirmed,
  renderOrderRefused,
  renderPulse,
  renderRecovered,
  renderStillOnWard,
} from './signals.ts';
import { encodeWav } from './wav.ts';
import type { Samples } from './waves.ts';

/** Short sounds by file name. */
export const SIGNALS = {
  pulse: renderPulse,
  alarmMedium: renderAlarmMedium,
  alarmHigh: renderAlarmHigh,
  orderConfirmed: renderOrderConfirmed,
  orderRefused: renderOrderRefused,
  labReady: renderLabReady,
  recovered: renderRecovered,
  died: renderDied,
  stillOnWard: renderStillOnWard,
} as const satisfies Record<string, () => Samples>;

/** Loops by file name, without their lead. */
export const LOOPS = {
  ambienceCalm: loopCalm,
  ambienceRising: loopRising,
  ambienceStorm: loopStorm,
} as const satisfies Record<string, () => Samples>;

/** SHA-256 of the 16-bit samples as a WAV file, the same on every machine. */
export function fingerprint(samples: Samples): string {
  return sha256(encodeWav(samples));
}

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
