import { advanceTick, InvariantError } from '../model/course.ts';
import { quantitiesOf } from '../model/quantities.ts';
import { applyCommand } from './applyCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { giveDueDoses, titrateNorepinephrine } from './doses.ts';
import { checkEnding } from './endings.ts';
import { deliverResults } from './labs.ts';
import { checkObjectives, closeObjectives } from './objectives.ts';
import type { EngineState } from './state.ts';
import { addTick } from './tallies.ts';
import type { Command, EngineEvent, Level } from './types.ts';

/**
 * Advances the game by exactly one tick, in place: commands and doses at the
 * boundary, one step of the model, then what the new moment brings. A game
 * that has ended stays as it is.
 *
 * @param commands each let pass by checkCommand, in the order given
 * @throws Error on a command that checkCommand refuses; check before, this is not how a player is told
 * @throws InvariantError naming the species and the tick when the state leaves the domain of the model
 */
export function step(state: EngineState, level: Level, commands: readonly Command[]): EngineEvent[] {
  const events: EngineEvent[] = [];
  for (const command of commands) {
    const refused = checkCommand(state, level, command);
    if (refused !== null) throw new Error(`Command refused at tick ${state.tick}: ${refused.code}`);
    applyCommand(state, level, command);
    events.push({ type: 'command', tick: state.tick, command });
  }
  if (state.outcome !== null) return events;
  giveDueDoses(state, level, events);
  titrateNorepinephrine(state, level);
  advance(state);
  const values = quantitiesOf(state.y, state.p);
  addTick(state, values);
  deliverResults(state, events);
  checkObjectives(state, level, values, events);
  const kind = checkEnding(state, level, values);
  if (kind !== null) {
    closeObjectives(state);
    state.outcome = { kind, tick: state.tick };
    events.push({ type: 'ended', tick: state.tick, outcome: state.outcome });
  }
  return events;
}

function advance(state: EngineState): void {
  try {
    advanceTick(state.y, state.p);
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    throw new InvariantError(`${error.message} at tick ${state.tick}`);
  }
  state.tick += 1;
}
