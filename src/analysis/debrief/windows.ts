/** Finding the hours in which an order was missing, and weighing them. */
import { ticksOf } from '../../engine/time.ts';
import type { Command, TimedCommand } from '../../engine/types.ts';
import { TICKS_PER_HOUR } from '../../model/course.ts';
import { type Alternative, add, byGuideline, commandsOf, isIdle, subjectOf } from './alternatives.ts';
import { bestOf, byChance, lossOf, ONE_ORDER_WITHIN, spreadOf, type Weighed, weigh } from './compare.ts';
import { type Board, CLOSER, shapeOf } from './decisions.ts';
import { isUnclear, signOf } from './signs.ts';
import type { Mark } from './types.ts';

/** Hours that may lie between two moments at which a missing order is looked for, and how many moments there are at most. */
const SCAN_HOURS = [2, 4, 6, 12, 24] as const;
const MOST_MOMENTS = 24;

function scanHoursOf(endTick: number): number {
  return SCAN_HOURS.find((hours) => endTick <= MOST_MOMENTS * ticksOf(hours)) ?? 24;
}

/** What could be added at one moment, after a first look. */
export interface Moment {
  readonly tick: number;
  /** The better ones first. */
  readonly weighed: readonly Weighed[];
  /** What the best of them seems to gain, a share. */
  readonly gain: number;
  readonly spread: number;
}

/** Ticks at which a missing order may be looked for: as long as the game lasted. */
export function scanTicks(endTick: number): readonly number[] {
  const ticks: number[] = [];
  for (let tick = 0; tick < endTick; tick += ticksOf(scanHoursOf(endTick))) ticks.push(tick);
  return ticks;
}

/** Gain (share) beside which the moments before and after are looked at as well. */
const WORTH_A_CLOSER_LOOK = 0.01;

/** Looks at every second moment, and at those between where something could have been gained. */
export async function scanMoments(
  board: Board,
  ticks: readonly number[],
  after: <T>(work: Promise<T>) => Promise<T>,
): Promise<readonly Moment[]> {
  const isFirst = (_: number, place: number): boolean => place % 2 === 0;
  const firstTicks = ticks.filter(isFirst);
  // Where nearly everybody keeps everything, the guideline in all its orders cannot be worth its name.
  const open = firstTicks.filter((tick) => board.cohort.playedAt(tick) < 1 - ONE_ORDER_WITHIN);
  const orders = await board.cohort.guidelineFrom(open);
  const first = await Promise.all(
    firstTicks.map((tick) => after(scanMoment(board, tick, orders[open.indexOf(tick)] ?? null))),
  );
  const nearby = (tick: number): boolean =>
    first.some(
      (moment) =>
        Math.abs(moment.tick - tick) <= ticksOf(scanHoursOf(board.endTick)) &&
        gainOf(moment) >= WORTH_A_CLOSER_LOOK,
    );
  const between = ticks.filter((tick, place) => !isFirst(tick, place) && nearby(tick));
  const second = await Promise.all(between.map((tick) => scanMoment(board, tick, null)));
  return bridged([...first, ...second].sort((a, b) => a.tick - b.tick));
}

/** The guideline was not asked between two moments: there at least the smaller of what it gains before and after stands. */
function bridged(moments: readonly Moment[]): readonly Moment[] {
  return moments.map((moment, place) => {
    const [before, after] = [moments[place - 1], moments[place + 1]];
    if (before === undefined || after === undefined) return moment;
    return { ...moment, gain: Math.max(moment.gain, Math.min(before.gain, after.gain)) };
  });
}

/** Looks at every order that could have been given at a moment, beside what was done, and at the guideline from there. */
async function scanMoment(
  board: Board,
  tick: number,
  guideline: readonly TimedCommand[] | null,
): Promise<Moment> {
  const { level, commands, cohort, glance } = board;
  const orders = commandsOf(level)
    .filter((command) => !isBeingDecided(commands, tick, command) && !isIdle(command, cohort.idleAt(tick)))
    .map((command) => add(commands, { tick, command }));
  const all = guideline === null ? orders : [...orders, byGuideline(commands, tick, guideline)];
  const weighing = await weigh(cohort, tick, all, glance);
  const gain = bestOf(weighing.weighed)?.better.value ?? 0;
  return { tick, weighed: byChance(weighing.weighed), gain, spread: spreadOf(weighing) };
}

/** True when the player gives a command about the same thing within the hour: that decision has a mark of its own. */
function isBeingDecided(commands: readonly TimedCommand[], tick: number, command: Command): boolean {
  return commands.some(
    (timed) =>
      Math.abs(timed.tick - tick) <= TICKS_PER_HOUR && subjectOf(timed.command) === subjectOf(command),
  );
}

/** Moments in a row at which something was missing, after a first look. */
export interface GlancedWindow {
  readonly moments: readonly Moment[];
  /** The last moment at which nearly as much could have been gained as at the best: by then most was known. */
  readonly at: Moment;
  readonly importance: number;
}

/** A first look asks for less than a sign does: share that an order must seem to be worth. */
const GLANCE_LOSS = 0.03;
/** Share of the largest gain from which a moment belongs to the window, and from which it is as good. */
const WINDOW_SHARE = 0.5;
const NEARLY = 0.95;

