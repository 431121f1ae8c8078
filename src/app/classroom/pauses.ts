/** Shortest and longest pause before something is tried again, milliseconds. */
const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * Milliseconds before the next try. They double up to half a minute, and spread over the upper half, so that a class
 * that lost its server at one moment does not come back at one moment.
 *
 * @param failures how often it has failed in a row, from 1
 * @param random between 0 and 1
 */
export function pauseAfter(failures: number, random: number): number {
  const most = Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1));
  return most * (0.5 + random / 2);
}
