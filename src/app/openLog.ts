import type { DecisionLog, Level } from '../engine/types.ts';
import { parseDecisionLog } from '../schema/decisionLog.ts';
import { t } from '../text/catalogue.ts';
import { replayText } from '../text/refusalText.ts';
import { createReplayRun } from './replayRun.ts';
import type { ReplayRun } from './run.ts';

export type LogOpening =
  | { readonly ok: true; readonly run: ReplayRun }
  | { readonly ok: false; readonly sentence: string };

/**
 * A log from outside made into a replay, or the one sentence that says why
 * not. Text is parsed against its schema first; then the whole game is played
 * again and compared, so what opens is proven.
 */
export function openLog(source: string | DecisionLog, levels: readonly Level[]): LogOpening {
  if (typeof source !== 'string') return replay(source, levels);
  const parsed = parseDecisionLog(source);
  if (parsed.ok) return replay(parsed.value, levels);
  const { code, path, values } = parsed.problem;
  return refuse(t(`error.input.${code}`, { ...values, path }));
}

function replay(log: DecisionLog, levels: readonly Level[]): LogOpening {
  const level = levels.find((known) => known.id === log.level.id);
  if (!level) return refuse(t('app.log.levelUnknown', { id: log.level.id }));
  const opening = createReplayRun(level, log);
  if (opening.ok) return opening;
  return refuse(replayText(opening.code, opening.values));
}

function refuse(reason: string): LogOpening {
  return { ok: false, sentence: t('app.log.refused', { reason }) };
}
