/**
 * The yes-or-no questions that a class is asked about its decisions. Each parts the games into those that did something
 * and those that did not; two questions that part them alike are one, in the words of the simpler.
 *
 * Which questions are fair is decided before any outcome is looked at:
 * - Whoever has died can give nothing any more, so that "gave it" would go along with living by itself. Hours are asked
 *   about only while nine in ten games go on, and "ever" only of what nine in ten of its givers gave by then.
 * - Drugs against the infection and support are given because a patient is bad, so they are only credited with a
 *   recovery, never blamed for a death. What dampens may do either.
 */
import type { Level, LevelTreatment } from '../engine/types.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import type { ClassRow, Separation } from './types.ts';

/** A question with its answer of each game. */
export interface Question extends Pick<Separation, 'treatment' | 'regimen' | 'hour'> {
  readonly kind: 'before' | 'ever' | 'highestDose';
  readonly did: readonly boolean[];
  /** Whether it may be said that doing it goes with recovery, and that leaving it does. */
  readonly credits: boolean;
  readonly blames: boolean;
}

type Game = Pick<ClassRow, 'marks' | 'endHour'>;

/** Fewer on one side are single students, and no lesson. */
const FEWEST_ON_A_SIDE = 2;
/** Share of the games, and of the givers of a drug. */
const MOST = 0.9;
/** Ticks of two days, a day, half a day ... a tick: of the hours that part two orders the roundest is named. */
const ROUND_TICKS = [48, 24, 12, 6, 3, 1].map((hours) => hours * TICKS_PER_HOUR).concat(5, 1);

/** All questions for these games, the simpler and earlier ones first. */
export function questionsOf(level: Level, games: readonly Game[]): readonly Question[] {
  const until = lastFairHour(games);
  const asked = level.treatments.flatMap((treatment) => [
    ...aboutOrders(treatment, null, games, until),
    ...(treatment.regimens.length < 2
      ? []
      : treatment.regimens.flatMap(({ id }) => aboutOrders(treatment, id, games, until))),
  ]);
  // Sorting is stable: of the same simplicity, the level's own order of treatments and then of hours holds.
  return onePerSplit(asked.filter(isTwoSided).sort((a, b) => complexity(a) - complexity(b)));
}

/** The last hour at which nine in ten games are still going on. */
function lastFairHour(games: readonly Game[]): number {
  const ends = games.map(({ endHour }) => endHour).sort((a, b) => a - b);
  return ends[Math.floor((1 - MOST) * games.length + 1e-9)] ?? 0;
}

function aboutOrders(
  treatment: LevelTreatment,
  regimen: string | null,
  games: readonly Game[],
  until: number,
): readonly Question[] {
  const first = games.map(({ marks }) => firstOrder(marks, treatment.id, regimen));
  const given = first.filter((hour) => hour !== Number.POSITIVE_INFINITY);
  const isInTime = given.filter((hour) => hour < until).length >= MOST * given.length;
  const dampens = treatment.group === 'dampening';
  const about = { treatment: treatment.id, regimen };
  const ever: Question = {
    ...about,
    kind: regimen !== null && regimen === highestRegimen(treatment) ? 'highestDose' : 'ever',
    hour: null,
    did: first.map((hour) => hour !== Number.POSITIVE_INFINITY),
    credits: isInTime,
    blames: dampens,
  };
  const before = hoursBetween(given, until).map(
    (hour): Question => ({
      ...about,
      kind: 'before',
      hour,
      did: first.map((order) => order < hour),
      credits: true,
      blames: dampens,
    }),
  );
  return [ever, ...before];
}

/** Hour of the first order of a treatment, in a regimen or in any; Infinity when there was none. */
function firstOrder(marks: Game['marks'], treatment: string, regimen: string | null): number {
  const mark = marks.find(
    ({ command }) =>
      command.type === 'order' &&
      command.treatment === treatment &&
      (regimen === null || command.regimen === regimen),
  );
  return mark?.hour ?? Number.POSITIVE_INFINITY;
}

/** For every two neighbours among the hours of orders, the roundest hour that parts them; none after `until`. */
function hoursBetween(orders: readonly number[], until: number): readonly number[] {
  const sorted = [...new Set(orders)].sort((a, b) => a - b);
  return sorted.slice(1).flatMap((next, index) => {
    const low = ticksAt(sorted[index] ?? 0);
    const high = Math.min(ticksAt(next), ticksAt(until));
    const ticks = ROUND_TICKS.map((step) => (Math.floor(low / step) + 1) * step).find((at) => at <= high);
    return ticks === undefined ? [] : [ticks / TICKS_PER_HOUR];
  });
}

const ticksAt = (hour: number): number => Math.floor(hour * TICKS_PER_HOUR + 0.5);

/** The regimen with the largest single dose; null where it is not one alone. */
function highestRegimen({ regimens }: LevelTreatment): string | null {
  const largest = regimens.map(({ amounts }) => Math.max(...amounts));
  const most = Math.max(...largest);
  const holders = regimens.filter((_, index) => largest[index] === most);
  return holders.length === 1 ? (holders[0]?.id ?? null) : null;
}

function isTwoSided({ did }: Question): boolean {
  const doers = did.filter(Boolean).length;
  return doers >= FEWEST_ON_A_SIDE && did.length - doers >= FEWEST_ON_A_SIDE;
}

/** "Ever" is simpler than an hour, any regimen simpler than a certain one; that it was the highest says more than its name. */
function complexity({ kind, regimen }: Question): number {
  if (kind === 'highestDose') return 1;
  return (kind === 'before' ? 2 : 0) + (regimen === null ? 0 : 3);
}

/** Of questions that part the games alike and may say the same, the first. */
function onePerSplit(questions: readonly Question[]): readonly Question[] {
  const seen = new Map<string, { credits: boolean; blames: boolean }>();
  return questions.filter(({ did, credits, blames }) => {
    const split = did.map(Number).join('');
    const earlier = seen.get(split);
    if (earlier !== undefined && (earlier.credits || !credits) && (earlier.blames || !blames)) return false;
    seen.set(split, {
      credits: credits || (earlier?.credits ?? false),
      blames: blames || (earlier?.blames ?? false),
    });
    return true;
  });
}
