/**
 * What the rules of play make of a list of orders: when each treatment ran and when it was given last. None of that
 * depends on the body, so the rules are walked with a healthy one that stands still.
 */
import { applyCommand } from '../../engine/applyCommand.ts';
import { checkCommand } from '../../engine/checkCommand.ts';
import { createGame } from '../../engine/createGame.ts';
import { giveDueDoses } from '../../engine/doses.ts';
import { fromCommands } from '../../engine/simulate.ts';
import { snapshotOf } from '../../engine/snapshot.ts';
import type { EngineState } from '../../engine/state.ts';
import type { EngineEvent, Level, Snapshot, TimedCommand, TreatmentId } from '../../engine/types.ts';

/** Hours of the level over which an order ran. A single dose begins and ends at one tick. */
export interface Run {
  readonly treatment: TreatmentId;
  readonly regimen: string;
  readonly fromTick: number;
  readonly toTick: number;
}

/** Treatments and step of oxygen at a tick, after the orders and doses of the ticks before it. */
export function orderedAt(
  level: Level,
  commands: readonly TimedCommand[],
  tick: number,
): Pick<Snapshot, 'treatments' | 'oxygenStep'> {
  const state = restingGame(level);
  walk(state, level, commands, tick, () => undefined);
  const { treatments, oxygenStep } = snapshotOf(state, level);
  return { treatments, oxygenStep };
}

/** Every run of a treatment from tick 0 to `endTick`, by the tick at which it began. */
export function runsOf(level: Level, commands: readonly TimedCommand[], endTick: number): readonly Run[] {
  const state = restingGame(level);
  const runs: Run[] = [];
  const open = new Map<TreatmentId, Run>();
  const close = (treatment: TreatmentId, toTick: number): void => {
    const run = open.get(treatment);
    if (run) runs.push({ ...run, toTick });
    open.delete(treatment);
  };
  walk(state, level, commands, endTick, (events) => {
    for (const event of events) {
      if (event.type === 'courseEnded') close(event.treatment, event.tick);
      if (event.type !== 'command' || event.command.type === 'lab' || event.command.type === 'oxygen')
        continue;
      const { treatment } = event.command;
      close(treatment, event.tick);
      if (event.command.type === 'order') {
        const { regimen } = event.command;
        open.set(treatment, { treatment, regimen, fromTick: event.tick, toTick: event.tick });
      }
    }
  });
  for (const treatment of [...open.keys()]) close(treatment, endTick);
  return runs.sort((a, b) => a.fromTick - b.fromTick);
}

/** The level's game at tick 0 without the illness before it, which would take most of the time. */
function restingGame(level: Level): EngineState {
  const rested = { ...level, patient: { ...level.patient, hoursBefore: 0 } };
  return createGame(rested, { mode: 'clinician', seed: 0 });
}

/** Gives orders and doses up to the start of `endTick`. What the rules refuse is left out. */
function walk(
  state: EngineState,
  level: Level,
  commands: readonly TimedCommand[],
  endTick: number,
  onEvents: (events: readonly EngineEvent[]) => void,
): void {
  const commandsAt = fromCommands(commands);
  const given = commands.map(({ tick }) => tick);
  while (state.tick < endTick) {
    const events: EngineEvent[] = [];
    for (const command of commandsAt(state)) {
      if (command.type === 'lab' || checkCommand(state, level, command) !== null) continue;
      applyCommand(state, level, command);
      events.push({ type: 'command', tick: state.tick, command });
    }
    giveDueDoses(state, level, events);
    if (events.length > 0) onEvents(events);
    state.tick = nextTick(state, given, endTick);
  }
}

/** The next tick at which something is ordered or due; between two of them nothing happens. */
function nextTick({ tick, treatments }: EngineState, given: readonly number[], endTick: number): number {
  const coming = [...given, ...treatments.map((treatment) => treatment.nextDoseTick)];
  return coming.reduce((next, at) => (at > tick ? Math.min(next, at) : next), endTick);
}
