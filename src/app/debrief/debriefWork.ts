import { createDebriefWorker, type DebriefAnswer, type DebriefTask } from '../../analysis/debrief/tasks.ts';
import type { BatchProgram } from '../../analysis/wasmKernel.ts';
import { type CourseWork, createCourseWork } from './courseWork.ts';

/** All that a worker of the debrief can be asked; plain data goes in and comes out. */
export interface DebriefWork extends CourseWork {
  /** A task of the estimator; a worker keeps its virtual patients from one to the next. */
  answer(task: DebriefTask): DebriefAnswer;
  /** Gets everything ready that takes time at the first call. */
  warm(): void;
}

/** @param createProgram makes the batch kernel of this worker, once it is needed */
export function createDebriefWork(createProgram: () => BatchProgram): DebriefWork {
  let estimator: ReturnType<typeof createDebriefWorker> | null = null;
  const started = () => {
    estimator ??= createDebriefWorker(createProgram());
    return estimator;
  };
  return {
    ...createCourseWork(),
    answer: (task) => started().answer(task),
    warm: () => void started(),
  };
}
