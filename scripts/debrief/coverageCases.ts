/** Decisions whose chances are known by brute force: small levels, one decision each, and what could be done instead. */
import type { DecisionLog, Level, TimedCommand } from '../../src/engine/types.ts';
import { COIN_TOSS, GROWING_SEPSIS, playedLog, RIGHT_GAMBLE } from '../../tests/support/debriefLevels.ts';
import { order } from '../../tests/support/play.ts';

export interface CoverageCase {
  readonly level: Level;
  readonly log: DecisionLog;
  /** Command lists that a mark of this log may name as the best; the first leaves the decision out. */
  readonly arms: readonly (readonly TimedCommand[])[];
  /** Hours at which a mark may stand. */
  readonly hours: readonly number[];
}

type AtHour = Parameters<typeof playedLog>[1][number];

function coverageCase(
  level: Level,
  played: AtHour,
  arms: readonly (readonly AtHour[])[],
  hours: readonly number[],
): CoverageCase {
  const timed = (given: readonly AtHour[]): readonly TimedCommand[] =>
    given.map(([hour, command]) => ({ tick: hour * 20, command }));
  return { level, log: playedLog(level, [played]), arms: [[], ...arms].map(timed), hours };
}

const antibiotic = order('antibiotic', 'course');
const tocilizumab = order('tocilizumab', 'single');
const low = order('dexamethasone', 'low');

export const COVERAGE_CASES: readonly CoverageCase[] = [
  coverageCase(
    GROWING_SEPSIS,
    [24, antibiotic],
    [
      [
        [0, antibiotic],
        [24, antibiotic],
      ],
    ],
    [0, 24],
  ),
  coverageCase(RIGHT_GAMBLE, [22, tocilizumab], [], [22]),
  coverageCase(COIN_TOSS, [17, low], [], [17]),
];
