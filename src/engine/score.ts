import { log10 } from '../math/logarithm.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import { countDoses } from './doses.ts';
import { SCORE_RULES } from './scoreRules.ts';
import type { EngineState } from './state.ts';
import { HOURS_PER_DAY, hoursOf } from './time.ts';
import type { Level, OutcomeKind, Score, ScoreCost, ScoreNumbers } from './types.ts';

export function isDeath(kind: OutcomeKind): boolean {
  return kind === 'organFailure' || kind === 'opportunisticInfection';
}

/**
 * The score of a game that has ended, with every number it is made of. The
 * parts are whole numbers, halves rounded up, and the total is their sum.
 *
 * @throws Error when the game has not ended
 */
export function scoreGame(state: EngineState, level: Level): Score {
  if (state.outcome === null) throw new Error('A game has no score before it has ended.');
  const numbers = scoreNumbers(state, level, state.outcome.kind);
  const share = numbers.organShare * numbers.objectiveShare;
  const organs = whole(share * SCORE_RULES.organs);
  const guard = whole(share * within(partPoints(numbers, 'guard'), SCORE_RULES.guard));
  const stewardship = whole(share * within(partPoints(numbers, 'stewardship'), SCORE_RULES.stewardship));
  return {
    total: organs + guard + stewardship,
    organs,
    guard,
    stewardship,
    maxima: { organs: SCORE_RULES.organs, guard: SCORE_RULES.guard, stewardship: SCORE_RULES.stewardship },
    numbers,
  };
}

/** SOFA points x days over the whole horizon: nothing is added after recovery, 24 a day after death. */
export function organAreaOf(state: EngineState, level: Level): number {
  const lived = state.tallies.sofaHours / HOURS_PER_DAY;
  if (state.outcome === null || !isDeath(state.outcome.kind)) return lived;
  const daysLeft = (level.horizonHours - hoursOf(state.outcome.tick)) / HOURS_PER_DAY;
  return lived + SCORE_RULES.sofaOfTheDead * Math.max(0, daysLeft);
}

/** Lost share of immune competence x days. */
export function guardAreaOf(state: EngineState): number {
  return state.tallies.guardLostHours / HOURS_PER_DAY;
}

function within(points: number, maximum: number): number {
  return Math.min(Math.max(points, 0), maximum);
}

function whole(points: number): number {
  return Math.floor(points + 0.5);
}

/**
 * Share of the organ points, 0 to 1: all at the organ area of the best known policy, none at that of the body alone, and
 * between them the same for each halving: between two survivors the difference is small beside a death.
 */
function organShareOf(organArea: number, { bodyAlone, bestKnown }: Level['scoring']): number {
  if (organArea <= bestKnown.organArea) return 1;
  const span = log10(bodyAlone.organArea / bestKnown.organArea);
  return span <= 0 ? 0 : within(log10(bodyAlone.organArea / organArea) / span, 1);
}

/** Share left by the objectives that were lost and that the treatment is for; 1 when there are none. */
function objectiveShareOf({ objectives }: EngineState, level: Level): number {
  return level.objectives.reduce(
    (share, { shareIfLost }, index) => (objectives[index] === 'lost' ? share * (shareIfLost ?? 1) : share),
    1,
  );
}

function partPoints({ costs }: ScoreNumbers, part: 'guard' | 'stewardship'): number {
  return costs.reduce<number>(
    (left, cost) => (cost.part === part ? left - cost.points : left),
    SCORE_RULES[part],
  );
}

function scoreNumbers(state: EngineState, level: Level, kind: OutcomeKind): ScoreNumbers {
  const { tallies } = state;
  const { bodyAlone, bestKnown } = level.scoring;
  return {
    horizonDays: level.horizonHours / HOURS_PER_DAY,
    endDay: hoursOf(state.tick) / HOURS_PER_DAY,
    organShare: organShareOf(organAreaOf(state, level), level.scoring),
    objectiveShare: objectiveShareOf(state, level),
    organArea: organAreaOf(state, level),
    organAreaBodyAlone: bodyAlone.organArea,
    organAreaBestKnown: bestKnown.organArea,
    guardArea: guardAreaOf(state),
    guardAreaBestKnown: bestKnown.guardArea,
    secondInfectionHours: hoursOf(tallies.secondInfectionTicks),
    dosesGiven: countDoses(state, level, (now) => now.dosesGiven),
    dosesWithoutUse: countDoses(state, level, (now) => now.dosesWithoutUse),
    testsOrdered: tallies.testsOrdered,
    testsTooSoon: tallies.testsTooSoon,
    supportHoursWithoutUse: hoursOf(tallies.norepinephrineTicksWithoutUse + tallies.oxygenTicksWithoutUse),
    costs: [...guardCosts(state, level, kind), ...stewardshipCosts(state, level, kind)].filter(
      (cost) => cost.points > 0,
    ),
  };
}

function guardCosts(state: EngineState, level: Level, kind: OutcomeKind): ScoreCost[] {
  const days = Math.max(0, guardAreaOf(state) - level.scoring.bestKnown.guardArea);
  const hours = state.tallies.secondInfectionTicks / TICKS_PER_HOUR;
  const costs: ScoreCost[] = [
    { part: 'guard', code: 'guardLost', amount: days, points: days * SCORE_RULES.guardPointsPerDay },
    {
      part: 'guard',
      code: 'secondInfection',
      amount: hours,
      points: hours * SCORE_RULES.secondInfectionPointsPerHour,
    },
  ];
  // A dead patient has no guard left, and nothing that was spared was spared for anyone.
  if (isDeath(kind)) costs.push({ part: 'guard', code: 'died', amount: 1, points: SCORE_RULES.guard });
  return costs;
}

function stewardshipCosts(state: EngineState, level: Level, kind: OutcomeKind): ScoreCost[] {
  const { tallies } = state;
  const costs: ScoreCost[] = level.treatments.map(({ id }, index) => {
    const doses = state.treatments[index]?.dosesWithoutUse ?? 0;
    const points = doses * SCORE_RULES.doseWithoutUse[id];
    return { part: 'stewardship', code: 'doseWithoutUse', treatment: id, amount: doses, points };
  });
  const add = (code: ScoreCost['code'], amount: number, pointsEach: number): void => {
    costs.push({ part: 'stewardship', code, amount, points: amount * pointsEach });
  };
  add(
    'norepinephrineWithoutUse',
    hoursOf(tallies.norepinephrineTicksWithoutUse),
    SCORE_RULES.norepinephrinePointsPerHour,
  );
  add('oxygenWithoutUse', hoursOf(tallies.oxygenTicksWithoutUse), SCORE_RULES.oxygenPointsPerHour);
  add('testTooSoon', tallies.testsTooSoon, SCORE_RULES.testTooSoon);
  if (isDeath(kind)) add('died', 1, SCORE_RULES.stewardship);
  return costs;
}
