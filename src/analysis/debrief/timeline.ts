/** What a list of commands does to a body, tick by tick: the rules of play without the body. */
import { applyCommand } from '../../engine/applyCommand.ts';
import { checkCommand } from '../../engine/checkCommand.ts';
import { giveDueDoses } from '../../engine/doses.ts';
import { cloneState, type EngineState } from '../../engine/state.ts';
import { treatmentIndex } from '../../engine/treatments.ts';
import type { CommandError, EngineEvent, Level, TimedCommand } from '../../engine/types.ts';
import { doseOf } from '../../model/dosing.ts';
import { Q } from '../../model/generated/system.ts';

/** One thing that happens to the body at the start of a tick. */
export type Action =
  /** A dose: `amount` is added to a species. */
  | { readonly tick: number; readonly type: 'dose'; readonly species: number; readonly amount: number }
  /** A species that stands for a device is set. */
  | { readonly tick: number; readonly type: 'set'; readonly species: number; readonly amount: number }
  /** The oxygen ladder, whose step the endings look at. */
  | { readonly tick: number; readonly type: 'oxygen'; readonly step: number }
  /** Norepinephrine is begun, or ordered with another ceiling, µg/kg/min; the nurse titrates from this tick on. */
  | { readonly tick: number; readonly type: 'pressor'; readonly start: number; readonly ceiling: number }
  | { readonly tick: number; readonly type: 'pressorStopped' };

/** A command that the rules do not let pass where it stands. */
export interface RefusedCommand {
  readonly index: number;
  readonly error: CommandError;
}

export interface Timeline {
  /** By tick. */
  readonly actions: readonly Action[];
  /** Commands that were left out, by their place in the list. */
  readonly refused: readonly RefusedCommand[];
}

/**
 * The actions of commands in a level. Which commands are legal, and when doses are due, hangs on what was ordered
 * before and on no state of the body, so one timeline holds for every patient. Commands that the rules refuse are left
 * out; tests of the laboratory are passed over, for they change nothing in the body.
 *
 * @param base a game of the level at tick 0; it is copied
 * @param commands by tick
 * @param lastTick doses after it are not listed
 */
export function timelineOf(
  base: EngineState,
  level: Level,
  commands: readonly TimedCommand[],
  lastTick: number,
): Timeline {
  const state = cloneState(base);
  const actions: Action[] = [];
  const refused: RefusedCommand[] = [];
  const events: EngineEvent[] = [];
  let next = 0;
  for (;;) {
    const tick = Math.min(commands[next]?.tick ?? Infinity, nextDoseTick(state));
    if (tick > lastTick) break;
    state.tick = tick;
    for (; commands[next]?.tick === tick; next += 1) {
      const { command } = commands[next] as TimedCommand;
      if (command.type === 'lab') continue;
      const error = checkCommand(state, level, command);
      if (error !== null) refused.push({ index: next, error });
      else obey(state, level, commands[next] as TimedCommand, actions);
    }
    events.length = 0;
    giveDueDoses(state, level, events);
    for (const event of events) {
      if (event.type !== 'dose') continue;
      const { species, amount } = doseOf(event.treatment, event.amount);
      actions.push({ tick, type: 'dose', species, amount });
    }
  }
  return { actions, refused };
}

function nextDoseTick({ treatments }: EngineState): number {
  let tick = Infinity;
  for (const { running, nextDoseTick: due } of treatments)
    if (running && due >= 0) tick = Math.min(tick, due);
  return tick;
}

/** Applies a legal command to the rules and lists what it does to the body; doses follow by themselves. */
function obey(state: EngineState, level: Level, { tick, command }: TimedCommand, actions: Action[]): void {
  const rateBefore = state.y[Q.ne] as number;
  applyCommand(state, level, command);
  if (command.type === 'oxygen') {
    actions.push({ tick, type: 'oxygen', step: command.step });
  } else if (command.type === 'order' || command.type === 'stop') {
    if (command.treatment === 'renalReplacement')
      actions.push({ tick, type: 'set', species: Q.rrt, amount: state.y[Q.rrt] as number });
    if (command.treatment === 'norepinephrine') actions.push(pressor(state, level, tick, rateBefore));
  }
}

function pressor(state: EngineState, level: Level, tick: number, rateBefore: number): Action {
  const index = treatmentIndex(level, 'norepinephrine');
  const now = state.treatments[index];
  if (now?.running !== true) return { tick, type: 'pressorStopped' };
  const regimen = level.treatments[index]?.regimens.find(({ id }) => id === now.regimen);
  const start = rateBefore > 0 ? 0 : (state.y[Q.ne] as number);
  return { tick, type: 'pressor', start, ceiling: regimen?.amounts[0] ?? 0 };
}
