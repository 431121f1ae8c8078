/** The loudspeaker, and the only file that knows howler. */
import type { Howl, HowlerGlobal } from 'howler';
import { AMBIENCE_IDS, type AmbienceGains, type AmbienceId, SILENT_AMBIENCE } from './soundAmbience.ts';
import { createSoundHandle, type SoundHandle, type SoundHost, type Speaker } from './soundHandle.ts';
import { masterGain, type PlannedSound } from './soundPlan.ts';
import { SIGNAL_GAINS, SIGNAL_IDS, type SignalId } from './soundSignals.ts';

/**
 * Where a loop lies in its file. Before and after it stands its own
 * continuation (scripts/sounds/ambience.ts), so the padding that an encoder
 * adds never comes into what is repeated.
 */
const LOOP_START_MILLISECONDS = 250;
const LOOP_MILLISECONDS: Readonly<Record<AmbienceId, number>> = {
  ambienceCalm: 8000,
  ambienceRising: 7500,
  ambienceStorm: 6000,
};
/** A change of a loop's gain below this share is not passed on. */
const GAIN_STEP = 0.01;
const RELEASE_MILLISECONDS = 60;

interface Library {
  readonly Howl: typeof Howl;
  readonly Howler: HowlerGlobal;
}

interface Loop {
  readonly howl: Howl;
  voice: number | null;
  gain: number;
}

interface Parts extends Library {
  readonly onError: () => void;
  readonly signals: ReadonlyMap<SignalId, Howl>;
  readonly loops: Map<AmbienceId, Loop>;
  readonly timers: Map<ReturnType<typeof setTimeout>, SignalId>;
  readonly voices: Map<SignalId, number>;
}

/**
 * The sound of the game. Silent, and not even loaded, before the first
 * gesture; if it cannot be played the game goes on with captions alone.
 */
export function createSound(host: SoundHost): SoundHandle {
  return createSoundHandle(host, loadSpeaker, document);
}

async function loadSpeaker(onError: () => void): Promise<Speaker> {
  const library: Library = await import('howler');
  // Left on, it loses the sound on iOS after a page was in the background (howler issues 1525 and 1753).
  library.Howler.autoSuspend = false;
  // The gestures are followed in soundHandle.ts; howler's own way builds the context twice and a pool of elements.
  library.Howler.autoUnlock = false;
  const signals = new Map(SIGNAL_IDS.map((id) => [id, loadSignal(library, id, onError)]));
  if (!library.Howler.usingWebAudio) throw new Error('This browser has no Web Audio.');
  const parts: Parts = {
    ...library,
    onError,
    signals,
    loops: new Map(),
    timers: new Map(),
    voices: new Map(),
  };
  return {
    setMaster: (muted, volume) => setMaster(parts, muted, volume),
    play: (sound) => play(parts, sound),
    setAmbience: (gains) => setAmbience(parts, gains),
    release: (ids) => release(parts, ids),
    hush: () => hush(parts),
    wake: () => {
      if (!isAwake(parts)) void parts.Howler.ctx.resume().catch(() => {});
    },
    sleep: () => void parts.Howler.ctx.suspend().catch(() => {}),
    close: () => {
      hush(parts);
      for (const howl of signals.values()) howl.unload();
      for (const { howl } of parts.loops.values()) howl.unload();
    },
  };
}

/** Opus first; what cannot play it, Safari for one, takes MP3. */
function filesOf(id: string): string[] {
  return [`${import.meta.env.BASE_URL}sound/${id}.opus`, `${import.meta.env.BASE_URL}sound/${id}.mp3`];
}

function loadSignal({ Howl }: Library, id: SignalId, onError: () => void): Howl {
  return new Howl({ src: filesOf(id), volume: SIGNAL_GAINS[id], onloaderror: onError, onplayerror: onError });
}

function loadLoop({ Howl, onError }: Parts, id: AmbienceId): Loop {
  const howl = new Howl({
    src: filesOf(id),
    volume: 0,
    sprite: { loop: [LOOP_START_MILLISECONDS, LOOP_MILLISECONDS[id], true] },
    onloaderror: onError,
    onplayerror: onError,
  });
  return { howl, voice: null, gain: 0 };
}

/** Asks the context itself: howler's own idea of its state goes wrong on iOS. */
function isAwake({ Howler }: Parts): boolean {
  return Howler.ctx.state === 'running';
}

function setMaster({ Howler }: Parts, muted: boolean, volume: number): void {
  Howler.mute(muted);
  Howler.volume(masterGain(volume));
}

function play(parts: Parts, sound: PlannedSound): void {
  const timer = setTimeout(() => {
    parts.timers.delete(timer);
    const howl = parts.signals.get(sound.id);
    // What cannot sound at its moment must not pile up and sound later.
    if (howl?.state() !== 'loaded' || !isAwake(parts)) return;
    const voice = howl.play();
    howl.rate(sound.rate, voice);
    parts.voices.set(sound.id, voice);
  }, sound.inMilliseconds);
  parts.timers.set(timer, sound.id);
}

function setAmbience(parts: Parts, gains: AmbienceGains): void {
  for (const id of AMBIENCE_IDS) {
    const gain = gains[id];
    let loop = parts.loops.get(id);
    if (!loop && gain > 0) {
      loop = loadLoop(parts, id);
      parts.loops.set(id, loop);
    }
    if (loop) setLoop(parts, loop, gain);
  }
}

function setLoop(parts: Parts, loop: Loop, gain: number): void {
  if (gain === 0) {
    if (loop.voice !== null) loop.howl.stop(loop.voice);
    loop.voice = null;
    loop.gain = 0;
    return;
  }
  if (loop.howl.state() !== 'loaded' || !isAwake(parts)) return;
  if (loop.voice === null) loop.voice = loop.howl.play('loop');
  else if (Math.abs(gain - loop.gain) < GAIN_STEP * loop.gain) return;
  loop.howl.volume(gain, loop.voice);
  loop.gain = gain;
}

function release(parts: Parts, ids: readonly SignalId[]): void {
  for (const [timer, id] of parts.timers) {
    if (!ids.includes(id)) continue;
    clearTimeout(timer);
    parts.timers.delete(timer);
  }
  for (const id of ids) {
    const howl = parts.signals.get(id);
    const voice = parts.voices.get(id);
    if (!howl || voice === undefined || !howl.playing(voice)) continue;
    howl.once('fade', () => howl.stop(voice), voice);
    howl.fade(SIGNAL_GAINS[id], 0, RELEASE_MILLISECONDS, voice);
  }
}

function hush(parts: Parts): void {
  for (const timer of parts.timers.keys()) clearTimeout(timer);
  parts.timers.clear();
  for (const howl of parts.signals.values()) howl.stop();
  setAmbience(parts, SILENT_AMBIENCE);
}
