/** Which of the drawn patients stand for the one who was treated, and with what weight. */
import { powerOfTen } from '../../math/logarithm.ts';
import { createRandom, nextUnit } from '../../math/random.ts';

/** Patients with weights; the weights of all of them sum to 1. */
export interface Selection {
  /** Numbers of the draws, ascending. */
  readonly patients: readonly number[];
  readonly weights: readonly number[];
  /** How many patients of equal weight these are worth: (sum of w)² / (sum of w²) (Kish 1965). */
  readonly effective: number;
}

/**
 * Draws patients without repetition so that a weighted mean over them estimates the one over all: inclusion in
 * proportion to the weight, at most once, by systematic sampling along `order` (Madow 1949, Ann Math Stat 20:333),
 * so that patients next to each other in that order share their places.
 *
 * @param weights of all drawn patients, 0 for those who cannot be it
 * @param order the patients in an order in which likes stand together
 * @param stream names the draw, so that every moment has one of its own
 */
export function selectPatients(
  weights: Float64Array,
  order: readonly number[],
  size: number,
  seed: number,
  stream: string,
): Selection {
  const inclusion = inclusionOf(weights, size);
  const random = createRandom(seed, stream);
  let reached = nextUnit(random);
  const chosen: number[] = [];
  for (const patient of order) {
    const before = Math.floor(reached);
    reached += inclusion[patient] as number;
    if (Math.floor(reached) > before) chosen.push(patient);
  }
  chosen.sort((a, b) => a - b);
  return normalised(
    chosen,
    chosen.map((patient) => (weights[patient] as number) / (inclusion[patient] as number)),
  );
}

/** Share of the patients under treatment that must be left in worth: numbers on a screen tell people apart no better. */
const LEAST_SHARE = 0.25;
const HALVINGS = 16;
/** Decimal logarithm of a weight that counts for nothing. */
const NOTHING = -30;

/**
 * Weights of patients by their log10 likelihoods, the largest 1: the likelihood to the power of one exponent of at most
 * 1, the largest with which the patients are worth (Kish) at least a quarter of those who can be it. A likelihood without
 * model error is sharper than what can be known of a body from a few numbers; the power takes that back (a tempered, or
 * coarsened, posterior: Miller and Dunson 2019, J Am Stat Assoc 114:1113). As the condition is a share, a larger draw
 * asks the same question.
 *
 * @param logLikelihoods of all drawn patients, -Infinity for those who cannot be it; these weigh 0
 */
export function temperedWeights(logLikelihoods: Float64Array): Float64Array {
  const largest = logLikelihoods.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const possible = logLikelihoods.filter((value) => value > Number.NEGATIVE_INFINITY).length;
  const weightsAt = (exponent: number): Float64Array =>
    logLikelihoods.map((value) => weightOf(value - largest, exponent));
  const whole = weightsAt(1);
  if (worthOf(whole) >= LEAST_SHARE * possible) return whole;
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (worthOf(weightsAt(middle)) >= LEAST_SHARE * possible) low = middle;
    else high = middle;
  }
  return weightsAt(low);
}

function weightOf(logarithm: number, exponent: number): number {
  // Nobody can be it, or this one cannot.
  if (!(logarithm > Number.NEGATIVE_INFINITY)) return 0;
  const tempered = exponent * logarithm;
  return tempered < NOTHING ? 0 : powerOfTen(tempered);
}

function worthOf(weights: Float64Array | readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** Chances of being chosen, in proportion to the weights and at most 1, that sum to `size` or to all there are. */
function inclusionOf(weights: Float64Array, size: number): Float64Array {
  const inclusion = new Float64Array(weights.length);
  let sure = 0;
  for (;;) {
    let open = 0;
    weights.forEach((weight, patient) => {
      if (inclusion[patient] !== 1) open += weight;
    });
    const places = size - sure;
    let grown = false;
    weights.forEach((weight, patient) => {
      if (inclusion[patient] === 1 || weight === 0) return;
      const chance = (places * weight) / open;
      if (chance >= 1) {
        inclusion[patient] = 1;
        sure += 1;
        grown = true;
      } else if (!grown) {
        inclusion[patient] = chance;
      }
    });
    if (!grown) return inclusion;
  }
}

function normalised(patients: readonly number[], raw: readonly number[]): Selection {
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return { patients, weights: raw.map((weight) => weight / sum), effective: worthOf(raw) };
}
