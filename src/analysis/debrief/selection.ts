/** Which of the drawn patients stand for the one who was treated, and with what weight. */
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
 * proportion to the likelihood, at most once, by systematic sampling along `order` (Madow 1949, Ann Math Stat 20:333),
 * so that patients next to each other in that order share their places.
 *
 * A likelihood that leaves fewer than `size` patients' worth is flattened by square roots until it does not: numbers on
 * a screen do not tell two people apart as sharply as a formula without model error would.
 *
 * @param likelihoods of all drawn patients, 0 for those who cannot be it
 * @param order the patients in an order in which likes stand together
 * @param stream names the draw, so that every moment has one of its own
 */
export function selectPatients(
  likelihoods: Float64Array,
  order: readonly number[],
  size: number,
  seed: number,
  stream: string,
): Selection {
  const weights = flattened(likelihoods, size);
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

/** Weights with as many patients' worth as wanted, or as there are. Zeros stay zeros. */
function flattened(likelihoods: Float64Array, size: number): Float64Array {
  const largest = likelihoods.reduce((most, value) => Math.max(most, value), 0);
  const weights = likelihoods.map((value) => (largest > 0 ? value / largest : 0));
  const wanted = Math.min(size, weights.filter((weight) => weight > 0).length / 2);
  for (let round = 0; round < MOST_ROUNDS && worthOf(weights) < wanted; round += 1) {
    weights.forEach((weight, patient) => {
      weights[patient] = Math.sqrt(weight);
    });
  }
  return weights;
}

/** After so many square roots nothing of a likelihood is left. */
const MOST_ROUNDS = 12;

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
