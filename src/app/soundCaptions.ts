/**
 * What is written on the screen for each sound. A caption tells what is
 * heard and what it means, so that the game can be followed without hearing
 * it: captions therefore go on when the sound is muted or has failed.
 */
import type { TextKey } from '../text/catalogue.ts';
import type { AlarmBurst } from './soundAlarms.ts';
import type { SoundEvent } from './soundSignals.ts';

export interface Caption {
  readonly key: TextKey;
  /** Rounded saturation for the pulse; ids of vital signs for an alarm. */
  readonly percent?: number;
  readonly vitals?: readonly string[];
}

type PulseBand = 'normal' | 'lower' | 'low';
type WeatherBand = 'calm' | 'rising' | 'storm';

export interface CaptionState {
  readonly pulse: PulseBand | null;
  readonly weather: WeatherBand | null;
  /** Real milliseconds that the present caption still stands. */
  readonly standing: number;
}

export const NO_CAPTIONS: CaptionState = { pulse: null, weather: null, standing: 0 };

/** What sounded in this frame. */
export interface Heard {
  readonly event: SoundEvent | null;
  readonly burst: AlarmBurst | null;
  /** Saturation in per cent when a pulse beep sounds in this frame, else null. */
  readonly saturation: number | null;
  /** Storm index that is sounded, or null in silence. */
  readonly storm: number | null;
}

/** A caption stays this long. */
const STANDING_MILLISECONDS = 3_500;

/** Bands of the pitch of the pulse; a saturation must pass a limit by one to leave its band. */
const PULSE_BANDS = [
  { band: 'low', upTo: 91 },
  { band: 'lower', upTo: 95 },
  { band: 'normal', upTo: 100 },
] as const;
const WEATHER_BANDS = [
  { band: 'calm', upTo: 0.25 },
  { band: 'rising', upTo: 0.6 },
  { band: 'storm', upTo: 1 },
] as const;
const WEATHER_MARGIN = 0.04;

/** The band of a value; keeps the present one while the value is within `margin` of it. */
function bandOf<B extends string>(
  bands: readonly { readonly band: B; readonly upTo: number }[],
  value: number,
  present: B | null,
  margin: number,
): B {
  const last = bands.length - 1;
  const found = bands.findIndex(({ upTo }) => value <= upTo);
  const index = found < 0 ? last : found;
  const held = bands.findIndex(({ band }) => band === present);
  if (held >= 0 && Math.abs(held - index) === 1) {
    const border = bands[Math.min(held, index)]?.upTo ?? value;
    if (Math.abs(value - border) <= margin) return present as B;
  }
  return (bands[index] as { band: B }).band;
}

/**
 * Chooses the caption of a frame: the most important of what sounded. The
 * steady sounds, pulse and weather, are written when they begin and when
 * they change their band, and only where no other caption stands.
 *
 * @returns `caption` to show, '' to take the present one away, null to leave it
 */
export function advanceCaptions(
  state: CaptionState,
  heard: Heard,
  milliseconds: number,
): { readonly state: CaptionState; readonly caption: Caption | '' | null } {
  const standing = Math.max(state.standing - milliseconds, 0);
  const said = captionOfEvent(heard);
  if (said) return { state: { ...state, standing: STANDING_MILLISECONDS }, caption: said };
  if (standing === 0) {
    const steady = captionOfChange(state, heard);
    if (steady)
      return { state: { ...steady.state, standing: STANDING_MILLISECONDS }, caption: steady.caption };
  }
  const ends = state.standing > 0 && standing === 0;
  return { state: { ...state, standing }, caption: ends ? '' : null };
}

function captionOfEvent({ event, burst }: Heard): Caption | null {
  if (event) return { key: `sound.caption.${event}` };
  if (!burst) return null;
  return {
    key: burst.priority === 'high' ? 'sound.caption.alarmHigh' : 'sound.caption.alarmMedium',
    vitals: burst.vitals,
  };
}

function captionOfChange(
  state: CaptionState,
  heard: Heard,
): { state: CaptionState; caption: Caption } | null {
  if (heard.storm !== null) {
    const weather = bandOf(WEATHER_BANDS, heard.storm, state.weather, WEATHER_MARGIN);
    if (weather !== state.weather) {
      return { state: { ...state, weather }, caption: { key: `sound.caption.weather.${weather}` } };
    }
  }
  if (heard.saturation !== null) {
    const percent = Math.round(heard.saturation);
    const pulse = bandOf(PULSE_BANDS, percent, state.pulse, 1);
    if (pulse !== state.pulse) {
      return { state: { ...state, pulse }, caption: { key: `sound.caption.pulse.${pulse}`, percent } };
    }
  }
  return null;
}
