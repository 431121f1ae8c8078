/**
 * The four endings. The rules and constants are ours: the model describes
 * organs, and no published rule says at which hour a patient dies of them.
 *
 * Reserve. A patient starts with a reserve of 1. It is used up while an organ
 * is deranged beyond what can be survived for long, in proportion to how far,
 * and comes back slowly while none is. At 0 the patient dies. So a short dip
 * is survived, a deep one kills within hours, and support buys time.
 *
 * Infection. Bacteria that fill the lung for hours kill by themselves; and
 * when the reserve runs out under a long heavy infection, the infection is
 * the cause, whatever organ failed last.
 */
import { TICK_HOURS, TICKS_PER_HOUR } from '../model/course.ts';
import { Q } from '../model/generated/system.ts';
import { isSomethingOpen } from './objectives.ts';
import type { EndingCounters, EngineState } from './state.ts';
import { ticksOf } from './time.ts';
import type { Level, OutcomeKind } from './types.ts';

/**
 * What uses up the reserve: below `limit` it is lost at a rate that rises in
 * proportion to the distance; at `severe` all of it is gone in `severeHours`.
 */
export const DERANGEMENTS = [
  // Climbers near 8400 m had arterial saturations of 34 to 70 % (Grocott 2009, N Engl J Med 360:140): hours, not minutes.
  { quantity: 'SpO2', limit: 65, severe: 40, severeHours: 12 },
  { quantity: 'MAP', limit: 50, severe: 40, severeHours: 8 },
  { quantity: 'heartFunction', limit: 0.25, severe: 0.1, severeHours: 12 },
  // Severe ARDS wears a patient out in days even where the ventilator holds the saturation.
  { quantity: 'PF', limit: 130, severe: 90, severeHours: 96 },
] as const;

/** Hours without any derangement that bring a spent reserve back to 1. */
const RESERVE_RETURN_HOURS = 48;

/** Bacteria in 1e6 CFU/mL: a second infection, and one that kills by itself after so many hours. */
export const SECOND_INFECTION = 1;
const OVERWHELMING_INFECTION = 10;
const OVERWHELMING_HOURS = 24;

/** The infection is the cause of death when it was there for most of these hours. */
const INFECTION_MEMORY_TICKS = 48 * TICKS_PER_HOUR;

/**
 * Recovered means: out of danger. Every one must hold for `hours` in a row, as on a ward
 * that would step a patient down: little oxygen, a pressure of its own, no fever, no
 * inflammation that still signals, and lungs that have turned for the better.
 */
const RECOVERY = {
  hours: 24,
  /** A patient who never was ill is sent home after so many hours at the earliest. */
  earliestHoursIfNeverIll: 120,
  /** The highest step of the oxygen ladder: 1 is nasal prongs. */
  oxygenStep: 1,
  /** %, at least, on that step: below it the Surviving Sepsis Campaign's COVID-19 guideline starts oxygen. */
  SpO2: 92,
  /** mmHg, at least: above the moderate ARDS of the Berlin definition. */
  PF: 200,
  /** mmHg that PaO2/FiO2 must have gained since its lowest, unless it never fell below `soundPF`. */
  PFgained: 10,
  soundPF: 300,
  /** mmHg, at least, without norepinephrine. */
  MAP: 70,
  /** °C, below. */
  Temp: 38,
  /** pg/mL of IL-6 that still signals, below: after tocilizumab the serum level says nothing. */
  S6: 40,
  /** 1e6 CFU/mL, below. */
  B: 0.1,
  /**
   * Share of the immune guard that treatment leaves, at least: a steroid at full dose with tocilizumab leaves
   * about a tenth, and whoever is sent home with that comes back with an infection. Six milligrams leave half.
   */
  guard: 0.33,
} as const;

export function createEndingCounters(): EndingCounters {
  return {
    reserve: 1,
    overwhelmedTicks: 0,
    infectionBalance: 0,
    wellTicks: 0,
    hasBeenIll: false,
    lowestPF: Number.POSITIVE_INFINITY,
  };
}

/** The same with the place of each quantity, which is looked up once: this runs in every tick. */
const DERANGED = DERANGEMENTS.map((derangement) => ({ ...derangement, at: Q[derangement.quantity] }));

