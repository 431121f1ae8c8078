import { applyCommand } from '../engine/applyCommand.ts';
import { checkCommand } from '../engine/checkCommand.ts';
import { cloneState, type EngineState } from '../engine/state.ts';
import { hoursOf } from '../engine/time.ts';
import type { Command, Level } from '../engine/types.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import { Q, type QuantityId } from '../model/generated/system.ts';
import { quantitiesOf } from '../model/quantities.ts';

/**
 * What a policy may look at: true values, in either mode. A policy stands for
 * a way of treating, not for a way of measuring, so it orders no tests to know.
 */
export interface Observation {
  readonly level: Level;
  /** Hours since tick 0, and since the start of the illness. */
  readonly hour: number;
  readonly illnessHour: number;
  /** Read only. */
  readonly state: EngineState;
  /** Value of a quantity of the model in its own unit. */
  value(id: QuantityId): number;
}

/** Decides at the start of every hour. Proposals that the rules refuse at that moment are dropped. */
export type Policy = (observation: Observation) => readonly Command[];

/** Turns a policy of a level into what `simulate` calls at every tick. */
export function decideHourly(level: Level, policy: Policy): (state: EngineState) => readonly Command[] {
  return (state) =>
    state.tick % TICKS_PER_HOUR === 0 ? legalOnes(state, level, policy(observe(state, level))) : [];
}

function observe(state: EngineState, level: Level): Observation {
  const values = quantitiesOf(state.y, state.p);
  const hour = hoursOf(state.tick);
  return {
    level,
    hour,
    illnessHour: level.patient.hoursBefore + hour,
    state,
    value: (id) => values[Q[id]] as number,
  };
}

/** Those of the proposals that are legal one after the other. */
function legalOnes(state: EngineState, level: Level, proposals: readonly Command[]): readonly Command[] {
  if (proposals.length === 0) return proposals;
  const trial = cloneState(state);
  return proposals.filter((command) => {
    if (checkCommand(trial, level, command) !== null) return false;
    applyCommand(trial, level, command);
    return true;
  });
}
