import type { TimedCommand } from '../../engine/types.ts';
import { sameCommand } from './editCommands.ts';

/** The first tick at which two lists of commands, each in the order of ticks, ask for something else; Infinity for none. */
export function firstDifference(a: readonly TimedCommand[], b: readonly TimedCommand[]): number {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const [one, other] = [a[i], b[i]];
    if (one && other && one.tick === other.tick && sameCommand(one.command, other.command)) continue;
    return Math.min(one?.tick ?? Number.POSITIVE_INFINITY, other?.tick ?? Number.POSITIVE_INFINITY);
  }
  return Number.POSITIVE_INFINITY;
}
