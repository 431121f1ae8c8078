import { TICK_HOURS } from '../model/course.ts';
import { Q } from '../model/generated/system.ts';
import { SECOND_INFECTION } from './endings.ts';
import type { EngineState, Tallies } from './state.ts';
import { isNorepinephrineWithoutUse, isOxygenWithoutUse } from './usefulness.ts';

export function createTallies(): Tallies {
  return {
    sofaHours: 0,
    guardLostHours: 0,
    secondInfectionTicks: 0,
    commandsGiven: 0,
    testsOrdered: 0,
    testsTooSoon: 0,
    norepinephrineTicksWithoutUse: 0,
    oxygenTicksWithoutUse: 0,
  };
}

/** Adds the tick that has just passed. `values` at its end, in the order of QUANTITIES. Mutates `state.tallies`. */
export function addTick(state: EngineState, values: Float64Array): void {
  const { tallies } = state;
  tallies.sofaHours += (values[Q.SOFA] as number) * TICK_HOURS;
  tallies.guardLostHours += (1 - (values[Q.guard] as number)) * TICK_HOURS;
  if ((values[Q.B] as number) >= SECOND_INFECTION) tallies.secondInfectionTicks += 1;
  if (isNorepinephrineWithoutUse(values)) tallies.norepinephrineTicksWithoutUse += 1;
  if (isOxygenWithoutUse(values, state.oxygenStep)) tallies.oxygenTicksWithoutUse += 1;
}
