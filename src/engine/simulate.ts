import { createGame, type GameOptions } from './createGame.ts';
import { createRecorder, type Recorder, recordTick } from './log.ts';
import type { EngineState } from './state.ts';
import { step } from './step.ts';
import type { Command, EngineEvent, Level, TimedCommand } from './types.ts';

export interface SimulateOptions extends GameOptions {
  /** Commands to give at the start of the tick of `state`, which it only reads. Each must be legal. */
  readonly decide?: (state: EngineState) => readonly Command[];
  /** Stop at this tick although the game has not ended. */
  readonly lastTick?: number;
  /** Called with the state at tick 0 and after every step. */
  readonly onTick?: (state: EngineState, events: readonly EngineEvent[]) => void;
}

/** Plays a level to its end, or to `lastTick`. Throws what createGame and step throw. */
export function simulate(level: Level, options: SimulateOptions): { state: EngineState; recorder: Recorder } {
  const { decide = noCommands, lastTick = Number.POSITIVE_INFINITY, onTick } = options;
  const state = createGame(level, options);
  const recorder = createRecorder();
  onTick?.(state, []);
  while (state.outcome === null && state.tick < lastTick) {
    const commands = decide(state);
    recordTick(recorder, state, commands);
    const events = step(state, level, commands);
    onTick?.(state, events);
  }
  return { state, recorder };
}

function noCommands(): readonly Command[] {
  return [];
}

/** Gives the commands of a list, which is in the order of ticks, at their ticks. */
export function fromCommands(
  commands: readonly TimedCommand[],
): (at: { readonly tick: number }) => readonly Command[] {
  const byTick = new Map<number, Command[]>();
  for (const { tick, command } of commands) {
    const atTick = byTick.get(tick);
    if (atTick === undefined) byTick.set(tick, [command]);
    else atTick.push(command);
  }
  return ({ tick }) => byTick.get(tick) ?? [];
}
