/** Weighing what the player did. */
import { ticksOf } from '../../engine/time.ts';
import type { Command, Level, TimedCommand } from '../../engine/types.ts';
import {
  type Alternative,
  add,
  laterAlternatives,
  leaveOut,
  otherAlternatives,
  ownAlternatives,
  subjectOf,
} from './alternatives.ts';
import type { DebriefCohort } from './cohort.ts';
import {
  bestOf,
  byChance,
  difference,
  lossOf,
  negated,
  spreadOf,
  type Weighed,
  type Weighing,
  weigh,
} from './compare.ts';
import { isUnclear, ONLY_GOOD, signOf } from './signs.ts';
import type { Mark } from './types.ts';

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
}

/** How many other orders, and other hours, a first look lets pass. */
const OTHERS_KEPT = 2;
const LATER_KEPT = 1;
/** A first look lets pass what it finds worse by this share at most: in few patients, a small gain may not show. */
const HOPEFUL = -0.02;
/** Loss of leaving a decision out, in a first look, from which it may be the only good one. */
const DEAR = -0.04;
/** Hours before something was wrong from which a player tries again. */
const TRY_AGAIN_HOURS = 2;

/** Change in one patient's chance (share) that is none. */
const IDLE = 0.005;

/** What leaving a decision out comes to in a few patients. */
export interface Importance {
  readonly index: number;
  /** How much it changes the chance, a share. */
  readonly value: number;
  /** True when it changes hardly anything in any of them. */
  readonly isIdle: boolean;
}

/** Looks at what a decision changed, in a few patients. */
export async function importanceOf(board: Board, index: number): Promise<Importance> {
  const { commands, cohort, glance } = board;
  const { tick } = commands[index] as TimedCommand;
  const { weighed, playedArm } = await weigh(cohort, tick, [leaveOut(commands, index)], glance);
  // Leaving out is always legal.
  const { arm, better } = weighed[0] as Weighed;
  return {
    index,
    value: Math.abs(better.value),
    isIdle: arm.every((chance, place) => Math.abs(chance - (playedArm[place] as number)) < IDLE),
  };
}

/**
 * Looks at every alternative of a decision in a few patients. Where leaving it out changes nothing in any of them, what
 * else could have stood in its place says nothing about it, and is not looked at.
 */
export async function glanceAt(board: Board, { index, isIdle }: Importance): Promise<GlancedDecision> {
  if (isIdle) return { index, finalists: [] };
  const { level, commands, endTick, cohort, glance } = board;
  const { tick } = commands[index] as TimedCommand;
  const [omitted, ...later] = ownAlternatives(commands, index, endTick);
  const others = otherAlternatives(level, commands, index, cohort.idleAt(tick));
  const { weighed } = await weigh(cohort, tick, [omitted, ...later, ...others], glance);
  const isDear = (weighed[0]?.better.value ?? 0) <= DEAR;
  const least = isDear ? Number.NEGATIVE_INFINITY : HOPEFUL;
  const instead = passing(weighed, others, OTHERS_KEPT, least);
  const afterwards = laterAlternatives(commands, index, instead, endTick);
  const second = afterwards.length === 0 ? [] : (await weigh(cohort, tick, afterwards, glance)).weighed;
  return {
    index,
    finalists: [
      ...passing(weighed, later, LATER_KEPT, HOPEFUL),
      ...passing([...weighed, ...second], [...instead, ...afterwards], OTHERS_KEPT, least),
    ],
  };
}

/** The best alternatives of a group, so many at most, and better than `least` (a share). */
function passing(
  weighed: readonly Weighed[],
  group: readonly Alternative[],
  most: number,
  least: number,
): readonly Alternative[] {
  return byChance(weighed.filter(({ alternative }) => group.includes(alternative)))
    .filter(({ better }) => better.value > least)
    .slice(0, most)
    .map(({ alternative }) => alternative);
}

/** Weighs a decision in as many patients as were asked for, and in more where that leaves its sign open. */
export async function markDecision(board: Board, glanced: GlancedDecision): Promise<Mark> {
  const first = await weighDecision(board, glanced);
  if (!first.isOpen) return first.mark;
  const closer = { ...board, patients: board.patients * CLOSER };
  return (await weighDecision(closer, { index: glanced.index, finalists: first.rivals })).mark;
}

/** So many times as many patients decide what the first ones left open. */
export const CLOSER = 4;

