/** Ticks of a simulated hour; 1x plays one such hour in a second. */
const TICKS_PER_SECOND_AT_1X = 20;

/** Whole ticks that one frame may take; what is beyond is dropped, so a hidden tab slows and never jumps. */
export const MAXIMUM_TICKS_PER_FRAME = 5;

/** Real time turned into ticks: how many to take now, and how far into the next one the clock stands. */
export interface ClockReading {
  /** Whole ticks to take, 0 to 5. */
  readonly ticks: number;
  /** Fraction of the next tick that has passed, 0 to below 1; pass it to the next reading. */
  readonly fraction: number;
}

/**
 * Reads the clock once a frame. Time is never owed: when a frame holds more
 * than five ticks (slow machine, hidden tab), the rest is dropped.
 *
 * @param fraction fraction of a tick left by the reading before, 0 to 1
 * @param milliseconds real time since that reading; negative or non-finite counts as none
 * @param speed multiple of one simulated hour per second
 */
export function readClock(fraction: number, milliseconds: number, speed: number): ClockReading {
  const passed = Number.isFinite(milliseconds) && milliseconds > 0 ? milliseconds : 0;
  const due = fraction + (passed / 1000) * TICKS_PER_SECOND_AT_1X * speed;
  const whole = Math.floor(due);
  if (whole > MAXIMUM_TICKS_PER_FRAME) return { ticks: MAXIMUM_TICKS_PER_FRAME, fraction: 0 };
  return { ticks: whole, fraction: due - whole };
}
