/**
 * The storm as weather: three loops, crossfaded by the storm index of the
 * model, so that a player with closed eyes hears it gather. It carries what
 * the picture carries and is therefore on by default; it is no music.
 */

export const AMBIENCE_IDS = ['ambienceCalm', 'ambienceRising', 'ambienceStorm'] as const;
export type AmbienceId = (typeof AMBIENCE_IDS)[number];
export type AmbienceGains = Readonly<Record<AmbienceId, number>>;

export const SILENT_AMBIENCE: AmbienceGains = { ambienceCalm: 0, ambienceRising: 0, ambienceStorm: 0 };

/**
 * How loud each loop becomes. The files stand 20 dB below full scale (root
 * mean square); with these the calm lies 30 dB under a pulse beep, hardly
 * noticed, and the full storm 15 dB under it: plain, and never in the way.
 */
const LOOP_GAINS: AmbienceGains = { ambienceCalm: 0.026, ambienceRising: 0.066, ambienceStorm: 0.145 };

/** Time in which the sounded storm follows the state by 63 %; a jump in a replay becomes a turn of the weather. */
const FOLLOW_MILLISECONDS = 1200;
/** The same for going silent in a pause and coming back. */
const HUSH_MILLISECONDS = 150;
/** Below this a loop is stopped. */
const INAUDIBLE = 0.0002;

export interface AmbienceState {
  /** The storm index that is sounded, 0 to 1. */
  readonly storm: number;
  /** 0 in pause, 1 while the game runs. */
  readonly presence: number;
}

export const NO_AMBIENCE: AmbienceState = { storm: 0, presence: 0 };

function approach(from: number, to: number, milliseconds: number, constant: number): number {
  return to + (from - to) * Math.exp(-milliseconds / constant);
}

/** Moves the weather on by one frame. @param milliseconds real time since the frame before */
export function advanceAmbience(
  state: AmbienceState,
  stormIndex: number,
  running: boolean,
  milliseconds: number,
): AmbienceState {
  const target = Math.min(Math.max(stormIndex, 0), 1);
  return {
    // Nobody hears it now, so it need not wait.
    storm:
      state.presence < INAUDIBLE ? target : approach(state.storm, target, milliseconds, FOLLOW_MILLISECONDS),
    presence: approach(state.presence, running ? 1 : 0, milliseconds, HUSH_MILLISECONDS),
  };
}

/**
 * Gain of each loop. From 0 to 0.5 the calm turns into the wind, from 0.5 to
 * 1 the wind into the storm, each at constant power (cosine and sine), since
 * the loops have nothing to do with each other.
 */
export function ambienceGains({ storm, presence }: AmbienceState): AmbienceGains {
  const share = Math.min(Math.max(storm, 0), 1) * 2;
  const low = Math.min(share, 1) * (Math.PI / 2);
  const high = Math.max(share - 1, 0) * (Math.PI / 2);
  const gains = {
    ambienceCalm: Math.cos(low) * LOOP_GAINS.ambienceCalm,
    ambienceRising: Math.sin(low) * Math.cos(high) * LOOP_GAINS.ambienceRising,
    ambienceStorm: Math.sin(high) * LOOP_GAINS.ambienceStorm,
  };
  return {
    ambienceCalm: audible(gains.ambienceCalm * presence),
    ambienceRising: audible(gains.ambienceRising * presence),
    ambienceStorm: audible(gains.ambienceStorm * presence),
  };
}

function audible(gain: number): number {
  return gain < INAUDIBLE ? 0 : gain;
}
