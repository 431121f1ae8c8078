/** Which hours two futures are compared at. */
import { valueAt } from '../../../app/debrief/courseMoment.ts';
import type { Course } from '../../../app/debrief/types.ts';
import { Q } from '../../../model/generated/system.ts';

const TICKS_PER_HOUR = 20;

/** Hour of the level at which a course was over. */
export function endHour({ endTick }: Course): number {
  return endTick / TICKS_PER_HOUR;
}

/** The whole hour at or after which both courses are over. */
export function lastHour(played: Course, best: Course): number {
  return Math.ceil(Math.max(endHour(played), endHour(best)));
}

/**
 * The whole hour to look at first: where SOFA differs most while both courses go on, of several such hours the one where
 * IL-6 differs most too, and of these the first. Half way through the shorter course when nothing ever differs.
 */
export function firstHour(played: Course, best: Course): number {
  const until = Math.floor(Math.min(endHour(played), endHour(best)));
  let chosen = Math.round(until / 2);
  let [mostSofa, mostIl6] = [0, 0];
  for (let hour = 0; hour <= until; hour += 1) {
    const sofa = Math.abs(valueAt(played, Q.SOFA, hour) - valueAt(best, Q.SOFA, hour));
    const il6 = Math.abs(logIl6(played, hour) - logIl6(best, hour));
    if (sofa > mostSofa || (sofa === mostSofa && il6 > mostIl6))
      [chosen, mostSofa, mostIl6] = [hour, sofa, il6];
  }
  return chosen;
}

function logIl6(course: Course, hour: number): number {
  return Math.log10(Math.max(valueAt(course, Q.IL6, hour), 1e-3));
}
