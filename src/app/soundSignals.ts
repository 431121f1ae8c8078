/** The short sounds by name, and what the game tells about itself so that they can be chosen. */

/** Sounds that answer a moment, the most important first. */
export const SOUND_EVENTS = [
  'died',
  'recovered',
  'stillOnWard',
  'orderRefused',
  'orderConfirmed',
  'labReady',
] as const;
export type SoundEvent = (typeof SOUND_EVENTS)[number];

/** Every short sound; each is a file of that name in assets/sound. */
export const SIGNAL_IDS = ['pulse', 'alarmMedium', 'alarmHigh', ...SOUND_EVENTS] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

/**
 * How loud each short sound is played; the files all peak 4 dB below full
 * scale. The pulse, which never stops, is the quietest; pulse, alarm, answer
 * and storm together stay below full scale.
 */
export const SIGNAL_GAINS: Readonly<Record<SignalId, number>> = {
  pulse: 0.3,
  alarmMedium: 0.36,
  alarmHigh: 0.44,
  orderConfirmed: 0.3,
  orderRefused: 0.3,
  labReady: 0.26,
  recovered: 0.45,
  died: 0.45,
  stillOnWard: 0.4,
};

/** What the game says about itself in one frame. */
export interface SoundInput {
  /** The game is on the screen and its time moves. */
  readonly running: boolean;
  /** Beats per minute. */
  readonly heartRate: number;
  /** Per cent. */
  readonly spo2: number;
  /** Ids of the vital signs that alarm on the monitor. */
  readonly alarms: readonly string[];
  /** 0 to 1. */
  readonly stormIndex: number;
  /** What has happened since the frame before. */
  readonly events: readonly SoundEvent[];
}
