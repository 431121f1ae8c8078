/** Editing the decisions of a game: what could have been. Pure functions; the rules of play judge the outcome elsewhere. */
import type { Command, TimedCommand } from '../../engine/types.ts';

/** A decision that keeps its name while it is moved and changed. */
export interface Decision extends TimedCommand {
  /** Unique within its list, and never used again in it. */
  readonly id: number;
  /** What was played, or null for a decision that was added. */
  readonly played: TimedCommand | null;
}

/** The decisions of a log, as they were played. */
export function decisionsOf(commands: readonly TimedCommand[]): readonly Decision[] {
  return commands.map((played, id) => ({ ...played, id, played }));
}

/** Moves one decision to the whole tick nearest to `tick`, between 0 and `lastTick`. */
export function moveDecision(
  decisions: readonly Decision[],
  id: number,
  tick: number,
  lastTick: number,
): readonly Decision[] {
  const target = Math.min(Math.max(Math.round(tick), 0), lastTick);
  return changeOne(decisions, id, (decision) =>
    decision.tick === target ? decision : { ...decision, tick: target },
  );
}

/** Puts another command in the place of one decision, such as another dose of the same treatment. */
export function changeDecision(
  decisions: readonly Decision[],
  id: number,
  command: Command,
): readonly Decision[] {
  return changeOne(decisions, id, (decision) => ({ ...decision, command }));
}

export function deleteDecision(decisions: readonly Decision[], id: number): readonly Decision[] {
  return decisions.filter((decision) => decision.id !== id);
}

/** Adds a decision, which gets the id `nextId`. */
export function addDecision(
  decisions: readonly Decision[],
  nextId: number,
  { tick, command }: TimedCommand,
): readonly Decision[] {
  return [...decisions, { id: nextId, tick, command, played: null }];
}

/**
 * The decisions as commands in the order of ticks, as a log has them. Those of one tick keep the order in which they
 * were given: what was played before what was added.
 */
export function commandsOf(decisions: readonly Decision[]): readonly TimedCommand[] {
  return decisions
    .toSorted((a, b) => a.tick - b.tick || a.id - b.id)
    .map(({ tick, command }) => ({ tick, command }));
}

/** True when a decision is not what was played at its place, or was added. */
export function isEdited({ played, tick, command }: Decision): boolean {
  return played === null || played.tick !== tick || !sameCommand(played.command, command);
}

/** True when the decisions are no longer those that were played. */
export function hasEdits(decisions: readonly Decision[], played: readonly TimedCommand[]): boolean {
  return decisions.length !== played.length || decisions.some(isEdited);
}

/** The decision that a command stands for, such as one that the rules refuse. */
export function findDecision(decisions: readonly Decision[], sought: TimedCommand): Decision | undefined {
  return decisions.find(({ tick, command }) => tick === sought.tick && sameCommand(command, sought.command));
}

/** True when two commands ask for the same. */
export function sameCommand(a: Command, b: Command): boolean {
  switch (a.type) {
    case 'order':
      return b.type === 'order' && a.treatment === b.treatment && a.regimen === b.regimen;
    case 'stop':
      return b.type === 'stop' && a.treatment === b.treatment;
    case 'lab':
      return b.type === 'lab' && a.test === b.test;
    case 'oxygen':
      return b.type === 'oxygen' && a.step === b.step;
  }
}

function changeOne(
  decisions: readonly Decision[],
  id: number,
  change: (decision: Decision) => Decision,
): readonly Decision[] {
  const at = decisions.findIndex((decision) => decision.id === id);
  const decision = decisions[at];
  return decision === undefined ? decisions : decisions.with(at, change(decision));
}
