/** Finding the hours in which an order was missing, and weighing them. */
import { ticksOf } from '../../engine/time.ts';
import { type Alternative, add, commandsOf } from './alternatives.ts';
import { bestOf, byChance, lossOf, spreadOf, type Weighed, weigh } from './compare.ts';
import { type Board, shapeOf } from './decisions.ts';
import { isUnclear, signOf } from './signs.ts';
import type { Mark } from './types.ts';

/** Hours between two moments at which a missing order is looked for. */
export const SCAN_HOURS = 12;

/** What could be added at one moment, after a first look. */
export interface Moment {
  readonly tick: number;
  /** The better ones first. */
  readonly weighed: readonly Weighed[];
  readonly spread: number;
}

/** Ticks at which a missing order is looked for: as long as the game lasted. */
export function scanTicks(endTick: number): readonly number[] {
  const ticks: number[] = [];
  for (let tick = 0; tick < endTick; tick += ticksOf(SCAN_HOURS)) ticks.push(tick);
  return ticks;
}

/** Looks at every order that could have been given at a moment, beside what was done. */
export async function scanMoment(board: Board, tick: number): Promise<Moment> {
  const { level, commands, cohort, glance } = board;
  const orders = commandsOf(level).map((command) => add(commands, { tick, command }));
  const weighing = await weigh(cohort, tick, orders, glance);
  return { tick, weighed: byChance(weighing.weighed), spread: spreadOf(weighing) };
}

/** Moments in a row at which something was missing, after a first look. */
export interface GlancedWindow {
  readonly moments: readonly Moment[];
  /** The moment at which most could have been done, or the first that is nearly as good. */
  readonly at: Moment;
  readonly importance: number;
}

/** A first look asks for less than a sign does: share that an order must seem to be worth. */
const GLANCE_LOSS = 0.03;
/** Share of the largest gain from which a moment belongs to the window, and from which it is as good. */
const WINDOW_SHARE = 0.5;
const NEARLY = 0.9;

const gainOf = ({ weighed }: Moment): number => weighed[0]?.better.value ?? 0;

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
    const at = run.find((moment) => gainOf(moment) >= NEARLY * gain) as Moment;
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

/** Weighs a window at its best moment in as many patients as were asked for; `number` from 1, by time. */
export async function markWindow(board: Board, glanced: GlancedWindow): Promise<Mark> {
  const { commands, cohort, patients } = board;
  const { at, moments } = glanced;
  const finalists: readonly Alternative[] = at.weighed.slice(0, ORDERS_KEPT).map((one) => one.alternative);
  const weighing = await weigh(cohort, at.tick, finalists, patients);
  const best = bestOf(weighing.weighed);
  const loss = lossOf(best?.better ?? null);
  const fromTick = (moments[0] as (typeof moments)[number]).tick;
  const toTick = Math.min(
    (moments.at(-1) as (typeof moments)[number]).tick + ticksOf(SCAN_HOURS),
    board.endTick,
  );
  return {
    ...shapeOf(weighing, best, commands),
    id: `m${fromTick}`,
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
