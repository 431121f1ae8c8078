/** Weighing what the player did. */
import { ticksOf } from '../../engine/time.ts';
import type { Level, TimedCommand } from '../../engine/types.ts';
import { type Alternative, add, leaveOut, otherAlternatives, ownAlternatives } from './alternatives.ts';
import type { DebriefCohort } from './cohort.ts';
import {
  bestOf,
  byChance,
  lossOf,
  negated,
  spreadOf,
  type Weighed,
  type Weighing,
  weigh,
} from './compare.ts';
import { isUnclear, ONLY_GOOD, signOf } from './signs.ts';
import type { Estimate, Mark } from './types.ts';

/** What is weighed: a game and the patients of its debrief. */
export interface Board {
  readonly level: Level;
  readonly commands: readonly TimedCommand[];
  readonly endTick: number;
  readonly cohort: DebriefCohort;
  /** Patients per comparison, and for a first look. */
  readonly patients: number;
  readonly glance: number;
}

/** Alternatives of one decision after a first look, with how much it seems to matter. */
export interface GlancedDecision {
  readonly index: number;
  readonly finalists: readonly Alternative[];
  readonly importance: number;
}

/** How many other orders, and other hours, a first look lets pass. */
const OTHERS_KEPT = 2;
const OWN_KEPT = 1;
/** A first look that finds an alternative so much worse at most (share) lets it pass. */
const HOPEFUL = -0.02;
/** Hours before something was wrong from which a player tries again. */
const TRY_AGAIN_HOURS = 2;

/** Looks at every alternative of a decision in a few patients. */
export async function glanceAt(board: Board, index: number): Promise<GlancedDecision> {
  const { level, commands, endTick, cohort, glance } = board;
  const { tick } = commands[index] as TimedCommand;
  const own = ownAlternatives(commands, index, endTick);
  const others = otherAlternatives(level, commands, index);
  const weighing = await weigh(cohort, tick, [...own, ...others], glance);
  const isOwn = ({ alternative }: Weighed): boolean => own.includes(alternative);
  const hopeful = byChance(weighing.weighed).filter(({ better }) => better.value > HOPEFUL);
  const later = hopeful.filter((one) => isOwn(one) && one.alternative !== own[0]).slice(0, OWN_KEPT);
  const instead = hopeful.filter((one) => !isOwn(one)).slice(0, OTHERS_KEPT);
  const finalists = [...later, ...instead].map(({ alternative }) => alternative);
  return { index, finalists, importance: spreadOf(weighing) };
}

/** Weighs a decision in as many patients as were asked for. */
export async function markDecision(board: Board, glanced: GlancedDecision): Promise<Mark> {
  const { commands, cohort, patients } = board;
  const { index, finalists } = glanced;
  const { tick, command } = commands[index] as TimedCommand;
  const omitted = leaveOut(commands, index);
  // The same other order beside this one: what it gains then is no fault of this one, but was missing.
  const beside = finalists.map(({ change, added }) =>
    change.type === 'order' && added >= 0 ? add(commands, change.to) : null,
  );
  const asked = [omitted, ...finalists, ...beside.filter((one) => one !== null)];
  const weighing = await weigh(cohort, tick, asked, patients);
  const of = (alternative: Alternative | null | undefined): Weighed | undefined =>
    weighing.weighed.find((one) => one.alternative === alternative);
  const fair = [omitted, ...finalists].filter((alternative, place) => {
    const [one, both] = [of(alternative), of(beside[place - 1])];
    return one !== undefined && (both === undefined || one.chance > both.chance);
  });
  const without = of(omitted);
  const best = bestOf(fair.flatMap((alternative) => of(alternative) ?? []));
  const loss = lossOf(best?.better ?? null);
  const mark = { ...shapeOf(weighing, best, commands), difficulty: spreadOf(weighing) };
  const gain = without ? negated(without.better) : null;
  const only = isOnlyGood(weighing, loss, [omitted, ...finalists]);
  return {
    ...mark,
    id: `d${index}`,
    kind: 'decision',
    tick,
    fromTick: tick,
    toTick: tick,
    commandIndex: index,
    command,
    sign: only ? '!' : signOf(loss),
    unclear: !only && isUnclear(loss),
    loss,
    gain,
    tryAgainTick: Math.max(0, tick - ticksOf(TRY_AGAIN_HOURS)),
    parts: [],
  };
}

/** True when everything that leaves the order out is surely worse by what `!` asks for. */
function isOnlyGood({ weighed }: Weighing, loss: Estimate, alternatives: readonly Alternative[]): boolean {
  if (signOf(loss) !== '') return false;
  const leaving = weighed.filter(
    ({ alternative }) => alternatives.includes(alternative) && alternative.change.type !== 'move',
  );
  return leaving.length > 0 && leaving.every(({ better }) => better.value <= -ONLY_GOOD);
}

/** What a mark says of its best alternative, and of its patients. */
export function shapeOf(
  { played, patients, effective }: Weighing,
  best: Weighed | null,
  commands: readonly TimedCommand[],
): Pick<Mark, 'kept' | 'best' | 'bestCommands' | 'patients' | 'effectivePatients'> {
  const better = best !== null && best.better.value > 0 ? best : null;
  return {
    kept: { played, best: better?.chance ?? played },
    best: better?.alternative.change ?? null,
    bestCommands: better?.alternative.commands ?? commands,
    patients,
    effectivePatients: effective,
  };
}