/** What one of the weighed alternatives gains, without what was inferred from the moments beside. */
const bestGain = ({ weighed }: Moment): number => bestOf(weighed)?.better.value ?? 0;
const gainOf = ({ gain }: Moment): number => gain;

/** Cuts the moments into windows: runs in which at least half of the largest gain of the run could be had. */
export function glancedWindows(moments: readonly Moment[]): readonly GlancedWindow[] {
  const windows: GlancedWindow[] = [];
  let left = moments.map((_, place) => place);
  for (;;) {
    const peak = left.reduce(
      (best, place) =>
        best < 0 || gainOf(moments[place] as Moment) > gainOf(moments[best] as Moment) ? place : best,
      -1,
    );
    const gain = peak < 0 ? 0 : gainOf(moments[peak] as Moment);
    if (gain < GLANCE_LOSS) return windows;
    const belongs = (place: number): boolean =>
      left.includes(place) && gainOf(moments[place] as Moment) >= Math.max(WINDOW_SHARE * gain, GLANCE_LOSS);
    let from = peak;
    let to = peak;
    while (belongs(from - 1)) from -= 1;
    while (belongs(to + 1)) to += 1;
    const run = moments.slice(from, to + 1);
    const at = run.findLast((moment) => bestGain(moment) >= NEARLY * gain) as Moment;
    windows.push({ moments: run, at, importance: gain });
    // The slopes beside a window are part of it, not windows of their own.
    while (left.includes(from - 1) && gainOf(moments[from - 1] as Moment) <= gainOf(moments[from] as Moment))
      from -= 1;
    while (left.includes(to + 1) && gainOf(moments[to + 1] as Moment) <= gainOf(moments[to] as Moment))
      to += 1;
    left = left.filter((place) => place < from || place > to);
  }
}

/** How many orders a first look lets pass. */
const ORDERS_KEPT = 3;
const TRY_AGAIN_HOURS = 2;
/** Hours to either side of its best moment to which a window is told: that something was missed in a week teaches nobody. */
const TOLD_HOURS = 24;

/** Weighs a window at its best moment in as many patients as were asked for, and in more where its sign stays open. */
export async function markWindow(board: Board, glanced: GlancedWindow): Promise<Mark> {
  const mark = await weighWindow(board, glanced);
  return mark.unclear ? weighWindow({ ...board, patients: board.patients * CLOSER }, glanced) : mark;
}

async function weighWindow(board: Board, glanced: GlancedWindow): Promise<Mark> {
  const { commands, cohort, patients } = board;
  const { at } = glanced;
  const isSingle = ({ alternative }: Weighed): boolean => alternative.change.type === 'order';
  const single = at.weighed.filter(isSingle).slice(0, ORDERS_KEPT);
  const finalists = [...single, ...at.weighed.filter((one) => !isSingle(one))].map((one) => one.alternative);
  const weighing = await weigh(cohort, at.tick, finalists, patients);
  const best = bestOf(weighing.weighed);
  const loss = lossOf(best?.better ?? null);
  const edges =
    signOf(loss) === '' || best === null
      ? { fromTick: at.tick, toTick: at.tick }
      : await edgesOf(board, glanced, best.alternative);
  const fromTick = Math.max(edges.fromTick, at.tick - ticksOf(TOLD_HOURS));
  const toTick = Math.min(edges.toTick, at.tick + ticksOf(TOLD_HOURS));
  return {
    ...shapeOf(weighing, best, commands),
    id: `m${at.tick}`,
    kind: 'missed',
    tick: at.tick,
    fromTick,
    toTick,
    commandIndex: -1,
    command: null,
    sign: signOf(loss),
    unclear: isUnclear(loss),
    loss,
    gain: null,
    difficulty: Math.max(at.spread, loss.value),
    tryAgainTick: Math.max(0, fromTick - ticksOf(TRY_AGAIN_HOURS)),
    parts: [],
  };
}

/** Hours to which the edges of a window are told. */
const EDGE_HOURS = 2;

/** First and last tick at which the order would still have gained half of what it would at best. */
async function edgesOf(
  { commands, cohort, glance, endTick }: Board,
  { moments, at }: GlancedWindow,
  { change }: Alternative,
): Promise<{ readonly fromTick: number; readonly toTick: number }> {
  const scan = ticksOf(scanHoursOf(endTick));
  const [from, to] = [(moments[0] as Moment).tick, (moments.at(-1) as Moment).tick];
  if (change.type !== 'order') return { fromTick: from, toTick: Math.min(to + scan, endTick - 1) };
  const { command } = change.to;
  const step = Math.min(ticksOf(EDGE_HOURS), scan / 2);
  const first = Math.max(from - scan + step, 0);
  const last = Math.min(to + scan - step, endTick - 1);
  const ticks: number[] = [];
  for (let tick = first; tick <= last; tick += step) ticks.push(tick);
  // The patients are those of the best moment, who lived to see it: what is asked is when it would have helped them.
  const orders = ticks.map((tick) => add(commands, { tick, command }));
  const { weighed } = await weigh(cohort, at.tick, orders, glance, first);
  const most = weighed.reduce((sum, { better }) => Math.max(sum, better.value), 0);
  const good = weighed
    .filter(({ better }) => better.value >= WINDOW_SHARE * most)
    .map(({ alternative }) => (alternative.change as { to: TimedCommand }).to.tick);
  const around = [...good, at.tick];
  return { fromTick: Math.min(...around), toTick: Math.max(...around) };
}
