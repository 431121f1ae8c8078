/**
 * The four endings. The rules and constants are ours: the model describes
 * organs, and no published rule says at which hour a patient dies of them.
 *
 * Reserve. A patient starts with a reserve of 1. It is used up while an organ
 * is deranged beyond what can be survived for long, in proportion to how far,
 * and comes back slowly while none is. At 0 the patient dies. So a short dip
 * is survived, a deep one kills within hours, and support buys time.
 *
 * Infection. Bacteria that fill the blood for hours kill by themselves; and
 * when the reserve runs out under a long heavy infection, the infection is
 * the cause, whatever organ failed last.
 */
import { TICK_HOURS, TICKS_PER_HOUR } from '../model/course.ts';
import { Q } from '../model/generated/system.ts';
import type { EndingCounters, EngineState } from './state.ts';
import { ticksOf } from './time.ts';
import type { Level, OutcomeKind } from './types.ts';

/**
 * What uses up the reserve: below `limit` it is lost at a rate that rises in
 * proportion to the distance; at `severe` all of it is gone in `severeHours`.
 */
export const DERANGEMENTS = [
  { quantity: 'SpO2', limit: 75, severe: 60, severeHours: 8 },
  { quantity: 'MAP', limit: 50, severe: 40, severeHours: 8 },
  { quantity: 'heartFunction', limit: 0.25, severe: 0.1, severeHours: 12 },
] as const;

/** Hours without any derangement that bring a spent reserve back to 1. */
export const RESERVE_RETURN_HOURS = 48;

/** Bacteria in 1e6 CFU/mL: a second infection, and one that kills by itself after so many hours. */
export const SECOND_INFECTION = 1;
export const OVERWHELMING_INFECTION = 10;
export const OVERWHELMING_HOURS = 6;

/** The infection is the cause of death when it was there for most of these hours. */
export const INFECTION_MEMORY_TICKS = 48 * TICKS_PER_HOUR;

/** Every one must hold for RECOVERY_HOURS in a row. */
export const RECOVERY = {
  hours: 24,
  /** A patient who never was ill is sent home after so many hours at the earliest. */
  earliestHoursIfNeverIll: 72,
  /** °C, below. */
  Temp: 38,
  /** mmHg, at least, without norepinephrine. */
  MAP: 70,
  /** PaO2/FiO2 in mmHg, at least; or, on room air, this saturation. */
  PF: 300,
  SpO2: 94,
  /** pg/mL, below. */
  IL6: 40,
  /** log10 copies/mL, below: with more virus than this the illness is still before its turn. */
  viralLoad: 5,
  /** 1e6 CFU/mL, below. */
  B: 0.1,
} as const;

export function createEndingCounters(): EndingCounters {
  return { reserve: 1, overwhelmedTicks: 0, infectionBalance: 0, wellTicks: 0, hasBeenIll: false };
}

/** Share of the reserve that is lost in an hour; 0 when nothing is deranged beyond its limit. */
export function reserveLoss(values: Float64Array): number {
  let loss = 0;
  for (const { quantity, limit, severe, severeHours } of DERANGEMENTS) {
    const distance = limit - (values[Q[quantity]] as number);
    if (distance > 0) loss += distance / (limit - severe) / severeHours;
  }
  return loss;
}

/** True when every criterion of recovery but its duration holds. `values` in the order of QUANTITIES. */
export function isWell(values: Float64Array, onRoomAir: boolean): boolean {
  const of = (index: number): number => values[index] as number;
  const lungs = of(Q.PF) >= RECOVERY.PF || (onRoomAir && of(Q.SpO2) >= RECOVERY.SpO2);
  return (
    lungs &&
    of(Q.vent) === 0 &&
    of(Q.ne) === 0 &&
    of(Q.Temp) < RECOVERY.Temp &&
    of(Q.MAP) >= RECOVERY.MAP &&
    of(Q.IL6) < RECOVERY.IL6 &&
    of(Q.viralLoad) < RECOVERY.viralLoad &&
    of(Q.B) < RECOVERY.B
  );
}

/** Counts this tick and says how the game ended at it, or null. Mutates `state.endings`. */
export function checkEnding(state: EngineState, level: Level, values: Float64Array): OutcomeKind | null {
  const { endings } = state;
  countInfection(endings, values[Q.B] as number);
  const loss = reserveLoss(values);
  endings.reserve =
    loss > 0
      ? Math.max(0, endings.reserve - loss * TICK_HOURS)
      : Math.min(1, endings.reserve + TICK_HOURS / RESERVE_RETURN_HOURS);
  const well = isWell(values, state.oxygenStep === 0);
  endings.wellTicks = well ? endings.wellTicks + 1 : 0;
  endings.hasBeenIll ||= !well;
  if (endings.overwhelmedTicks >= ticksOf(OVERWHELMING_HOURS)) return 'opportunisticInfection';
  if (endings.reserve <= 0) return causeOfDeath(endings, values[Q.B] as number);
  if (hasRecovered(state)) return 'recovered';
  return state.tick >= ticksOf(level.horizonHours) ? 'stillOnWard' : null;
}

function countInfection(endings: EndingCounters, bacteria: number): void {
  endings.overwhelmedTicks = bacteria >= OVERWHELMING_INFECTION ? endings.overwhelmedTicks + 1 : 0;
  const change = bacteria >= SECOND_INFECTION ? 1 : -1;
  endings.infectionBalance = Math.min(Math.max(endings.infectionBalance + change, 0), INFECTION_MEMORY_TICKS);
}

function causeOfDeath(endings: EndingCounters, bacteria: number): OutcomeKind {
  const infected = bacteria >= SECOND_INFECTION && endings.infectionBalance > INFECTION_MEMORY_TICKS / 2;
  return infected ? 'opportunisticInfection' : 'organFailure';
}

function hasRecovered({ tick, endings }: EngineState): boolean {
  if (endings.wellTicks < ticksOf(RECOVERY.hours)) return false;
  return endings.hasBeenIll || tick >= ticksOf(RECOVERY.earliestHoursIfNeverIll);
}
