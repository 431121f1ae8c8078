import { expose } from 'comlink';
import { createDebriefWorker, type DebriefAnswer, type DebriefTask } from '../../analysis/debrief/tasks.ts';
import type { BatchProgram } from '../../analysis/wasmKernel.ts';
import { type ConductWork, createConductWork } from './conductWork.ts';
import { type CourseWork, createCourseWork } from './courseWork.ts';

/** All that a worker of the debrief can be asked; plain data goes in and comes out. Each worker does one part of it. */
export interface DebriefWork extends CourseWork, ConductWork {
  /** A task of the estimator; a worker keeps its virtual patients from one to the next. */
  answer(task: DebriefTask): DebriefAnswer;
  /** Also answers what is asked at this port. */
  listen(port: MessagePort): void;
}

/** @param createProgram makes the batch kernel of this worker, once it is needed */
export function createDebriefWork(createProgram: () => BatchProgram): DebriefWork {
  let estimator: ReturnType<typeof createDebriefWorker> | null = null;
  const work: DebriefWork = {
    ...createCourseWork(),
    ...createConductWork(),
    answer(task) {
      estimator ??= createDebriefWorker(createProgram());
      return estimator.answer(task);
    },
    listen: (port) => expose(work, port),
  };
  return work;
}
