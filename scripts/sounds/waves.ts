/**
 * The few waves that every sound is made of.
 *
 * Only + - * / and integer operations: the samples are the same bit for bit
 * on every machine, so a hash over them tells whether the encoded files that
 * are committed still belong to this source.
 */
import { createRandom, nextUnit } from '../../src/math/random.ts';

/** Samples a second of everything that is rendered. */
export const SAMPLE_RATE = 32000;

/** Two to the power of a twelfth: one step of the equal-tempered scale. */
const SEMITONE = 1.0594630943592953;
const A4_HERTZ = 440;

/** Mono samples; 1 is full scale. */
export type Samples = Float64Array;

/** Silence of that many seconds. */
export function silence(seconds: number): Samples {
  return new Float64Array(Math.round(seconds * SAMPLE_RATE));
}

/**
 * Sine of a full turn, from its Taylor series on a quarter (error below 1e-9).
 *
 * @param turns any finite number; 1 is a whole period
 */
export function sine(turns: number): number {
  let x = turns - Math.floor(turns);
  let sign = 1;
  if (x >= 0.5) {
    x -= 0.5;
    sign = -1;
  }
  if (x > 0.25) x = 0.5 - x;
  const angle = x * 6.283185307179586;
  const square = angle * angle;
  let sum = 1;
  for (let term = 13; term >= 3; term -= 2) sum = 1 - (square / (term * (term - 1))) * sum;
  return sign * angle * sum;
}

/** Frequency in Hz of a note, counted in semitones from A4 (440 Hz). Whole and half steps only. */
export function noteHertz(semitonesFromA4: number): number {
  let ratio = 1;
  const step = semitonesFromA4 < 0 ? 1 / SEMITONE : SEMITONE;
  for (let count = Math.abs(semitonesFromA4); count > 0; count--) ratio *= step;
  return A4_HERTZ * ratio;
}

/** Rises from 0 to 1 without a corner while `x` goes from 0 to 1 (half a cosine). */
export function smoothRise(x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return (1 - sine(x / 2 + 0.25)) / 2;
}

/** One struck or blown note. */
export interface Note {
  readonly atSeconds: number;
  readonly seconds: number;
  readonly hertz: number;
  /** Amplitude of each harmonic, the fundamental first. */
  readonly harmonics: readonly number[];
  readonly riseSeconds: number;
  readonly fallSeconds: number;
  /** Share of its height that the note loses in each tenth of a second; 0 holds it. */
  readonly decay?: number;
}

/** Adds a note to the samples. What would stand after their end is left out. */
export function addNote(samples: Samples, note: Note): void {
  const start = Math.round(note.atSeconds * SAMPLE_RATE);
  const length = Math.round(note.seconds * SAMPLE_RATE);
  const perSample = 1 - (note.decay ?? 0) / (SAMPLE_RATE / 10);
  let height = 1;
  for (let index = 0; index < length && start + index < samples.length; index++) {
    const seconds = index / SAMPLE_RATE;
    const edges =
      smoothRise(seconds / note.riseSeconds) * smoothRise((note.seconds - seconds) / note.fallSeconds);
    let value = 0;
    for (let order = 0; order < note.harmonics.length; order++) {
      value += (note.harmonics[order] as number) * sine(note.hertz * (order + 1) * seconds);
    }
    samples[start + index] = (samples[start + index] as number) + value * edges * height;
    height *= perSample;
  }
}

/** Even noise in -1 to 1 from a seeded generator; its own stream for each name. */
export function noise(length: number, stream: string): Samples {
  const random = createRandom(20, stream);
  const samples = new Float64Array(length);
  for (let index = 0; index < length; index++) samples[index] = 2 * nextUnit(random) - 1;
  return samples;
}

/** Scales the samples so that the largest one stands at `peak`; silence stays as it is. */
export function scaleToPeak(samples: Samples, peak: number): Samples {
  const largest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? samples : samples.map((value) => (value * peak) / largest);
}

/** Root mean square of the samples. */
export function rootMeanSquare(samples: Samples): number {
  let sum = 0;
  for (const value of samples) sum += value * value;
  return Math.sqrt(sum / samples.length);
}

/** Scales the samples to a root mean square. */
export function scaleToLevel(samples: Samples, level: number): Samples {
  const factor = level / rootMeanSquare(samples);
  return samples.map((value) => value * factor);
}
