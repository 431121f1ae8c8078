import { applyCommand } from './applyCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { cloneState, type EngineState } from './state.ts';
import type { Command, CommandError, Level } from './types.ts';

/**
 * Says why the commands of one tick cannot be given in this order, or null
 * when they can: what the first that is refused is refused for. Reads only;
 * each is tried on a copy after those before it, because they may depend on them.
 */
export function checkCommands(
  state: EngineState,
  level: Level,
  commands: readonly Command[],
): CommandError | null {
  const trial = commands.length > 1 ? cloneState(state) : state;
  for (const [index, command] of commands.entries()) {
    const error = checkCommand(trial, level, command);
    if (error !== null) return error;
    if (index < commands.length - 1) applyCommand(trial, level, command);
  }
  return null;
}
