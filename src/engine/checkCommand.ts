import { TICKS_PER_HOUR } from '../model/course.ts';
import type { EngineState } from './state.ts';
import { ticksOf } from './time.ts';
import { isGivenOnce, regimenOf, treatmentIndex } from './treatments.ts';
import type { Command, CommandError, CommandErrorCode, Level, TreatmentId } from './types.ts';

/** Commands that one game may hold: more than any player gives, and its log still fits a link and every limit on input. */
export const MOST_COMMANDS = 2_000;

const MINUTES_PER_TICK = 60 / TICKS_PER_HOUR;

/**
 * Says why a command cannot be given now, or null when it can. Reads only.
 * The command may come from outside; its ids are looked up, never trusted.
 */
export function checkCommand(state: EngineState, level: Level, command: Command): CommandError | null {
  if (state.outcome !== null) return refuse('ended');
  if (state.tallies.commandsGiven >= MOST_COMMANDS) return refuse('tooMany', { maximum: MOST_COMMANDS });
  switch (command.type) {
    case 'order':
      return checkOrder(state, level, command.treatment, command.regimen);
    case 'stop':
      return checkStop(state, level, command.treatment);
    case 'lab':
      return checkLab(state, level, command.test);
    case 'oxygen':
      return checkOxygen(state, level, command.step);
    default:
      return refuse('notInLevel', { treatment: '' });
  }
}

function refuse(
  code: CommandErrorCode,
  values: Readonly<Record<string, string | number>> = {},
): CommandError {
  return { code, values };
}

function checkOrder(
  state: EngineState,
  level: Level,
  id: TreatmentId,
  regimenId: string,
): CommandError | null {
  const index = treatmentIndex(level, id);
  const treatment = level.treatments[index];
  const now = state.treatments[index];
  if (treatment === undefined || now === undefined) return refuse('notInLevel', { treatment: id });
  if (regimenOf(treatment, regimenId) === undefined) {
    return refuse('unknownRegimen', { treatment: id, regimen: regimenId });
  }
  if (now.running && now.regimen === regimenId)
    return refuse('alreadyRunning', { treatment: id, regimen: regimenId });
  if (treatment.stock !== undefined && now.dosesGiven >= treatment.stock)
    return refuse('outOfStock', { treatment: id });
  if (treatment.minimumHoursBetweenOrders !== undefined && now.orderedTick >= 0) {
    const wait = now.orderedTick + ticksOf(treatment.minimumHoursBetweenOrders) - state.tick;
    if (wait > 0) return refuse('tooSoon', { treatment: id, hours: tenthsOfHours(wait) });
  }
  return null;
}

/** Hours of a number of ticks, rounded up to a tenth. */
function tenthsOfHours(ticks: number): number {
  return -Math.floor((-ticks * 10) / TICKS_PER_HOUR) / 10;
}

function checkStop(state: EngineState, level: Level, id: TreatmentId): CommandError | null {
  const now = state.treatments[treatmentIndex(level, id)];
  if (now === undefined) return refuse('notInLevel', { treatment: id });
  if (now.running) return null;
  const onlyOnce = isGivenOnce(id) && now.dosesGiven > 0;
  return refuse(onlyOnce ? 'cannotBeTakenBack' : 'notRunning', { treatment: id });
}

function checkLab(state: EngineState, level: Level, test: string): CommandError | null {
  if (!level.labs.some((lab) => lab.id === test)) return refuse('labUnknown', { test });
  if (state.mode === 'student') return refuse('labsAreVisible', { test });
  const pending = state.labsPending.find((result) => result.test === test);
  if (pending === undefined) return null;
  return refuse('labPending', { test, minutes: (pending.readyTick - state.tick) * MINUTES_PER_TICK });
}

function checkOxygen(state: EngineState, level: Level, step: number): CommandError | null {
  if (!Number.isInteger(step) || level.oxygen[step] === undefined) return refuse('oxygenUnknown', { step });
  return step === state.oxygenStep ? refuse('oxygenSame', { step }) : null;
}
