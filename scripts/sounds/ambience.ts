/**
 * The weather: three loops that the player crossfades by the storm index.
 *
 * Each is periodic by construction. Partials and slow movements have whole
 * numbers of periods in the loop; noise is one loop long and is filtered
 * twice around, so that the filter arrives at the seam as it left; grains
 * wrap over it. What is written to the file starts and ends inside a
 * continuation of the loop (`LEAD_SECONDS`), so that the silence which an
 * encoder puts before and after never comes to lie inside the part that is
 * repeated.
 */
import { createRandom, nextIndex, nextUnit, type RandomState } from '../../src/math/random.ts';
import {
  noise,
  noteHertz,
  SAMPLE_RATE,
  type Samples,
  scaleToLevel,
  silence,
  sine,
  smoothRise,
} from './waves.ts';

/** How much of the loop's own continuation stands before and after it in the file. */
export const LEAD_SECONDS = 0.25;
/** Root mean square of every loop in its file: 20 dB below full scale. */
export const LOOP_LEVEL = 0.1;

/** Adds a partial whose height swells and ebbs; `hertz` is moved to the nearest whole number of periods. */
function addPartial(loop: Samples, hertz: number, height: number, swells: number, phase: number): void {
  const periods = Math.round((hertz * loop.length) / SAMPLE_RATE);
  for (let index = 0; index < loop.length; index++) {
    const position = index / loop.length;
    const swell = 0.6 + 0.4 * sine(swells * position + phase);
    loop[index] = (loop[index] as number) + height * swell * sine(periods * position);
  }
}

interface Wind {
  /** Lowest and highest centre of the band, Hz. */
  readonly low: number;
  readonly high: number;
  /** 0.05 whistles, 1 rushes. */
  readonly width: number;
  /** Whole numbers of gusts in a loop; their sum moves pitch and strength. */
  readonly gusts: readonly number[];
  readonly height: number;
}

/** The gust at a position of the loop, 0 to 1. */
function gustAt(position: number, gusts: readonly number[]): number {
  let sum = 0;
  gusts.forEach((count, index) => {
    sum += sine(count * position + 0.37 * index) / (index + 1);
  });
  return Math.min(Math.max(0.5 + sum / 3, 0), 1);
}

/** Adds noise through a band that the gusts move (state-variable filter after Chamberlin). */
function addWind(loop: Samples, stream: string, wind: Wind): void {
  const source = noise(loop.length, stream);
  let low = 0;
  let band = 0;
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index < loop.length; index++) {
      const gust = gustAt(index / loop.length, wind.gusts);
      const centre = wind.low + (wind.high - wind.low) * gust;
      const step = 2 * sine(centre / SAMPLE_RATE / 2);
      low += step * band;
      band += step * ((source[index] as number) - low - wind.width * band);
      const value = wind.height * (0.25 + 0.75 * gust) * band * wind.width;
      if (round === 1) loop[index] = (loop[index] as number) + value;
    }
  }
}

interface Grains {
  readonly perSecond: number;
  /** Semitones from A4 that a grain may have. */
  readonly notes: readonly number[];
  readonly seconds: number;
  readonly height: number;
}

/** Adds one short ping, wrapping over the seam. */
function addGrain(loop: Samples, random: RandomState, grains: Grains): void {
  const start = nextIndex(random, loop.length);
  const hertz = noteHertz(grains.notes[nextIndex(random, grains.notes.length)] as number);
  const height = grains.height * (0.3 + 0.7 * nextUnit(random));
  const length = Math.round(grains.seconds * SAMPLE_RATE);
  for (let index = 0; index < length; index++) {
    const x = index / length;
    const shape = smoothRise(x / 0.15) * (1 - x) * (1 - x);
    const at = (start + index) % loop.length;
    loop[at] = (loop[at] as number) + height * shape * sine((hertz * index) / SAMPLE_RATE);
  }
}

/** Adds the motes of the picture as grains of sound: the more of the messenger, the more of them. */
function addGrains(loop: Samples, stream: string, grains: Grains): void {
  const random = createRandom(20, stream);
  const count = Math.round((grains.perSecond * loop.length) / SAMPLE_RATE);
  for (let grain = 0; grain < count; grain++) addGrain(loop, random, grains);
}

/** Calm: an open fifth that breathes, and now and then a drop. */
export function loopCalm(): Samples {
  const loop = silence(8);
  addPartial(loop, noteHertz(-19), 0.7, 2, 0);
  addPartial(loop, noteHertz(-12), 0.6, 3, 0.3);
  addPartial(loop, noteHertz(-7), 0.45, 1, 0.6);
  addPartial(loop, noteHertz(0), 0.22, 2, 0.1);
  addPartial(loop, noteHertz(0) + 0.4, 0.14, 3, 0.8);
  addWind(loop, 'calm breath', { low: 300, high: 600, width: 0.9, gusts: [2], height: 0.5 });
  addGrains(loop, 'calm motes', { perSecond: 1.4, notes: [5, 12, 17], seconds: 0.5, height: 0.3 });
  return scaleToLevel(loop, LOOP_LEVEL);
}

/** Rising: wind in gusts, the fifth rubbed by a second, motes more and closer. */
export function loopRising(): Samples {
  const loop = silence(7.5);
  addPartial(loop, noteHertz(-19), 0.5, 3, 0);
  addPartial(loop, noteHertz(-18), 0.25, 4, 0.4);
  addPartial(loop, noteHertz(-12), 0.35, 5, 0.2);
  addWind(loop, 'rising low', { low: 280, high: 700, width: 0.35, gusts: [2, 5], height: 2.2 });
  addWind(loop, 'rising whistle', { low: 700, high: 1250, width: 0.08, gusts: [3, 4], height: 1.6 });
  addGrains(loop, 'rising motes', { perSecond: 8, notes: [5, 8, 12, 15, 17], seconds: 0.28, height: 0.35 });
  return scaleToLevel(loop, LOOP_LEVEL);
}

/** Storm: two winds against each other, a low tremor, motes as rain. */
export function loopStorm(): Samples {
  const loop = silence(6);
  addPartial(loop, noteHertz(-19), 0.6, 36, 0);
  addPartial(loop, noteHertz(-18), 0.6, 30, 0.5);
  addPartial(loop, noteHertz(-13), 0.4, 42, 0.2);
  addWind(loop, 'storm body', { low: 180, high: 900, width: 0.5, gusts: [3, 7, 11], height: 3 });
  addWind(loop, 'storm howl', { low: 650, high: 1900, width: 0.1, gusts: [4, 9], height: 2.6 });
  addWind(loop, 'storm hiss', { low: 2000, high: 4200, width: 0.8, gusts: [5, 13], height: 0.8 });
  addGrains(loop, 'storm motes', {
    perSecond: 34,
    notes: [8, 11, 12, 14, 17, 18, 20],
    seconds: 0.12,
    height: 0.55,
  });
  return scaleToLevel(loop, LOOP_LEVEL);
}

/**
 * The loop as it stands in its file, with the lead before and after.
 *
 * @param turn where in the loop the seam lies, 0 to 1: the loop has no
 *   beginning, so the seam can be put where an encoder does it least harm
 */
export function withLead(loop: Samples, turn: number): Samples {
  const lead = Math.round(LEAD_SECONDS * SAMPLE_RATE);
  const first = Math.round(turn * loop.length) - lead + loop.length;
  const samples = new Float64Array(loop.length + 2 * lead);
  for (let index = 0; index < samples.length; index++) {
    samples[index] = loop[(first + index) % loop.length] as number;
  }
  return samples;
}
