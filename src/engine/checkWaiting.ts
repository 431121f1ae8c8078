import { applyCommand } from './applyCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { cloneState, type EngineState } from './state.ts';
import type { Command, CommandError, Level } from './types.ts';

/**
 * Checks a command that will be given at the next boundary together with others
 * that already wait there, for instance while the game is paused. Changes nothing.
 *
 * @param waiting commands that were accepted for the same tick, in order
 */
export function checkWaiting(
  state: EngineState,
  level: Level,
  waiting: readonly Command[],
  command: Command,
): CommandError | null {
  if (waiting.length === 0) return checkCommand(state, level, command);
  const after = cloneState(state);
  for (const earlier of waiting) {
    if (checkCommand(after, level, earlier) === null) applyCommand(after, level, earlier);
  }
  return checkCommand(after, level, command);
}
