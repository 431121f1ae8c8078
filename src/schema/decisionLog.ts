import * as v from 'valibot';
import type { DecisionLog, TimedCommand } from '../engine/types.ts';
import { LIMITS } from './limits.ts';
import { decisionLogSchema } from './logSchema.ts';
import { LOG_MIGRATIONS, migrate } from './migrations.ts';
import { type Parsed, refuse } from './problem.ts';
import { problemOf } from './problemOf.ts';
import { readJson } from './readJson.ts';

/** A decision log from text of any origin. Never throws; whether the log is true is for replayLog to say. */
export function parseDecisionLog(text: string): Parsed<DecisionLog> {
  const read = readJson(text, LIMITS.logCharacters);
  if (!read.ok) return read;
  const migrated = migrate(read.value, LOG_MIGRATIONS);
  if (!migrated.ok) return migrated;
  const result = v.safeParse(decisionLogSchema, migrated.value, { abortEarly: true });
  if (!result.success) return problemOf(result.issues[0]);
  return (
    checkCommandTicks(result.output.commands, result.output.endTick - 1) ?? { ok: true, value: result.output }
  );
}

/** Why a list of commands is not in the order of time, or reaches beyond its latest tick; null when neither. */
export function checkCommandTicks(commands: readonly TimedCommand[], latest: number): Parsed<never> | null {
  const late = commands.findIndex(({ tick }) => tick > latest);
  if (late >= 0)
    return refuse('tooBig', `commands[${late}].tick`, {
      expected: latest,
      found: commands[late]?.tick ?? 0,
    });
  const early = commands.findIndex(({ tick }, index) => tick < (commands[index - 1]?.tick ?? 0));
  return early >= 0 ? refuse('order', `commands[${early}].tick`) : null;
}