/** Share of the reserve that is lost in an hour; 0 when nothing is deranged beyond its limit. */
export function reserveLoss(values: Float64Array): number {
  let loss = 0;
  for (const { at, limit, severe, severeHours } of DERANGED) {
    const distance = limit - (values[at] as number);
    if (distance > 0) loss += distance / (limit - severe) / severeHours;
  }
  return loss;
}

/** True when the patient's own values are those of recovery. `values` in the order of QUANTITIES. */
function isSound(values: Float64Array, lowestPF: number): boolean {
  const of = (index: number): number => values[index] as number;
  const turned = lowestPF >= RECOVERY.soundPF || of(Q.PF) >= lowestPF + RECOVERY.PFgained;
  return (
    turned &&
    of(Q.SpO2) >= RECOVERY.SpO2 &&
    of(Q.PF) >= RECOVERY.PF &&
    of(Q.MAP) >= RECOVERY.MAP &&
    of(Q.Temp) < RECOVERY.Temp &&
    of(Q.S6) < RECOVERY.S6 &&
    of(Q.B) < RECOVERY.B
  );
}

/** True when nothing holds the patient up but a little oxygen, and treatment leaves a guard. */
function isUnsupported(values: Float64Array, oxygenStep: number): boolean {
  const guarded = (values[Q.guard] as number) >= RECOVERY.guard;
  return guarded && oxygenStep <= RECOVERY.oxygenStep && values[Q.vent] === 0 && values[Q.ne] === 0;
}

/** What the endings look at. */
type EndingState = Pick<EngineState, 'tick' | 'oxygenStep' | 'objectives' | 'endings' | 'outcome'>;

/**
 * Counts the ticks that have passed and says how the game ended at the last of them, or null. Mutates
 * `state.endings`.
 *
 * @param values at the end of these ticks, in the order of QUANTITIES; they stand for all of them
 * @param ticks one in a game; virtual patients are looked at once in a while
 */
export function checkEnding(
  state: EndingState,
  level: Pick<Level, 'horizonHours'>,
  values: Float64Array,
  ticks = 1,
): OutcomeKind | null {
  const { endings } = state;
  const hours = TICK_HOURS * ticks;
  countInfection(endings, values[Q.B] as number, ticks);
  const loss = reserveLoss(values);
  endings.reserve =
    loss > 0
      ? Math.max(0, endings.reserve - loss * hours)
      : Math.min(1, endings.reserve + hours / RESERVE_RETURN_HOURS);
  endings.lowestPF = Math.min(endings.lowestPF, values[Q.PF] as number);
  const sound = isSound(values, endings.lowestPF);
  endings.wellTicks = sound && isUnsupported(values, state.oxygenStep) ? endings.wellTicks + ticks : 0;
  // Support that was never needed makes nobody ill, and so opens no early way home.
  endings.hasBeenIll ||= !sound;
  if (endings.overwhelmedTicks >= ticksOf(OVERWHELMING_HOURS)) return 'opportunisticInfection';
  if (endings.reserve <= 0) return causeOfDeath(endings, values[Q.B] as number);
  if (hasRecovered(state) && !isSomethingOpen(state)) return 'recovered';
  return state.tick >= ticksOf(level.horizonHours) ? 'stillOnWard' : null;
}

function countInfection(endings: EndingCounters, bacteria: number, ticks: number): void {
  endings.overwhelmedTicks = bacteria >= OVERWHELMING_INFECTION ? endings.overwhelmedTicks + ticks : 0;
  const change = bacteria >= SECOND_INFECTION ? ticks : -ticks;
  endings.infectionBalance = Math.min(Math.max(endings.infectionBalance + change, 0), INFECTION_MEMORY_TICKS);
}

function causeOfDeath(endings: EndingCounters, bacteria: number): OutcomeKind {
  const infected = bacteria >= SECOND_INFECTION && endings.infectionBalance > INFECTION_MEMORY_TICKS / 2;
  return infected ? 'opportunisticInfection' : 'organFailure';
}

function hasRecovered({ tick, endings }: EndingState): boolean {
  if (endings.wellTicks < ticksOf(RECOVERY.hours)) return false;
  return endings.hasBeenIll || tick >= ticksOf(RECOVERY.earliestHoursIfNeverIll);
}
