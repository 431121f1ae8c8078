import { checkState, ROUNDING, TICK_HOURS } from '../model/course.ts';
import { BATCH_LAYOUT } from '../model/generated/batchKernel.ts';
import type { Patient } from '../model/triggers.ts';
import type { CohortKernel, CohortVisitor, KernelOptions } from './cohortKernel.ts';

/**
 * The module BATCH_KERNEL (src/model/generated/batchKernel.ts) as a host has instantiated it. This floor has no
 * WebAssembly of its own.
 */
export interface BatchProgram {
  /** All of the module's memory as doubles. */
  readonly memory: Float64Array;
  /** Computes what depends on parameters alone; to be called when parameters in the memory have changed. */
  prepare(): void;
  /** Makes so many steps of so many hours; stops with 0 after one that left a value below `least` or not finite. */
  advance(steps: number, hours: number, least: number): number;
  /** The same with steps of `first` hours for the patient in lane 0 and `second` for the one in lane 1. */
  advanceEach(steps: number, first: number, second: number, least: number): number;
}

const LANES = 2;

/** A patient in one lane of the program. */
interface Course {
  readonly index: number;
  readonly parameters: Float64Array;
  readonly y: Float64Array;
  tick: number;
}

/**
 * Two patients at once in WebAssembly, with the bits of the JavaScript kernel. The lanes do not wait for each
 * other: where a patient ends, the next one begins.
 */
export function createWasmKernel(
  program: BatchProgram,
  { stepHours = TICK_HOURS }: KernelOptions = {},
): CohortKernel {
  return {
    run(patients, strideTicks, visit) {
      const queue = startQueue(patients, visit);
      try {
        const lanes = [queue.next(), queue.next()];
        lanes.forEach((_, lane) => {
          loadParameters(program, lanes, lane);
        });
        while (lanes.some((course) => course !== null)) {
          loadStates(program, lanes);
          if (program.advance(strideTicks, stepHours, ROUNDING) === 0) throwFirst(program, lanes);
          visitAll(program, lanes, strideTicks, visit, queue);
        }
      } finally {
        queue.end();
      }
    },
  };
}

interface Queue {
  /** The next patient who does not end at tick 0, or null when there is none. */
  next(): Course | null;
  end(): void;
}

function startQueue(patients: Iterable<Patient>, visit: CohortVisitor): Queue {
  const iterator = patients[Symbol.iterator]();
  let index = 0;
  let open = true;
  return {
    next() {
      while (open) {
        const { done, value } = iterator.next();
        if (done === true) {
          open = false;
          break;
        }
        const course = { index, parameters: value.parameters, y: value.initial.slice(), tick: 0 };
        index += 1;
        if (visit(course.index, 0, course.y, course.parameters)) return course;
      }
      return null;
    },
    end() {
      if (open) iterator.return?.();
    },
  };
}

type Lanes = (Course | null)[];

/** An empty lane computes the patient of the other one again, so that it never leaves the domain by itself. */
function courseOf(lanes: Lanes, lane: number): Course | null {
  return lanes[lane] ?? lanes.find((course) => course !== null) ?? null;
}

function put(program: BatchProgram, place: number, values: Float64Array, lane: number): void {
  const { memory } = program;
  for (let i = 0; i < values.length; i += 1) memory[place + LANES * i + lane] = values[i] as number;
}

function loadParameters(program: BatchProgram, lanes: Lanes, lane: number): void {
  const course = courseOf(lanes, lane);
  if (course === null) return;
  put(program, BATCH_LAYOUT.parameters, course.parameters, lane);
  program.prepare();
}

function loadStates(program: BatchProgram, lanes: Lanes): void {
  for (let lane = 0; lane < LANES; lane += 1) {
    const course = courseOf(lanes, lane);
    if (course !== null) put(program, BATCH_LAYOUT.state, course.y, lane);
  }
}

function readState({ memory }: BatchProgram, { y }: Course, lane: number): void {
  const place = BATCH_LAYOUT.state + lane;
  for (let i = 0; i < y.length; i += 1) y[i] = memory[place + LANES * i] as number;
}

/** Throws what the JavaScript kernel would throw; of two patients for the one who came first. */
function throwFirst(program: BatchProgram, lanes: Lanes): never {
  lanes.forEach((course, lane) => {
    if (course !== null) readState(program, course, lane);
  });
  const courses = lanes.filter((course) => course !== null).sort((a, b) => a.index - b.index);
  for (const { y } of courses) checkState(y);
  throw new Error('the batch kernel stopped at states that are in order');
}

function visitAll(
  program: BatchProgram,
  lanes: Lanes,
  strideTicks: number,
  visit: CohortVisitor,
  queue: Queue,
): void {
  for (let lane = 0; lane < LANES; lane += 1) {
    const course = lanes[lane];
    if (!course) continue;
    readState(program, course, lane);
    course.tick += strideTicks;
    if (visit(course.index, course.tick, course.y, course.parameters)) continue;
    lanes[lane] = queue.next();
    loadParameters(program, lanes, lane);
  }
}
