/**
 * The distribution over plans that the cross-entropy method narrows (Rubinstein and Kroese, The Cross-Entropy Method,
 * Springer 2004): which orders are given, at which hour, in which regimen, and when they are stopped, each independent of
 * the others. Hours are normal-like, everything else is a share.
 */
import type { Level } from '../../engine/types.ts';
import { nextNormalLike, nextUnit, type RandomState } from '../../math/random.ts';
import { type PlannedOrder, searchedDrugs } from '../plan.ts';

/** A number with mean and standard deviation, in hours. */
interface Hours {
  readonly mean: number;
  readonly sd: number;
}

/** One order that a plan may hold: its drug is settled, everything else is drawn. */
export interface Slot {
  readonly treatment: PlannedOrder['treatment'];
  readonly regimens: readonly string[];
  /** Share of plans in which it is given. */
  readonly given: number;
  readonly hour: Hours;
  /** Shares of the regimens; they add up to 1. */
  readonly shares: readonly number[];
  /** Share of its plans in which it is stopped, and hours after the order at which. */
  readonly stopped: number;
  readonly stopAfter: Hours;
}

export interface PlanSpread {
  readonly lastHour: number;
  readonly slots: readonly Slot[];
}

/** What was drawn for a slot; null where it is not given. */
type SlotDraw = { readonly hour: number; readonly regimen: number; readonly stopAfter: number | null } | null;

/** A plan as it was drawn, slot by slot. */
export type PlanDraw = readonly SlotDraw[];

/** Orders of one drug that a plan may hold. */
const SLOTS_PER_DRUG = 3;
/** Where nothing is known: orders fall into the first part of the level and a third of them is given. */
const EARLY_PART = 0.6;
const UNKNOWN = { given: 0.35, stopped: 0.25, stopAfter: { mean: 60, sd: 40 } } as const;
/** Around a plan to set out from. */
const KNOWN = { given: 0.85, spare: 0.15, regimen: 0.8, stopped: 0.8, sd: 18 } as const;
/** Share of the way from the old value to that of the elite that a round goes: less for spreads, which must not close early. */
const STEP = 0.6;
const SPREAD_STEP = 0.4;
/** No share comes nearer to 0 or 1, and no spread below an hour: something is always tried. */
const LEAST_SHARE = 0.02;
const LEAST_SD = 1;

/** A distribution that knows nothing but the drugs of the level. */
export function openSpread(level: Level): PlanSpread {
  const lastHour = Math.floor(level.horizonHours) - 1;
  const width = (lastHour * EARLY_PART) / SLOTS_PER_DRUG;
  const slots = searchedDrugs(level).flatMap(({ id, regimens }) =>
    Array.from({ length: SLOTS_PER_DRUG }, (_, place): Slot => {
      const names = regimens.map((regimen) => regimen.id);
      return {
        treatment: id,
        regimens: names,
        given: UNKNOWN.given,
        hour: { mean: width * (place + 0.5), sd: width },
        shares: names.map(() => 1 / names.length),
        // What is given once cannot be stopped.
        stopped: regimens.some(({ everyHours }) => everyHours !== undefined) ? UNKNOWN.stopped : 0,
        stopAfter: UNKNOWN.stopAfter,
      };
    }),
  );
  return { lastHour, slots };
}

/** A distribution around a plan: its orders are likely, and others are tried beside them. */
export function spreadAround(level: Level, plan: readonly PlannedOrder[]): PlanSpread {
  const { lastHour, slots } = openSpread(level);
  const used = new Map<string, number>();
  const around = slots.map((slot): Slot => {
    const place = used.get(slot.treatment) ?? 0;
    used.set(slot.treatment, place + 1);
    const own = plan.filter(({ treatment }) => treatment === slot.treatment);
    const order = own.filter(({ regimen }) => regimen !== null)[place];
    if (order === undefined) return { ...slot, given: KNOWN.spare };
    const next = own[own.indexOf(order) + 1];
    const end = next?.regimen === null ? next.hour - order.hour : null;
    const rest = (1 - KNOWN.regimen) / Math.max(slot.regimens.length - 1, 1);
    return {
      ...slot,
      given: KNOWN.given,
      hour: { mean: order.hour, sd: KNOWN.sd },
      shares: slot.regimens.map((id) =>
        slot.regimens.length === 1 ? 1 : id === order.regimen ? KNOWN.regimen : rest,
      ),
      ...(end === null ? {} : { stopped: KNOWN.stopped, stopAfter: { mean: end, sd: KNOWN.sd } }),
    };
  });
  return { lastHour, slots: around };
}

