import { advanceTick } from '../model/course.ts';
import type { Patient } from '../model/triggers.ts';

/**
 * Sees one patient of a cohort at tick 0 and after every stride, and may give doses by changing `y` in place.
 * Returns false to end this patient's course. Visits of one patient come in the order of ticks; visits of
 * different patients may interleave, so a visitor keeps what it remembers per index.
 */
export type CohortVisitor = (index: number, tick: number, y: Float64Array, p: Float64Array) => boolean;

/** Runs many patients of the model without the rules of play. Every kernel gives the same bits. */
export interface CohortKernel {
  /**
   * Runs each patient until its visitor ends it. Patients are taken from the iterable one after the other as
   * there is room, so memory does not grow with their number.
   *
   * @param strideTicks ticks between two visits, at least 1
   * @throws InvariantError when a state leaves the domain of the model
   */
  run(patients: Iterable<Patient>, strideTicks: number, visit: CohortVisitor): void;
}

/** One patient after the other, in JavaScript. */
export const javascriptKernel: CohortKernel = {
  run(patients, strideTicks, visit) {
    let index = 0;
    for (const { initial, parameters } of patients) {
      const y = initial.slice();
      for (let tick = 0; visit(index, tick, y, parameters); tick += strideTicks) {
        for (let step = 0; step < strideTicks; step += 1) advanceTick(y, parameters);
      }
      index += 1;
    }
  },
};
