/** What a cohort of played patients says of a policy, with how sure it is. */
import { isDeath } from '../engine/score.ts';
import type { OutcomeKind } from '../engine/types.ts';
import type { PlayedPatient } from './policyCohort.ts';

/** An estimate with its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface PolicySummary {
  readonly patients: number;
  readonly deaths: number;
  readonly outcomes: Readonly<Record<OutcomeKind, number>>;
  /** Points of 100. */
  readonly score: Interval;
  readonly medianScore: number;
  /** Share that did not die. */
  readonly alive: Interval;
  /** Mean chances of 0 to 1, as the debrief counts them (debrief/kept.ts). */
  readonly organs: Interval;
  readonly guard: Interval;
  /** What is left by objectives that the treatment is for: 1 where the level has none. */
  readonly purpose: Interval;
  /** All of them together, for each patient. */
  readonly kept: Interval;
}

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.96;

/** Sums up at least one patient. */
export function summarise(played: readonly PlayedPatient[]): PolicySummary {
  const ended = (kind: OutcomeKind): number => played.filter(({ outcome }) => outcome === kind).length;
  const deaths = played.filter(({ outcome }) => isDeath(outcome)).length;
  const of = (pick: (patient: PlayedPatient) => number): readonly number[] => played.map(pick);
  return {
    patients: played.length,
    deaths,
    outcomes: {
      recovered: ended('recovered'),
      stillOnWard: ended('stillOnWard'),
      organFailure: ended('organFailure'),
      opportunisticInfection: ended('opportunisticInfection'),
    },
    score: meanInterval(
      of(({ score }) => score),
      100,
    ),
    medianScore: median(of(({ score }) => score)),
    alive: shareInterval(played.length - deaths, played.length),
    organs: meanInterval(
      of(({ organs }) => organs),
      1,
    ),
    guard: meanInterval(
      of(({ guard }) => guard),
      1,
    ),
    purpose: meanInterval(
      of(({ purpose }) => purpose),
      1,
    ),
    kept: meanInterval(
      of(({ kept }) => kept),
      1,
    ),
  };
}

/** Mean with its normal interval, within 0 and the most that a value can be. One value says nothing: all of the range. */
export function meanInterval(values: readonly number[], most: number): Interval {
  const count = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / count;
  if (count < 2) return { value, low: 0, high: most };
  const squares = values.reduce((sum, one) => sum + (one - value) * (one - value), 0);
  const half = Z * Math.sqrt(squares / (count - 1) / count);
  return { value, low: Math.max(value - half, 0), high: Math.min(value + half, most) };
}

/** A share with the interval of Wilson (1927, J Am Stat Assoc 22:209-212), which holds near 0 and 1 too. */
export function shareInterval(count: number, all: number): Interval {
  const share = count / all;
  const square = (Z * Z) / all;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / all + square / all / 4);
  return { value: share, low: Math.max(middle - half, 0), high: Math.min(middle + half, 1) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