/** Draws one plan. Advances `random`. */
export function drawPlan({ lastHour, slots }: PlanSpread, random: RandomState): PlanDraw {
  return slots.map((slot) => {
    if (nextUnit(random) >= slot.given) return null;
    const hour = drawHours(slot.hour, 0, lastHour, random);
    const regimen = drawShare(slot.shares, random);
    const stops = nextUnit(random) < slot.stopped;
    return { hour, regimen, stopAfter: stops ? drawHours(slot.stopAfter, 1, lastHour, random) : null };
  });
}

function drawHours({ mean, sd }: Hours, least: number, most: number, random: RandomState): number {
  const drawn = Math.floor(mean + sd * nextNormalLike(random) + 0.5);
  return Math.min(Math.max(drawn, least), most);
}

function drawShare(shares: readonly number[], random: RandomState): number {
  let left = nextUnit(random);
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index;
  }
  return shares.length - 1;
}

/** The plan of a draw, in the order of hours. */
export function planOfDraw({ lastHour, slots }: PlanSpread, draw: PlanDraw): readonly PlannedOrder[] {
  const plan = slots.flatMap(({ treatment, regimens }, index): PlannedOrder[] => {
    const drawn = draw[index] ?? null;
    if (drawn === null) return [];
    const order = { hour: drawn.hour, treatment, regimen: regimens[drawn.regimen] ?? null };
    if (drawn.stopAfter === null || drawn.hour + drawn.stopAfter > lastHour) return [order];
    return [order, { hour: drawn.hour + drawn.stopAfter, treatment, regimen: null }];
  });
  return plan.sort((left, right) => left.hour - right.hour);
}

/** The distribution moved towards the best draws of a round. */
export function narrowed({ lastHour, slots }: PlanSpread, elite: readonly PlanDraw[]): PlanSpread {
  return { lastHour, slots: slots.map((slot, index) => narrowedSlot(slot, elite, index)) };
}

function narrowedSlot(slot: Slot, elite: readonly PlanDraw[], index: number): Slot {
  const given = elite.map((draw) => draw[index] ?? null).filter((draw) => draw !== null);
  const ends = given.map(({ stopAfter }) => stopAfter).filter((hours) => hours !== null);
  const share = (old: number, part: number): number =>
    Math.min(Math.max(old + STEP * (part - old), LEAST_SHARE), 1 - LEAST_SHARE);
  const likely = { ...slot, given: share(slot.given, given.length / elite.length) };
  // A slot that no good plan used has taught nothing about its hour.
  if (given.length === 0) return likely;
  return {
    ...likely,
    hour: movedHours(
      slot.hour,
      given.map(({ hour }) => hour),
    ),
    shares: slot.shares.map(
      (old, place) =>
        old + STEP * (given.filter(({ regimen }) => regimen === place).length / given.length - old),
    ),
    stopped: slot.stopped === 0 ? 0 : share(slot.stopped, ends.length / given.length),
    stopAfter: movedHours(slot.stopAfter, ends),
  };
}

function movedHours(old: Hours, hours: readonly number[]): Hours {
  if (hours.length === 0) return old;
  const mean = hours.reduce((sum, hour) => sum + hour, 0) / hours.length;
  const variance = hours.reduce((sum, hour) => sum + (hour - mean) * (hour - mean), 0) / hours.length;
  return {
    mean: old.mean + STEP * (mean - old.mean),
    sd: Math.max(old.sd + SPREAD_STEP * (Math.sqrt(variance) - old.sd), LEAST_SD),
  };
}
