import * as v from 'valibot';
import type { DecisionLog } from '../engine/types.ts';
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
  return checkTicks(result.output);
}

function checkTicks(log: DecisionLog): Parsed<DecisionLog> {
  const late = log.commands.findIndex(({ tick }) => tick >= log.endTick);
  if (late >= 0)
    return refuse('tooBig', `commands[${late}].tick`, {
      expected: log.endTick - 1,
      found: log.commands[late]?.tick ?? 0,
    });
  const early = log.commands.findIndex(({ tick }, index) => tick < (log.commands[index - 1]?.tick ?? 0));
  if (early >= 0) return refuse('order', `commands[${early}].tick`);
  return { ok: true, value: log };
}
