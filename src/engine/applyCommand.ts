import { Q } from '../model/generated/system.ts';
import { createSample } from './labs.ts';
import type { EngineState } from './state.ts';
import { ticksOf } from './time.ts';
import { doseAmount, isContinuous, regimenOf, treatmentIndex } from './treatments.ts';
import type { Command, Level, LevelTreatment, Regimen, TreatmentId, TreatmentState } from './types.ts';

/** Rate at which norepinephrine is started, µg/kg/min: a common starting rate. */
const NOREPINEPHRINE_START = 0.05;

/** Applies a command that checkCommand has let pass. Mutates `state`; doses follow in the step. */
export function applyCommand(state: EngineState, level: Level, command: Command): void {
  state.tallies.commandsGiven += 1;
  switch (command.type) {
    case 'order':
      order(state, level, command.treatment, command.regimen);
      return;
    case 'stop':
      stop(state, level, command.treatment);
      return;
    case 'lab':
      state.labsPending.push(createSample(state, level, command.test));
      return;
    case 'oxygen':
      setOxygen(state, level, command.step);
  }
}

/** Breathes the gas of a step of the ladder from now on. */
export function setOxygen(state: EngineState, level: Level, step: number): void {
  const chosen = level.oxygen[step];
  if (chosen === undefined) throw new RangeError(`The level has no oxygen step ${step}.`);
  state.oxygenStep = step;
  state.y[Q.fio2] = chosen.fio2;
  state.y[Q.vent] = chosen.ventilated ? 1 : 0;
}

function order(state: EngineState, level: Level, id: TreatmentId, regimenId: string): void {
  const { treatment, now } = find(state, level, id);
  const regimen = regimenOf(treatment, regimenId);
  if (regimen === undefined) throw new RangeError(`${id} has no regimen "${regimenId}".`);
  if (isContinuous(id)) {
    startSupport(state, id, regimen, now.running);
    now.dosesGiven += now.running ? 0 : 1;
    now.lastDoseTick = state.tick;
  } else {
    now.nextDoseTick = firstDoseTick(state.tick, level, treatment, now, regimen);
  }
  now.dosesInOrder = isResumed(state.tick, regimen, regimenId, now) ? now.dosesInOrder : 0;
  now.running = true;
  now.regimen = regimenId;
  now.orderedTick = state.tick;
}

/** Intervals after which a course that was stopped begins anew, with its loading dose. */
const RESUMED_WITHIN_INTERVALS = 2;

/** True when an order goes on with the course that was stopped: a loading dose is not given twice. */
function isResumed(tick: number, regimen: Regimen, regimenId: string, now: TreatmentState): boolean {
  if (now.regimen !== regimenId || now.lastDoseTick < 0 || regimen.everyHours === undefined) return false;
  if (regimen.doses !== undefined && now.dosesInOrder >= regimen.doses) return false;
  return tick - now.lastDoseTick < RESUMED_WITHIN_INTERVALS * ticksOf(regimen.everyHours);
}

/**
 * The first dose comes at once, unless the last one was at least as large and
 * its interval has not passed: stepping down, or ordering again after a stop,
 * must not double a dose.
 */
function firstDoseTick(
  tick: number,
  level: Level,
  treatment: LevelTreatment,
  now: TreatmentState,
  regimen: Regimen,
): number {
  const everyHours = regimenOf(treatment, now.regimen)?.everyHours;
  if (now.lastDoseTick < 0 || everyHours === undefined) return tick;
  if (doseAmount(regimen, 0, level.patient.weightKg) > now.lastAmount) return tick;
  return Math.max(tick, now.lastDoseTick + ticksOf(everyHours));
}

function startSupport(state: EngineState, id: TreatmentId, regimen: Regimen, alreadyRunning: boolean): void {
  if (id === 'renalReplacement') {
    state.y[Q.rrt] = 1;
    return;
  }
  const ceiling = regimen.amounts[0] ?? 0;
  const rate = alreadyRunning ? (state.y[Q.ne] ?? 0) : NOREPINEPHRINE_START;
  state.y[Q.ne] = Math.min(rate, ceiling);
}

function stop(state: EngineState, level: Level, id: TreatmentId): void {
  const { now } = find(state, level, id);
  now.running = false;
  now.nextDoseTick = -1;
  if (id === 'renalReplacement') state.y[Q.rrt] = 0;
  if (id === 'norepinephrine') state.y[Q.ne] = 0;
}

function find(
  state: EngineState,
  level: Level,
  id: TreatmentId,
): { treatment: LevelTreatment; now: TreatmentState } {
  const index = treatmentIndex(level, id);
  const treatment = level.treatments[index];
  const now = state.treatments[index];
  if (treatment === undefined || now === undefined) throw new RangeError(`The level has no ${id}.`);
  return { treatment, now };
}
