/**
 * The short sounds: the pulse beep, the alarms, and what answers a decision.
 * All are written here; none imitates a device of a real maker.
 */
import { addNote, noteHertz, type Samples, scaleToPeak, silence } from './waves.ts';

/** Peak of every short sound in its file: 4 dB below full scale, room for what an encoder adds. */
const SIGNAL_PEAK = 0.63;

// Notes in semitones from A4.
const D3 = -19;
const A3 = -12;
const D4 = -7;
const F4 = -4;
const G4 = -2;
const A4 = 0;
const B4 = 2;
const D5 = 5;
const FIS5 = 9;
const G5 = 10;
const A5 = 12;

/**
 * One beep at B4, the pitch of the pulse at 80 % saturation; the player's
 * `rate` moves it up and down. Two soft overtones keep it audible on a phone,
 * whose loudspeaker loses the low pitches of a low saturation.
 */
export function renderPulse(): Samples {
  const samples = silence(0.2);
  addNote(samples, {
    atSeconds: 0.002,
    seconds: 0.16,
    hertz: noteHertz(B4),
    harmonics: [1, 0.22, 0.1],
    riseSeconds: 0.012,
    fallSeconds: 0.07,
    decay: 0.35,
  });
  return scaleToPeak(samples, SIGNAL_PEAK);
}

/**
 * An alarm burst in the manner of IEC 60601-1-8, tables 3 and 4: three pulses
 * for medium, three and two for high priority; fundamental between 150 and
 * 1000 Hz with at least three overtones below 4 kHz within 15 dB of it. The
 * melodies are ours, none of the standard's, so that nobody on a ward takes
 * the game for a device; and the rise takes 35 % of a pulse, close to the
 * gentlest that the standard allows (40 %), so that nobody is startled.
 */
function renderBurst(notes: readonly number[], starts: readonly number[], pulseSeconds: number): Samples {
  const last = starts[starts.length - 1] as number;
  const samples = silence(last + pulseSeconds + 0.1);
  notes.forEach((note, index) => {
    addNote(samples, {
      atSeconds: starts[index] as number,
      seconds: pulseSeconds,
      hertz: noteHertz(note),
      harmonics: [1, 0.5, 0.3, 0.2, 0.12],
      riseSeconds: pulseSeconds * 0.35,
      fallSeconds: pulseSeconds * 0.4,
    });
  });
  return scaleToPeak(samples, SIGNAL_PEAK);
}

/** Three pulses that turn around F: something left its limits. */
export function renderAlarmMedium(): Samples {
  return renderBurst([G4, F4, A4], [0, 0.4, 0.8], 0.24);
}

/** Three and two quicker pulses that fall: oxygen or pressure left its limits. */
export function renderAlarmHigh(): Samples {
  return renderBurst([A4, A4, G4, D4, F4], [0, 0.25, 0.5, 0.92, 1.17], 0.17);
}

/** Two notes up a fourth: the order stands. */
export function renderOrderConfirmed(): Samples {
  const samples = silence(0.55);
  const sound = { harmonics: [1, 0.12, 0.05], riseSeconds: 0.008, fallSeconds: 0.12, decay: 0.6 };
  addNote(samples, { ...sound, atSeconds: 0.002, seconds: 0.25, hertz: noteHertz(D5) });
  addNote(samples, { ...sound, atSeconds: 0.1, seconds: 0.4, hertz: noteHertz(G5) });
  return scaleToPeak(samples, SIGNAL_PEAK);
}

/** Two notes down a third, low and dull: the order was refused. */
export function renderOrderRefused(): Samples {
  const samples = silence(0.5);
  const sound = { harmonics: [1, 0.35, 0.12], riseSeconds: 0.025, fallSeconds: 0.14, decay: 0.4 };
  addNote(samples, { ...sound, atSeconds: 0.002, seconds: 0.2, hertz: noteHertz(D4) });
  addNote(samples, { ...sound, atSeconds: 0.15, seconds: 0.3, hertz: noteHertz(A3 + 1) });
  return scaleToPeak(samples, SIGNAL_PEAK);
}

/** Three glassy drops: a result has come from the laboratory. */
export function renderLabReady(): Samples {
  const samples = silence(0.8);
  const sound = { harmonics: [1, 0, 0.14, 0, 0.05], riseSeconds: 0.005, fallSeconds: 0.2, decay: 0.7 };
  [A4, D5, A5].forEach((note, index) => {
    addNote(samples, { ...sound, atSeconds: 0.002 + index * 0.09, seconds: 0.5, hertz: noteHertz(note) });
  });
  return scaleToPeak(samples, SIGNAL_PEAK);
}

/** An open chord of D major that unfolds upwards: the patient recovers. */
export function renderRecovered(): Samples {
  const samples = silence(2.9);
  const sound = { harmonics: [1, 0.3, 0.1, 0.04], riseSeconds: 0.06, fallSeconds: 1.2, decay: 0.12 };
  [D4, A4, D5, FIS5].forEach((note, index) => {
    const at = 0.002 + index * 0.24;
    addNote(samples, { ...sound, atSeconds: at, seconds: 2.8 - at, hertz: noteHertz(note) });
  });
  return scaleToPeak(samples, SIGNAL_PEAK);
}

/** A bare low fifth that dies away, once: the patient has died. No drama is made of it. */
export function renderDied(): Samples {
  const samples = silence(3.1);
  const sound = { harmonics: [1, 0.45, 0.22, 0.08], riseSeconds: 0.12, fallSeconds: 1.8, decay: 0.1 };
  addNote(samples, { ...sound, atSeconds: 0.002, seconds: 3, hertz: noteHertz(D3) });
  addNote(samples, { ...sound, atSeconds: 0.4, seconds: 2.6, hertz: noteHertz(A3) });
  return scaleToPeak(samples, SIGNAL_PEAK);
}

/** Two notes that stay open: day 28, still on the ward. */
export function renderStillOnWard(): Samples {
  const samples = silence(2.3);
  const sound = { harmonics: [1, 0.3, 0.1], riseSeconds: 0.08, fallSeconds: 1.1, decay: 0.15 };
  addNote(samples, { ...sound, atSeconds: 0.002, seconds: 2.2, hertz: noteHertz(A3) });
  addNote(samples, { ...sound, atSeconds: 0.35, seconds: 1.85, hertz: noteHertz(G4) });
  return scaleToPeak(samples, SIGNAL_PEAK);
}
