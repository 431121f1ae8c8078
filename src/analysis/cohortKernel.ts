import { advanceTick, TICK_HOURS } from '../model/course.ts';
import type { Patient } from '../model/triggers.ts';

/**
 * Sees one patient of a cohort at tick 0 and after every stride, and may give doses by changing `y` in place.
 * Returns false to end this patient's course. Visits of one patient come in the order of ticks; visits of
 * different patients may interleave, so a visitor keeps what it remembers per index. `p` holds for the whole
 * course and is not to be changed; `y` is only to be read and written during the visit.
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

/** How a kernel steps. */
export interface KernelOptions {
  /** Length of a step in hours, a tick unless said otherwise; what is called tick then counts such steps. */
  readonly stepHours?: number;
}

/** One patient after the other, in JavaScript. */
export function createJavascriptKernel({ stepHours = TICK_HOURS }: KernelOptions = {}): CohortKernel {
  return {
    run(patients, strideTicks, visit) {
      let index = 0;
      for (const { initial, parameters } of patients) {
        const y = initial.slice();
        for (let tick = 0; visit(index, tick, y, parameters); tick += strideTicks) {
          for (let step = 0; step < strideTicks; step += 1) advanceTick(y, parameters, stepHours);
        }
        index += 1;
      }
    },
  };
}

/** The JavaScript kernel with steps of one tick. */
export const javascriptKernel: CohortKernel = createJavascriptKernel();
