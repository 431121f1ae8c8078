/** What happens at a tick boundary besides the commands: doses that are due, and the nurse at the pump. */

import { TICKS_PER_HOUR } from '../model/course.ts';
import { giveDose } from '../model/dosing.ts';
import { Q } from '../model/generated/system.ts';
import { quantitiesOf } from '../model/quantities.ts';
import type { EngineState } from './state.ts';
import { ticksOf } from './time.ts';
import { doseAmount, dosesOfOrder, isContinuous, regimenOf, treatmentIndex } from './treatments.ts';
import type { EngineEvent, Level, LevelTreatment, Regimen, TreatmentState } from './types.ts';
import { isDoseUseful } from './usefulness.ts';

/** MAP in mmHg that the nurse aims at; 65 is the target of the Surviving Sepsis Campaign 2021. */
const TITRATION_LOWEST_MAP = 65;
const TITRATION_HIGHEST_MAP = 75;
/** Change of the norepinephrine rate an hour, µg/kg/min. */
const TITRATION_STEP = 0.02;

/** Gives every dose that is due at this tick. Mutates `state`. */
export function giveDueDoses(state: EngineState, level: Level, events: EngineEvent[]): void {
  level.treatments.forEach((treatment, index) => {
    const now = state.treatments[index];
    if (now?.running !== true || now.nextDoseTick !== state.tick) return;
    const regimen = regimenOf(treatment, now.regimen);
    if (regimen === undefined) throw new RangeError(`${treatment.id} has no regimen "${now.regimen}".`);
    giveOne(state, level, treatment, now, regimen, events);
    scheduleNext(state.tick, treatment, now, regimen, events);
  });
}

function giveOne(
  state: EngineState,
  level: Level,
  treatment: LevelTreatment,
  now: TreatmentState,
  regimen: Regimen,
  events: EngineEvent[],
): void {
  const amount = doseAmount(regimen, now.dosesInOrder, level.patient.weightKg);
  // A course against infection is judged where it begins: to end it with the last living germ invites the next.
  if (now.dosesInOrder === 0 || treatment.group !== 'infection') {
    now.courseHasUse = isDoseUseful(treatment.id, quantitiesOf(state.y, state.p), state.oxygenStep);
  }
  if (!now.courseHasUse) now.dosesWithoutUse += 1;
  giveDose(state.y, treatment.id, amount);
  now.dosesInOrder += 1;
  now.dosesGiven += 1;
  now.lastDoseTick = state.tick;
  now.lastAmount = amount;
  events.push({ type: 'dose', tick: state.tick, treatment: treatment.id, amount });
}

function scheduleNext(
  tick: number,
  treatment: LevelTreatment,
  now: TreatmentState,
  regimen: Regimen,
  events: EngineEvent[],
): void {
  const left = treatment.stock === undefined ? Number.POSITIVE_INFINITY : treatment.stock - now.dosesGiven;
  if (now.dosesInOrder < dosesOfOrder(regimen) && left > 0 && regimen.everyHours !== undefined) {
    now.nextDoseTick = tick + ticksOf(regimen.everyHours);
    return;
  }
  now.running = false;
  now.nextDoseTick = -1;
  events.push({ type: 'courseEnded', tick, treatment: treatment.id });
}

/** Every hour after the start: the nurse raises or lowers norepinephrine by one step toward its target. Mutates `state`. */
export function titrateNorepinephrine(state: EngineState, level: Level): void {
  const index = treatmentIndex(level, 'norepinephrine');
  const now = state.treatments[index];
  const treatment = level.treatments[index];
  if (now?.running !== true || treatment === undefined) return;
  const ticks = state.tick - now.lastDoseTick;
  if (ticks === 0 || ticks % TICKS_PER_HOUR !== 0) return;
  const ceiling = regimenOf(treatment, now.regimen)?.amounts[0] ?? 0;
  const rate = state.y[Q.ne] ?? 0;
  state.y[Q.ne] = titratedRate(rate, quantitiesOf(state.y, state.p)[Q.MAP] as number, ceiling);
}

/** The rate of norepinephrine (µg/kg/min) that the nurse sets at a pressure (mmHg), up to the ceiling of the order. */
export function titratedRate(rate: number, map: number, ceiling: number): number {
  if (map < TITRATION_LOWEST_MAP) return Math.min(ceiling, rate + TITRATION_STEP);
  return map > TITRATION_HIGHEST_MAP ? Math.max(0, rate - TITRATION_STEP) : rate;
}

/** Doses given in this game, without the supports that run at a rate. */
export function countDoses(state: EngineState, level: Level, pick: (now: TreatmentState) => number): number {
  return level.treatments.reduce((sum, { id }, index) => {
    const now = state.treatments[index];
    return sum + (now === undefined || isContinuous(id) ? 0 : pick(now));
  }, 0);
}
