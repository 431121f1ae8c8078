/** The stated set of what could have been done instead: each order or none, now or within the next twelve hours. */
import { ticksOf } from '../../engine/time.ts';
import type { Command, Level, TimedCommand, TreatmentId } from '../../engine/types.ts';
import type { Change } from './types.ts';

/** One course of action in place of the one that was taken. */
export interface Alternative {
  readonly change: Change;
  readonly commands: readonly TimedCommand[];
  /** Place in `commands` of what is new in it, which must be legal; -1 when nothing is. */
  readonly added: number;
}

/** Hours by which a decision is put off. */
const LATER_HOURS = [3, 6, 12] as const;

/** Every command of a level but tests, which change nothing in the patient. */
export function commandsOf(level: Level): readonly Command[] {
  return [
    ...level.treatments.flatMap(({ id, regimens }): Command[] => [
      ...regimens.map((regimen): Command => ({ type: 'order', treatment: id, regimen: regimen.id })),
      { type: 'stop', treatment: id },
    ]),
    ...level.oxygen.map((_, step): Command => ({ type: 'oxygen', step })),
  ];
}

/** What a command is about: a treatment, oxygen, or the laboratory. */
export function subjectOf(command: Command): string {
  return command.type === 'oxygen' || command.type === 'lab' ? command.type : command.treatment;
}

/** True for an order of something that had nothing to act on: the game itself counts such a dose as waste. */
export function isIdle(command: Command, idle: readonly TreatmentId[]): boolean {
  return command.type === 'order' && idle.includes(command.treatment);
}

export function isSameCommand(a: Command, b: Command): boolean {
  if (a.type === 'order') return b.type === 'order' && a.treatment === b.treatment && a.regimen === b.regimen;
  if (a.type === 'stop') return b.type === 'stop' && a.treatment === b.treatment;
  if (a.type === 'lab') return b.type === 'lab' && a.test === b.test;
  return b.type === 'oxygen' && a.step === b.step;
}

/** The commands with one more, which comes after those of its tick. */
export function withOrder(
  commands: readonly TimedCommand[],
  to: TimedCommand,
): { readonly commands: readonly TimedCommand[]; readonly added: number } {
  const later = commands.findIndex(({ tick }) => tick > to.tick);
  const added = later < 0 ? commands.length : later;
  return { commands: [...commands.slice(0, added), to, ...commands.slice(added)], added };
}

function without(commands: readonly TimedCommand[], index: number): readonly TimedCommand[] {
  return commands.filter((_, place) => place !== index);
}

export function leaveOut(commands: readonly TimedCommand[], index: number): Alternative {
  return { change: { type: 'none' }, commands: without(commands, index), added: -1 };
}

/** A command at another tick. */
export function move(commands: readonly TimedCommand[], index: number, tick: number): Alternative {
  const to = { tick, command: (commands[index] as TimedCommand).command };
  return { change: { type: 'move', to }, ...withOrder(without(commands, index), to) };
}

/** Another command in the place of one, which is where it stood. */
export function replace(commands: readonly TimedCommand[], index: number, command: Command): Alternative {
  const to = { tick: (commands[index] as TimedCommand).tick, command };
  const changed = commands.map((timed, place) => (place === index ? to : timed));
  return { change: { type: 'order', to }, commands: changed, added: index };
}

/** A command beside what was done. */
export function add(commands: readonly TimedCommand[], to: TimedCommand): Alternative {
  return { change: { type: 'order', to }, ...withOrder(commands, to) };
}

/** Everything by the guideline from a tick on; `orders` are what it orders for the real patient from there. */
export function byGuideline(
  commands: readonly TimedCommand[],
  fromTick: number,
  orders: readonly TimedCommand[],
): Alternative {
  const before = commands.filter(({ tick }) => tick < fromTick);
  return { change: { type: 'guideline', fromTick }, commands: [...before, ...orders], added: -1 };
}

/** What could have been done with this decision alone: leave it out, put it off. */
export function ownAlternatives(
  commands: readonly TimedCommand[],
  index: number,
  lastTick: number,
): readonly [Alternative, ...Alternative[]] {
  const { tick, command } = commands[index] as TimedCommand;
  // Put off beyond the next word on the same thing, it would undo that instead of coming later.
  const next = commands.find(
    (timed, place) => place > index && subjectOf(timed.command) === subjectOf(command),
  );
  const end = Math.min(lastTick, next?.tick ?? lastTick);
  const later = LATER_HOURS.map((hours) => tick + ticksOf(hours)).filter((moved) => moved < end);
  return [leaveOut(commands, index), ...later.map((moved) => move(commands, index, moved))];
}

/** What else could have been ordered in its place at its tick. */
export function otherAlternatives(
  level: Level,
  commands: readonly TimedCommand[],
  index: number,
  idle: readonly TreatmentId[],
): readonly Alternative[] {
  const { command } = commands[index] as TimedCommand;
  return commandsOf(level)
    .filter((other) => !isSameCommand(other, command) && !isIdle(other, idle))
    .map((other) => replace(commands, index, other));
}

/** The same other orders in its place, each at the later hours: the decision is left out, and the other comes then. */
export function laterAlternatives(
  commands: readonly TimedCommand[],
  index: number,
  others: readonly Alternative[],
  lastTick: number,
): readonly Alternative[] {
  const left = without(commands, index);
  return others.flatMap(({ change }) =>
    change.type !== 'order'
      ? []
      : LATER_HOURS.map((hours) => ({ tick: change.to.tick + ticksOf(hours), command: change.to.command }))
          .filter(({ tick }) => tick < lastTick)
          .map((to): Alternative => ({ change: { type: 'order', to }, ...withOrder(left, to) })),
  );
}
