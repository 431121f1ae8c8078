/**
 * What is to be heard, decided from the game and the time alone. Pure: the
 * same inputs give the same plan, and nothing here knows of a loudspeaker.
 */
import { type AlarmBurst, type AlarmState, advanceAlarms, NO_ALARMS } from './soundAlarms.ts';
import {
  type AmbienceGains,
  type AmbienceState,
  advanceAmbience,
  ambienceGains,
  NO_AMBIENCE,
  SILENT_AMBIENCE,
} from './soundAmbience.ts';
import { advanceCaptions, type Caption, type CaptionState, NO_CAPTIONS } from './soundCaptions.ts';
import { advanceBeat, type BeatPhase, pulseRate } from './soundPulse.ts';
import { type SignalId, SOUND_EVENTS, type SoundEvent, type SoundInput } from './soundSignals.ts';

export interface PlannedSound {
  readonly id: SignalId;
  /** Speed of playing, which is also the pitch; 1 as recorded. */
  readonly rate: number;
  /** Real milliseconds from now. */
  readonly inMilliseconds: number;
}

export interface SoundState {
  readonly beat: BeatPhase;
  readonly alarms: AlarmState;
  readonly ambience: AmbienceState;
  readonly captions: CaptionState;
}

export const SILENCE: SoundState = {
  beat: 0,
  alarms: NO_ALARMS,
  ambience: NO_AMBIENCE,
  captions: NO_CAPTIONS,
};

export interface SoundPlan {
  readonly state: SoundState;
  readonly sounds: readonly PlannedSound[];
  readonly ambience: AmbienceGains;
  /** To show; '' takes the present caption away, null leaves it. */
  readonly caption: Caption | '' | null;
}

/**
 * Plans one frame. In pause there is neither pulse nor alarm nor weather;
 * decisions are still answered, because they can be made in a pause. Muted,
 * there is no sound at all, and the captions go on.
 *
 * @param milliseconds real time since the frame before
 */
export function planSound(
  state: SoundState,
  input: SoundInput,
  milliseconds: number,
  muted: boolean,
): SoundPlan {
  const pulse = input.running
    ? advanceBeat(state.beat, input.heartRate, milliseconds)
    : { phase: 0, beat: null };
  const alarm = input.running
    ? advanceAlarms(state.alarms, input.alarms, milliseconds)
    : { state: { ...state.alarms, sinceBurst: state.alarms.sinceBurst + milliseconds }, burst: null };
  const ambience = advanceAmbience(state.ambience, input.stormIndex, input.running, milliseconds);
  const event = SOUND_EVENTS.find((id) => input.events.includes(id)) ?? null;
  const heard = {
    event,
    burst: alarm.burst,
    saturation: pulse.beat ? input.spo2 : null,
    storm: input.running ? ambience.storm : null,
  };
  const captions = advanceCaptions(state.captions, heard, milliseconds);
  return {
    state: { beat: pulse.phase, alarms: alarm.state, ambience, captions: captions.state },
    sounds: muted ? [] : soundsOf(event, alarm.burst, pulse.beat && { ...pulse.beat, spo2: input.spo2 }),
    ambience: muted ? SILENT_AMBIENCE : ambienceGains(ambience),
    caption: captions.caption,
  };
}

function soundsOf(
  event: SoundEvent | null,
  burst: AlarmBurst | null,
  beat: { readonly inMilliseconds: number; readonly spo2: number } | null,
): readonly PlannedSound[] {
  const sounds: PlannedSound[] = [];
  if (event) sounds.push({ id: event, rate: 1, inMilliseconds: 0 });
  if (burst)
    sounds.push({ id: burst.priority === 'high' ? 'alarmHigh' : 'alarmMedium', rate: 1, inMilliseconds: 0 });
  if (beat) sounds.push({ id: 'pulse', rate: pulseRate(beat.spo2), inMilliseconds: beat.inMilliseconds });
  return sounds;
}

/** Gain of the whole for a volume setting of 0 to 1; its square, because loudness is heard in ratios. */
export function masterGain(volume: number): number {
  const limited = Math.min(Math.max(volume, 0), 1);
  return limited * limited;
}
