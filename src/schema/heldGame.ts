import * as v from 'valibot';
import type { DecisionLog } from '../engine/types.ts';
import { CLASS_LIMITS } from './classroom/limits.ts';
import { checkCommandTicks } from './decisionLog.ts';
import { line, numberBetween, tick } from './fields.ts';
import { LIMITS } from './limits.ts';
import { decisionLogSchema } from './logSchema.ts';
import { migrate } from './migrations.ts';
import type { Parsed } from './problem.ts';
import { problemOf } from './problemOf.ts';
import { readJson } from './readJson.ts';

const SHARED = ['format', 'model', 'level', 'seed', 'mode', 'commands', 'pauses', 'speeds'] as const;

/** A game that has not ended, kept for a later visit: a decision log so far, and the tick that it has reached. */
export interface HeldGame extends Pick<DecisionLog, (typeof SHARED)[number]> {
  readonly tick: number;
  /** Where the game hangs that it was taken over from; absent for one that began at tick 0. */
  readonly fork?: { readonly treeId: string; readonly parent: string; readonly forkTick: number };
  /** Of a seat in a class that plays more slowly: the declared speeds are those that the player chose, times this. */
  readonly pace?: number;
}

const fork = v.strictObject({ treeId: line, parent: line, forkTick: tick });

const heldGameSchema = v.strictObject({
  ...v.pick(decisionLogSchema, SHARED).entries,
  tick,
  fork: v.exactOptional(fork),
  pace: v.exactOptional(numberBetween(CLASS_LIMITS.slowestPace, 1)),
});

/** A held game from stored text. Never throws; whether its commands are legal is for the game to say. */
export function parseHeldGame(text: string): Parsed<HeldGame> {
  const read = readJson(text, LIMITS.logCharacters);
  if (!read.ok) return read;
  // An older format is no log that anyone saved: it is refused, not migrated.
  const current = migrate(read.value, []);
  if (!current.ok) return current;
  const result = v.safeParse(heldGameSchema, current.value, { abortEarly: true });
  if (!result.success) return problemOf(result.issues[0]);
  const problem = checkCommandTicks(result.output.commands, result.output.tick);
  return problem ?? { ok: true, value: result.output };
}
