import { Q, type QuantityId } from '../model/generated/system.ts';
import type { EngineState } from './state.ts';
import type { EngineEvent, Level, Objective } from './types.ts';

/** True while a value satisfies the objective; the limit itself does. */
export function isKept(objective: Objective, values: Float64Array): boolean {
  const value = values[Q[objective.quantity as QuantityId]] as number;
  return objective.rule === 'keepBelow' ? value <= objective.limit : value >= objective.limit;
}

/** Marks the objectives that are lost at this tick; a lost one stays lost. Mutates `state`. */
export function checkObjectives(
  state: EngineState,
  level: Level,
  values: Float64Array,
  events: EngineEvent[],
): void {
  level.objectives.forEach((objective, index) => {
    if (state.objectivesKept[index] !== true || isKept(objective, values)) return;
    state.objectivesKept[index] = false;
    events.push({ type: 'objectiveLost', tick: state.tick, objective: objective.id });
  });
}
