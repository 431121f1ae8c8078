/**
 * Joins plan and loudspeaker: gestures, settings, captions, failure. Knows
 * no audio library; the loudspeaker is handed in and fetched only when a
 * gesture allows it to sound.
 */
import { t, tAny } from '../text/catalogue.ts';
import type { AmbienceGains } from './soundAmbience.ts';
import type { Caption } from './soundCaptions.ts';
import { type PlannedSound, planSound, SILENCE } from './soundPlan.ts';
import type { SignalId, SoundInput } from './soundSignals.ts';
import type { Settings } from './types.ts';

/** 'waiting' for a gesture; 'failed' when some or all of it cannot be played. */
export type SoundStatus = 'waiting' | 'loading' | 'ready' | 'failed';

export interface SoundHost {
  /** A caption to show, or '' when the last one has had its time. Not called while captions are off. */
  onCaption(text: string): void;
  /** A sentence for the player, at most once: sound cannot be played here. */
  onProblem?(text: string): void;
  getSettings(): Pick<Settings, 'muted' | 'volume' | 'captions'>;
}

export interface SoundHandle {
  /** Call once a frame on every page, also in pause, with the real milliseconds since the frame before. */
  update(input: SoundInput, realMilliseconds: number): void;
  /** Call inside a gesture. The handle also listens for gestures by itself. */
  unlock(): void;
  status(): SoundStatus;
  destroy(): void;
}

/** What can make sounds. Every call is safe at any time and never throws. */
export interface Speaker {
  setMaster(muted: boolean, volume: number): void;
  play(sound: PlannedSound): void;
  setAmbience(gains: AmbienceGains): void;
  /** Drops what is planned under these names and lets what sounds of them die away at once. */
  release(ids: readonly SignalId[]): void;
  /** Stops everything. */
  hush(): void;
  /** Lets the audio run; only works inside a gesture, or after one. */
  wake(): void;
  /** Halts the audio of a hidden page. */
  sleep(): void;
  close(): void;
}

/** @param onError called when a sound cannot be loaded or played */
export type LoadSpeaker = (onError: () => void) => Promise<Speaker>;

/** The part of `document` that is listened to. */
export type Page = Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;

const GESTURES = ['pointerdown', 'pointerup', 'keydown'] as const;
/** What a pause cuts short; the answer to a decision may finish. */
const STOPPED_BY_PAUSE: readonly SignalId[] = ['pulse', 'alarmMedium', 'alarmHigh'];

interface Handle {
  readonly host: SoundHost;
  speaker: Speaker | null;
  status: SoundStatus;
  plan: typeof SILENCE;
  /** What the loudspeaker was last told; null before. */
  master: { readonly silent: boolean; readonly volume: number } | null;
  wasRunning: boolean;
  captioned: boolean;
  destroyed: boolean;
}

/** Makes the sound of the game out of a loudspeaker that is loaded at the first gesture. */
export function createSoundHandle(host: SoundHost, load: LoadSpeaker, page: Page): SoundHandle {
  const handle: Handle = {
    host,
    speaker: null,
    status: 'waiting',
    plan: SILENCE,
    master: null,
    wasRunning: false,
    captioned: false,
    destroyed: false,
  };
  const unlock = (): void => openSpeaker(handle, load, page);
  const follow = (): void => followPage(handle, page);
  for (const gesture of GESTURES) page.addEventListener(gesture, unlock, { capture: true, passive: true });
  page.addEventListener('visibilitychange', follow);
  return {
    update: (input, realMilliseconds) => update(handle, input, realMilliseconds),
    unlock,
    status: () => handle.status,
    destroy: () => {
      handle.destroyed = true;
      for (const gesture of GESTURES) page.removeEventListener(gesture, unlock, { capture: true });
      page.removeEventListener('visibilitychange', follow);
      handle.speaker?.close();
      handle.speaker = null;
    },
  };
}

/** The first gesture loads the loudspeaker; every further one wakes it, because iOS may have put it to sleep. */
function openSpeaker(handle: Handle, load: LoadSpeaker, page: Page): void {
  if (handle.status !== 'waiting') {
    handle.speaker?.wake();
    return;
  }
  handle.status = 'loading';
  const onError = (): void => reportOnce(handle);
  load(onError).then((speaker) => {
    if (handle.destroyed) return speaker.close();
    handle.speaker = speaker;
    if (handle.status === 'loading') handle.status = 'ready';
    followPage(handle, page);
  }, onError);
}

function reportOnce(handle: Handle): void {
  if (handle.status === 'failed' || handle.destroyed) return;
  handle.status = 'failed';
  handle.host.onProblem?.(t('sound.unavailable'));
}

function followPage(handle: Handle, page: Page): void {
  if (page.visibilityState === 'hidden') handle.speaker?.sleep();
  else handle.speaker?.wake();
}

function update(handle: Handle, input: SoundInput, milliseconds: number): void {
  const { muted, volume, captions } = handle.host.getSettings();
  const silent = muted || !(volume > 0);
  const plan = planSound(handle.plan, input, milliseconds, silent);
  handle.plan = plan.state;
  showCaption(handle, plan.caption, captions);
  const { speaker } = handle;
  if (!speaker) return;
  setMaster(handle, speaker, silent, volume);
  if (handle.wasRunning && !input.running) speaker.release(STOPPED_BY_PAUSE);
  handle.wasRunning = input.running;
  if (silent) return;
  for (const sound of plan.sounds) speaker.play(sound);
  speaker.setAmbience(plan.ambience);
}

function setMaster(handle: Handle, speaker: Speaker, silent: boolean, volume: number): void {
  if (handle.master?.silent === silent && handle.master.volume === volume) return;
  speaker.setMaster(silent, volume);
  if (silent) speaker.hush();
  handle.master = { silent, volume };
}

function showCaption(handle: Handle, caption: Caption | '' | null, wanted: boolean): void {
  const { host } = handle;
  if (!wanted) {
    if (handle.captioned) host.onCaption('');
    handle.captioned = false;
    return;
  }
  if (caption === null) return;
  handle.captioned = caption !== '';
  host.onCaption(caption === '' ? '' : captionText(caption));
}

/** A caption in words. */
function captionText({ key, percent, vitals }: Caption): string {
  const names = vitals?.map((vital) => tAny(`sound.vital.${vital}`)).join(', ');
  return t(key, {
    ...(percent === undefined ? {} : { percent }),
    ...(names === undefined ? {} : { vitals: names }),
  });
}
