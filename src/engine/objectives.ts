import { Q, type QuantityId } from '../model/generated/system.ts';
import type { EngineState } from './state.ts';
import { ticksOf } from './time.ts';
import type { EngineEvent, Level, Objective, ObjectiveStatus } from './types.ts';

/** True when an objective asks for something to be reached, not to be kept. */
function isToReach({ rule }: Objective): boolean {
  return rule === 'reachBelow' || rule === 'reachAbove';
}

/** True while a value satisfies the objective; the limit itself does. */
export function isMet({ quantity, rule, limit }: Objective, values: Float64Array): boolean {
  const value = values[Q[quantity as QuantityId]] as number;
  return rule === 'keepBelow' || rule === 'reachBelow' ? value <= limit : value >= limit;
}

/** Where an objective stands before the first tick. */
export function firstStatus(objective: Objective, values: Float64Array): ObjectiveStatus {
  const met = isMet(objective, values);
  if (isToReach(objective)) return met ? 'reached' : 'open';
  return met ? 'kept' : 'lost';
}

/** Marks the objectives that are reached or lost at this tick; both are for good. Mutates `state`. */
export function checkObjectives(
  state: Pick<EngineState, 'tick' | 'objectives'>,
  level: Pick<Level, 'objectives' | 'horizonHours'>,
  values: Float64Array,
  events: EngineEvent[],
): void {
  level.objectives.forEach((objective, index) => {
    const before = state.objectives[index];
    if (before !== 'kept' && before !== 'open') return;
    const after = nextStatus(objective, before, values, isOverdue(objective, state, level));
    if (after === before) return;
    state.objectives[index] = after;
    const type = after === 'reached' ? 'objectiveReached' : 'objectiveLost';
    events.push({ type, tick: state.tick, objective: objective.id });
  });
}

function nextStatus(
  objective: Objective,
  before: 'kept' | 'open',
  values: Float64Array,
  overdue: boolean,
): ObjectiveStatus {
  const met = isMet(objective, values);
  if (before === 'kept') return met ? 'kept' : 'lost';
  if (met) return 'reached';
  return overdue ? 'lost' : 'open';
}

function isOverdue(
  { byHour }: Objective,
  { tick }: Pick<EngineState, 'tick'>,
  { horizonHours }: Pick<Level, 'horizonHours'>,
): boolean {
  return tick >= ticksOf(Math.min(byHour ?? horizonHours, horizonHours));
}

/** True while something is still to be reached: nobody is discharged before its verdict. */
export function isSomethingOpen({ objectives }: Pick<EngineState, 'objectives'>): boolean {
  return objectives.includes('open');
}

/** What was still to be reached when the game ended never will be. Mutates `state`. */
export function closeObjectives(state: Pick<EngineState, 'objectives'>): void {
  state.objectives.forEach((status, index) => {
    if (status === 'open') state.objectives[index] = 'lost';
  });
}
