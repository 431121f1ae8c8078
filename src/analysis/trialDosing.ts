/** Courses of doses: when each is due, and what it puts into the patient. */
import { nextUnit, type RandomState } from '../math/random.ts';
import { giveDose } from '../model/dosing.ts';
import { type Bounds, boundsOf, hold, type Readings } from './trialConditions.ts';
import type { DosingRule, Start } from './trialTypes.ts';

/** One course in one patient. */
export interface Course {
  readonly treatment: string;
  readonly amount: number;
  readonly everyHours: number;
  readonly when: Bounds;
  readonly stop: Bounds;
  /** Hours after the trigger. */
  next: number;
  /** Doses still to come. */
  left: number;
  begun: boolean;
}

/** Hours after the trigger from which starts are counted. */
export interface Origins {
  readonly entry: number;
  readonly symptoms: number;
  readonly illness: 0;
  readonly pulse: number;
}

/** The course of a rule in a patient. `unit` in 0 to 1 is the patient's draw for a start within a range. */
export function createCourse(rule: DosingRule, origins: Origins, weightKg: number, unit: number): Course {
  const { treatment, amount, perKg, everyHours = 0, count = 1, start } = rule;
  return {
    treatment,
    amount: perKg ? Math.min(amount * weightKg, perKg.maximum) : amount,
    everyHours,
    when: boundsOf(rule.when),
    stop: boundsOf(rule.stop),
    next: origins[start.from] + hoursOf(start, unit),
    left: count,
    begun: false,
  };
}

/** Whole hours of a start, drawn evenly from its range. */
function hoursOf({ hours }: Start, unit: number): number {
  if (typeof hours === 'number') return hours;
  const [least, most] = hours;
  return Math.floor(least + (most - least) * unit + 0.5);
}

/** The draws that `rules` need from a patient's stream: one for each, so that no rule shifts another. */
export function drawUnits(rules: readonly unknown[], stream: RandomState): number[] {
  return rules.map(() => nextUnit(stream));
}

/** A course that goes on by itself from where this one stands. */
export function copyCourse(course: Course): Course {
  return { ...course };
}

/** Gives the dose that is due at `hour` after the trigger, if one is, by changing y in place. */
export function giveDue(course: Course, hour: number, readings: Readings, y: Float64Array): void {
  if (course.left <= 0 || hour < course.next) return;
  if (course.stop.length > 0 && hold(course.stop, readings)) {
    course.left = 0;
    return;
  }
  if (!course.begun && !hold(course.when, readings)) return;
  course.begun = true;
  giveDose(y, course.treatment, course.amount);
  course.left -= 1;
  course.next = hour + course.everyHours;
}
