/** How well a virtual patient fits what was seen of the real one. */
import { LN10, log10 } from '../../math/logarithm.ts';
import type { Sample } from './observed.ts';

/** Degrees of freedom of the Student t that judges a deviation: one odd number does not rule a patient out. */
const FREEDOM = 3;
/** Smallest value that a factor is taken of. */
const SMALLEST = 1e-9;

/** Hours by which the older of the numbers that count are older than the newest: where it stands, and where it goes. */
const BACK_HOURS = [0, 6, 24] as const;

/**
 * Which samples count at a tick: of each quantity the newest that the player could see, the newest that is at least
 * 6 h older, and the newest at least 24 h older. All of them together would count one deviation many times.
 *
 * @returns places in `samples`
 */
export function samplesKnownAt(samples: readonly Sample[], tick: number): readonly number[] {
  const newestFirst = new Map<number, number[]>();
  samples.forEach(({ quantity, readyTick }, place) => {
    if (readyTick > tick) return;
    const places = newestFirst.get(quantity);
    if (places === undefined) newestFirst.set(quantity, [place]);
    else places.push(place);
  });
  const known: number[] = [];
  // In the order in which the quantities first appear, which is that of the samples.
  for (const places of newestFirst.values()) known.push(...spacedOut(samples, places));
  return known;
}

function spacedOut(samples: readonly Sample[], places: readonly number[]): number[] {
  const hourOf = (place: number): number => (samples[place] as Sample).hour;
  const newest = Math.max(...places.map(hourOf));
  const chosen: number[] = [];
  for (const back of BACK_HOURS) {
    let best = -1;
    for (const place of places) {
      const fits = hourOf(place) <= newest - back && !chosen.includes(place);
      if (fits && (best < 0 || hourOf(place) > hourOf(best))) best = place;
    }
    if (best >= 0) chosen.push(best);
  }
  return chosen;
}

/**
 * Decimal logarithm of the likelihood of the numbers seen, for a patient whose own are `values`, up to a number that is
 * the same for all: a product of Student t kernels, (1 + z² / 3)^-2.
 *
 * @param values the patient's value of each sample
 * @param known places of the samples that count
 */
export function logLikelihoodOf(
  samples: readonly Sample[],
  values: Float64Array,
  known: readonly number[],
): number {
  let product = 1;
  let logarithm = 0;
  for (const place of known) {
    const z = deviation(samples[place] as Sample, values[place] as number);
    product *= 1 + (z * z) / FREEDOM;
    if (product < LARGE) continue;
    logarithm += log10(product);
    product = 1;
  }
  return -2 * (logarithm + log10(product));
}

/** A product beyond this is put away as a logarithm, long before it could overflow. */
const LARGE = 1e12;

function deviation({ value, scale, sd }: Sample, own: number): number {
  if (scale === 'difference') return (own - value) / sd;
  return (LN10 * log10(Math.max(own, SMALLEST) / Math.max(value, SMALLEST))) / sd;
}
