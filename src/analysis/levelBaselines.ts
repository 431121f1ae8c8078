/** The ways of treating that every level is held against, played and scored. */
import { replayLog } from '../engine/replay.ts';
import { scoreGame } from '../engine/score.ts';
import { simulate } from '../engine/simulate.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import { none, random } from './baselines.ts';
import { overTreatmentOf, underTreatmentOf } from './extremes.ts';
import { guideline } from './guideline.ts';
import { decideHourly, type Policy } from './policy.ts';

/** Points of 100; null where there is nothing to play. `random` is the mean over its seeds. */
export interface Baselines {
  readonly none: number;
  readonly random: number;
  readonly guideline: number;
  readonly best: number | null;
  readonly over: number | null;
  readonly under: number | null;
}

/** Points by which the guideline must be above chance, the body alone, too much and too little. */
export const APART = 20;

/** Score of a level played by a policy to its end. */
function scoreOf(level: Level, policy: Policy): number {
  const options = { seed: 1, mode: 'student', decide: decideHourly(level, policy) } as const;
  return scoreGame(simulate(level, options).state, level).total;
}

/** Scores of chance with the seeds `from` to `to`, the last left out. */
export function randomScores(level: Level, from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => scoreOf(level, random(level, from + index)));
}

/** All baselines but chance. A best known log that does not replay counts as none. */
export function namedBaselines(level: Level, bestLog: DecisionLog | null): Omit<Baselines, 'random'> {
  const over = overTreatmentOf(level.trigger);
  const under = underTreatmentOf(level.trigger);
  const replayed = bestLog === null ? null : replayLog(level, bestLog);
  return {
    none: scoreOf(level, none),
    guideline: scoreOf(level, guideline),
    best: replayed?.ok === true ? replayed.score.total : null,
    over: over === null ? null : scoreOf(level, over),
    under: under === null ? null : scoreOf(level, under),
  };
}

/** What keeps a level from being one: each with the two numbers that it compares. */
export interface BaselineFault {
  readonly code: 'noBest' | 'noOver' | 'noUnder' | 'bestBelow' | 'tooNear';
  /** The baseline that is too near to the guideline; '' for the other codes. */
  readonly baseline: '' | 'none' | 'random' | 'over' | 'under';
  readonly found: number;
  readonly guideline: number;
}

/** Every rule of the baselines that a level breaks; none for a sound level. */
export function baselineFaults(baselines: Baselines): readonly BaselineFault[] {
  const { best, over, under, guideline: treated } = baselines;
  const fault = (
    code: BaselineFault['code'],
    found: number,
    baseline: BaselineFault['baseline'] = '',
  ): BaselineFault => ({ code, baseline, found, guideline: treated });
  const faults: BaselineFault[] = [];
  if (best === null) faults.push(fault('noBest', 0));
  else if (best <= treated) faults.push(fault('bestBelow', best));
  if (over === null) faults.push(fault('noOver', 0));
  if (under === null) faults.push(fault('noUnder', 0));
  for (const baseline of ['none', 'random', 'over', 'under'] as const) {
    const found = baselines[baseline];
    if (found !== null && found > treated - APART) faults.push(fault('tooNear', found, baseline));
  }
  return faults;
}