async function weighDecision(
  board: Board,
  { index, finalists }: GlancedDecision,
): Promise<{ readonly mark: Mark; readonly isOpen: boolean; readonly rivals: readonly Alternative[] }> {
  const { commands, cohort, patients } = board;
  const { tick, command } = commands[index] as TimedCommand;
  const omitted = leaveOut(commands, index);
  const weighing = await weigh(cohort, tick, [omitted, ...finalists], patients);
  const blamed = await blameOf(board, { tick, command }, weighing);
  const best = bestOf(blamed);
  const loss = lossOf(best?.better ?? null);
  const without = weighing.weighed.find(({ alternative }) => alternative === omitted);
  const need = signOf(loss) === '' ? needOf(weighing.weighed, command) : 0;
  const mark: Mark = {
    ...shapeOf(weighing, best, commands),
    id: `d${index}`,
    kind: 'decision',
    tick,
    fromTick: tick,
    toTick: tick,
    commandIndex: index,
    command,
    sign: need >= ONLY_GOOD ? '!' : signOf(loss),
    unclear: need < ONLY_GOOD && isUnclear(loss),
    loss,
    gain: without ? negated(without.better) : null,
    difficulty: spreadOf(weighing),
    tryAgainTick: Math.max(0, tick - ticksOf(TRY_AGAIN_HOURS)),
    parts: [],
  };
  const least = byChance(blamed)[0]?.better.value ?? 0;
  return {
    mark,
    isOpen: mark.unclear || Math.abs(need - ONLY_GOOD) < NEAR_ONLY_GOOD,
    rivals: finalists.filter((alternative) =>
      blamed.some((one) => one.alternative === alternative && one.better.value >= least - RIVAL_WITHIN),
    ),
  };
}

/** What is so much worse (share) than the best need not be looked at more closely. */
const RIVAL_WITHIN = 0.05;

/** So near (share) to what `!` asks for, more patients are looked at. */
const NEAR_ONLY_GOOD = 0.06;

/** Share that a decision must have brought to have helped. */
const HELPED = 0.02;

/** Share by which another order must be better before it is asked what it would have brought beside the decision. */
const WORTH_ASKING = 0.01;

/**
 * What the alternatives are better by, as far as that is the decision's doing. Leaving it out, putting it off and another
 * dose of the same are held against what was played; an order about something else against the best that there was with
 * such an order beside the decision: what that would have brought by itself was missing, and is a mark of its own.
 */
async function blameOf(
  board: Board,
  { tick, command }: TimedCommand,
  weighing: Weighing,
): Promise<readonly Weighed[]> {
  const { commands, cohort, patients } = board;
  const omitted = weighing.weighed[0];
  // A decision that helped is not to blame for what something else would have brought: that was missing beside it.
  if (omitted !== undefined && omitted.better.value <= -HELPED)
    return weighing.weighed.filter(
      ({ alternative }) => alternative.change.type !== 'order' || !isWithout(alternative, command),
    );
  // Another word on the same thing would take the decision back instead of standing beside it.
  const both = weighing.weighed.flatMap(({ alternative, better }) =>
    alternative.change.type === 'order' && isWithout(alternative, command) && better.value >= WORTH_ASKING
      ? [add(commands, alternative.change.to)]
      : [],
  );
  if (both.length === 0) return weighing.weighed;
  const beside = byChance((await weigh(cohort, tick, both, patients)).weighed)[0];
  if (beside === undefined || beside.better.value <= 0) return weighing.weighed;
  return weighing.weighed.map((one) => {
    const { change } = one.alternative;
    if (change.type !== 'order' || !isWithout(one.alternative, command)) return one;
    return { ...one, better: difference(weighing.selection, one.arm, beside.arm) };
  });
}

/** What everything without this treatment would have cost at least: a share, 0 where something would have been as good. */
function needOf(weighed: readonly Weighed[], command: Command): number {
  const without = weighed.filter(({ alternative }) => isWithout(alternative, command));
  const best = without.reduce((most, { better }) => Math.max(most, better.value), -1);
  return without.length === 0 ? 0 : Math.max(0 - best, 0);
}

function isWithout({ change }: Alternative, command: Command): boolean {
  if (change.type !== 'order') return change.type === 'none';
  return subjectOf(change.to.command) !== subjectOf(command);
}

/** What a mark says of its best alternative, and of its patients. */
export function shapeOf(
  { played, selection }: Weighing,
  best: Weighed | null,
  commands: readonly TimedCommand[],
): Pick<Mark, 'kept' | 'best' | 'bestCommands' | 'patients' | 'effectivePatients'> {
  const better = best !== null && best.better.value > 0 ? best : null;
  return {
    kept: { played, best: better?.chance ?? played },
    best: better?.alternative.change ?? null,
    bestCommands: better?.alternative.commands ?? commands,
    patients: selection.patients.length,
    effectivePatients: selection.effective,
  };
}
