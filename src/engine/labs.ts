import { nextNormalLike } from '../math/random.ts';
import { Q } from '../model/generated/system.ts';
import { quantitiesOf } from '../model/quantities.ts';
import type { EngineState } from './state.ts';
import { ticksOf } from './time.ts';
import type { EngineEvent, LabId, LabResult, Level } from './types.ts';
import { isTestTooSoon } from './usefulness.ts';

/**
 * Takes a sample now; its result is ready after the turnaround. The noise is
 * drawn now, so that one log gives one trajectory whatever is shown when.
 * Mutates the stream of the test and the tallies.
 */
export function createSample(state: EngineState, level: Level, test: LabId): LabResult {
  const index = level.labs.findIndex((candidate) => candidate.id === test);
  const lab = level.labs[index];
  const stream = state.streams.labs[index];
  if (lab === undefined || stream === undefined) throw new RangeError(`The level has no test ${test}.`);
  const truth = quantitiesOf(state.y, state.p)[Q[test]] as number;
  state.tallies.testsOrdered += 1;
  if (isTestTooSoon(state, test, truth)) state.tallies.testsTooSoon += 1;
  const value = truth * assayFactor(lab.noise, nextNormalLike(stream));
  return { test, orderedTick: state.tick, readyTick: state.tick + ticksOf(lab.turnaroundHours), value };
}

/**
 * Multiplier of an assay whose coefficient of variation is `spread`: median 1,
 * always positive, near log-normal, without a logarithm.
 */
export function assayFactor(spread: number, normal: number): number {
  const shift = spread * normal;
  return shift + Math.sqrt(1 + shift * shift);
}

/** Moves the samples that are ready at this tick to the results. Mutates `state`. */
export function deliverResults(state: EngineState, events: EngineEvent[]): void {
  if (state.labsPending.length === 0) return;
  const pending: LabResult[] = [];
  for (const result of state.labsPending) {
    if (result.readyTick > state.tick) {
      pending.push(result);
    } else {
      state.labResults.push(result);
      events.push({ type: 'lab', tick: state.tick, result });
    }
  }
  state.labsPending = pending;
}
