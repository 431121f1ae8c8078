/** The pulse beep: its pitch and its moments. Pure functions, no sound in here. */

/**
 * Pitch at 100 % saturation in Hz.
 *
 * Oximeters agree that the beep falls with the saturation, a step for each
 * per cent, and on nothing else: no two of the devices that Santamore and
 * Cleaver measured (J Clin Monit Comput 2004;18:89) had the same pitch at any
 * saturation from 80 to 100 %. A common scale is linear, 662 Hz at 100 % and
 * 163 Hz at 0 %, so 5 Hz a per cent (WO 2014/207597 A1, background); others
 * change by a fixed share of the frequency. Anaesthetists judge saturation
 * and its change more exactly on the second, logarithmic kind (Brown et al.,
 * Appl Ergon 2015;51:350), so this game uses that one. Its step is a quarter
 * tone, 2.9 %, wider than the linear scale's 0.8 % at the top, of which a
 * third of 75 listeners missed a change of one per cent (Schulte and Block,
 * J Clin Monit 1992;8:198). 880 Hz at the top keeps 60 % at 277 Hz, which a
 * phone's loudspeaker still gives.
 */
const TOP_HERTZ = 880;
/** Per cent of saturation to an octave: 24 quarter tones. */
const PERCENT_PER_OCTAVE = 24;
/** Saturation at whose pitch the beep is recorded, so that the rates stay between 0.5 and 2. */
export const RECORDED_SATURATION = 80;
/** Below this the pitch falls no further. */
const LOWEST_SATURATION = 60;

/** Heart rates beyond these are sounded at the limit, per minute. */
const SLOWEST_BEAT = 20;
const FASTEST_BEAT = 200;
/** A frame longer than this is a hidden or halted page; its beats are not made up for. */
const LONGEST_FRAME_MILLISECONDS = 250;
const MILLISECONDS_PER_MINUTE = 60_000;

/** The saturation that is sounded: whole per cent, as an oximeter shows it, 60 to 100. */
function soundedSaturation(spo2: number): number {
  return Math.min(Math.max(Math.round(spo2), LOWEST_SATURATION), 100);
}

/** Pitch of the beep in Hz at a saturation in per cent. */
export function pulseHertz(spo2: number): number {
  return TOP_HERTZ * 2 ** ((soundedSaturation(spo2) - 100) / PERCENT_PER_OCTAVE);
}

/** How fast the recorded beep is played to have the pitch of this saturation. */
export function pulseRate(spo2: number): number {
  return pulseHertz(spo2) / pulseHertz(RECORDED_SATURATION);
}

/**
 * How far the heart has come since the last beat, as a share of the way to
 * the next. Just below 0 when the beat of the coming frame was already given.
 */
export type BeatPhase = number;

export interface Beat {
  /** Real milliseconds from now. */
  readonly inMilliseconds: number;
}

/**
 * Moves the phase on by one frame and says whether a beat falls into the
 * coming one, which lets it sound at its moment and not at the next frame.
 * The phase carries over what is left, so that beats neither drift nor bunch.
 *
 * The beat is that of the bedside in the player's own time, whatever the
 * speed of the game: at 1x an hour passes in a second, so the beats of the
 * simulated time could not be heard anyway, and a rate that rose with the
 * speed would sound like a fast heart. No heart rate, no beep.
 *
 * @param heartRate beats per minute
 * @param milliseconds real time since the frame before
 */
export function advanceBeat(
  phase: BeatPhase,
  heartRate: number,
  milliseconds: number,
): { readonly phase: BeatPhase; readonly beat: Beat | null } {
  if (!(heartRate > 0)) return { phase: 0, beat: null };
  const period = MILLISECONDS_PER_MINUTE / Math.min(Math.max(heartRate, SLOWEST_BEAT), FASTEST_BEAT);
  const frame = Math.min(Math.max(milliseconds, 0), LONGEST_FRAME_MILLISECONDS);
  const reached = phase + frame / period;
  const left = (1 - reached) * period;
  if (left >= frame) return { phase: reached, beat: null };
  return { phase: reached - 1, beat: { inMilliseconds: Math.max(left, 0) } };
}
