import { quantitiesOf } from '../model/quantities.ts';
import type { EngineState } from './state.ts';
import { hoursOf } from './time.ts';
import type { LabView, Level, Snapshot, TreatmentView } from './types.ts';

/** What the screen draws of a state; shares nothing with it that may change. */
export function snapshotOf(state: EngineState, level: Level): Snapshot {
  return {
    tick: state.tick,
    hour: hoursOf(state.tick),
    values: quantitiesOf(state.y, state.p),
    oxygenStep: state.oxygenStep,
    treatments: viewTreatments(state, level),
    labs: level.labs.map(({ id }): LabView => {
      const pending = state.labsPending.find((result) => result.test === id);
      return {
        test: id,
        results: state.labResults.filter((result) => result.test === id),
        readyHour: pending === undefined ? -1 : hoursOf(pending.readyTick),
      };
    }),
    objectives: level.objectives.map(({ id }, index) => ({ id, status: state.objectives[index] ?? 'lost' })),
    outcome: state.outcome,
  };
}

function viewTreatments(state: EngineState, level: Level): TreatmentView[] {
  const hourOrNever = (tick: number): number => (tick < 0 ? -1 : hoursOf(tick));
  return level.treatments.map(({ id, stock }, index) => {
    const now = state.treatments[index];
    if (now === undefined) throw new RangeError(`The state has no treatment ${id}.`);
    return {
      id,
      running: now.running,
      regimen: now.regimen,
      dosesGiven: now.dosesGiven,
      stockLeft: stock === undefined ? Number.POSITIVE_INFINITY : stock - now.dosesGiven,
      nextDoseHour: hourOrNever(now.nextDoseTick),
      lastDoseHour: hourOrNever(now.lastDoseTick),
    };
  });
}
