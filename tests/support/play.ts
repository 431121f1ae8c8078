/** Playing short games in tests. */
import { createGame } from '../../src/engine/createGame.ts';
import type { EngineState } from '../../src/engine/state.ts';
import { step } from '../../src/engine/step.ts';
import { ticksOf } from '../../src/engine/time.ts';
import type { Command, EngineEvent, Level, Mode, TreatmentId } from '../../src/engine/types.ts';

export interface Game {
  readonly level: Level;
  readonly state: EngineState;
  /** Gives commands at the next boundary and advances one tick. */
  give(...commands: Command[]): readonly EngineEvent[];
  /** Advances by hours; returns what happened. */
  wait(hours: number): readonly EngineEvent[];
}

export function startGame(level: Level, mode: Mode = 'student', seed = 1): Game {
  const state = createGame(level, { seed, mode });
  return {
    level,
    state,
    give: (...commands) => step(state, level, commands),
    wait(hours) {
      const events: EngineEvent[] = [];
      for (let tick = ticksOf(hours); tick > 0; tick--) events.push(...step(state, level, []));
      return events;
    },
  };
}

export const order = (treatment: TreatmentId, regimen: string): Command => ({
  type: 'order',
  treatment,
  regimen,
});
export const stop = (treatment: TreatmentId): Command => ({ type: 'stop', treatment });
export const oxygen = (step: number): Command => ({ type: 'oxygen', step });

/** Hours and amounts of the doses of one treatment among events. */
export function dosesIn(
  events: readonly EngineEvent[],
  treatment: TreatmentId,
): readonly (readonly [number, number])[] {
  return events.flatMap((event) =>
    event.type === 'dose' && event.treatment === treatment ? [[event.tick / 20, event.amount] as const] : [],
  );
}
