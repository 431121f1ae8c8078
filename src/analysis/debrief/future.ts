/** What becomes of patients who are alike along commands: a band over them, and how many keep life, organs and guard. */
import type { TimedCommand } from '../../engine/types.ts';
import type { DebriefCohort, WeightedSeries } from './cohort.ts';
import { estimateOf } from './estimate.ts';
import { SERIES_HOURS } from './tasks.ts';
import type { Estimate } from './types.ts';

/** A quantity over patients with weights: the middle half and the middle nine tenths, every two hours. */
export interface QuantityBand {
  readonly hours: readonly number[];
  readonly p5: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

export interface EstimatedFuture {
  readonly band: QuantityBand;
  /** Chance of keeping life, organs and guard, 0 to 1. */
  readonly kept: Estimate;
  readonly patients: number;
}

/** Share of the patients' weight that must still be under treatment for an hour of the band. */
const LEAST_PRESENT = 0.1;

/**
 * Follows patients who were like the real one at a moment along commands from the start of the level.
 *
 * @param tick one of the debrief's moments
 * @param quantity index into QUANTITIES
 */
export async function futureOf(
  cohort: DebriefCohort,
  tick: number,
  commands: readonly TimedCommand[],
  patients: number,
  quantity: number,
): Promise<EstimatedFuture> {
  const followed = await cohort.follow(tick, commands, patients, quantity);
  const { selection, kept } = followed;
  // Held around one half, so that the added observations of the interval pull to neither side.
  const { value, low, high } = estimateOf({
    values: Array.from(kept, (chance) => chance - 0.5),
    weights: selection.weights,
    effective: selection.effective,
  });
  return {
    band: bandOf(followed),
    kept: {
      value: Math.min(Math.max(value + 0.5, 0), 1),
      low: Math.max(low + 0.5, 0),
      high: Math.min(high + 0.5, 1),
    },
    patients: selection.patients.length,
  };
}

function bandOf({ selection, series }: WeightedSeries): QuantityBand {
  const band = { hours: [], p5: [], p25: [], p50: [], p75: [], p95: [] } as Record<
    keyof QuantityBand,
    number[]
  >;
  const length = series[0]?.length ?? 0;
  for (let at = 0; at < length; at += 1) {
    const present = series
      .flatMap((values, place) => {
        const value = values[at] as number;
        return Number.isNaN(value) ? [] : [{ value, weight: selection.weights[place] as number }];
      })
      .sort((a, b) => a.value - b.value);
    const sum = present.reduce((total, { weight }) => total + weight, 0);
    if (sum < LEAST_PRESENT) break;
    band.hours.push(at * SERIES_HOURS);
    band.p5.push(quantileOf(present, 0.05 * sum));
    band.p25.push(quantileOf(present, 0.25 * sum));
    band.p50.push(quantileOf(present, 0.5 * sum));
    band.p75.push(quantileOf(present, 0.75 * sum));
    band.p95.push(quantileOf(present, 0.95 * sum));
  }
  return band;
}

/** The first value, in ascending order, at which so much weight is reached. */
function quantileOf(
  ascending: readonly { readonly value: number; readonly weight: number }[],
  weight: number,
): number {
  let reached = 0;
  for (const one of ascending) {
    reached += one.weight;
    if (reached >= weight) return one.value;
  }
  return ascending.at(-1)?.value ?? Number.NaN;
}
