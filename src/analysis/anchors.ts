import { guardAreaOf, organAreaOf, scoreGame } from '../engine/score.ts';
import { fromCommands, simulate } from '../engine/simulate.ts';
import type { Level, Scoring, TimedCommand } from '../engine/types.ts';
import { guideline } from './guideline.ts';
import { decideHourly } from './policy.ts';

/** Anchors are written with two decimals, which is finer than any score shows. */
function rounded(value: number): number {
  return Math.floor(value * 100 + 0.5) / 100;
}

/** SOFA days; the score takes the ratio of two areas, so neither may be 0. */
const SMALLEST_AREA = 0.01;

/** Plays the body alone, the best known commands and the guideline, and gives the anchors of the score. */
export function measureAnchors(level: Level, bestKnown: readonly TimedCommand[]): Scoring {
  const options = { seed: 1, mode: 'student' } as const;
  const alone = simulate(level, options).state;
  const best = simulate(level, { ...options, decide: fromCommands(bestKnown) }).state;
  const anchors = {
    bodyAlone: { organArea: Math.max(rounded(organAreaOf(alone, level)), SMALLEST_AREA) },
    bestKnown: {
      organArea: Math.max(rounded(organAreaOf(best, level)), SMALLEST_AREA),
      guardArea: rounded(guardAreaOf(best)),
    },
  };
  const measured = { ...level, scoring: { ...anchors, guideline: { total: 0 } } };
  const treated = simulate(measured, { ...options, decide: decideHourly(measured, guideline) }).state;
  return { ...anchors, guideline: { total: scoreGame(treated, measured).total } };
}
