import { rootMeanSquare, SAMPLE_RATE, type Samples } from './waves.ts';

export interface Measurement {
  readonly peakDecibels: number;
  /** Root mean square over the whole file, dB below full scale. */
  readonly levelDecibels: number;
  /** For a loop: the step over its seam as a share of the steepest step inside it; null for a short sound. */
  readonly seamRatio: number | null;
}

/** A share of full scale in decibels, to a tenth. */
export function decibels(share: number): number {
  return Math.round(200 * Math.log10(share)) / 10;
}

/**
 * How a loop closes: the largest change of slope over the joint, where the
 * last samples meet the first, as a share of the largest change of slope
 * inside the loop. A click stands out above 1; a seamless loop stays below.
 */
export function seamRatio(loop: Samples): number {
  const at = (index: number): number => loop[(index + loop.length) % loop.length] as number;
  const bend = (index: number): number => Math.abs(at(index + 1) - 2 * at(index) + at(index - 1));
  let inside = 0;
  for (let index = 1; index < loop.length - 1; index++) inside = Math.max(inside, bend(index));
  return Math.max(bend(-1), bend(0)) / inside;
}

/** Measures a decoded file; `leadSeconds` is where its loop starts, or null when it has none. */
export function measure(samples: Samples, leadSeconds: number | null): Measurement {
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const lead = Math.round((leadSeconds ?? 0) * SAMPLE_RATE);
  // Decoders leave an encoder's padding in or take it out, so the loop is counted from the front.
  const seam = leadSeconds === null ? null : seamRatio(samples.slice(lead, samples.length - lead));
  return {
    peakDecibels: decibels(peak),
    levelDecibels: decibels(rootMeanSquare(samples)),
    seamRatio: seam === null ? null : Math.round(seam * 1000) / 1000,
  };
}
