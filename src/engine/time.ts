/** Time is always tick x TICK_HOURS, never accumulated. */
import { TICKS_PER_HOUR } from '../model/course.ts';

export const HOURS_PER_DAY = 24;

/** The whole number of ticks nearest to `hours`. */
export function ticksOf(hours: number): number {
  return Math.floor(hours * TICKS_PER_HOUR + 0.5);
}

/** Hours since the player took over, at the start of `tick`. */
export function hoursOf(tick: number): number {
  return tick / TICKS_PER_HOUR;
}
