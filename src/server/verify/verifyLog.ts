/** What a worker thread of pool.ts does with one text: everything that a log claims is played again. */
import { createHash } from 'node:crypto';
import { replayLog } from '../../engine/replay.ts';
import type { DecisionLog, Level } from '../../engine/types.ts';
import { loadLevels } from '../../levels/nodeLevels.ts';
import { parseDecisionLog } from '../../schema/decisionLog.ts';
import type { Expected, Verdict } from './types.ts';

export interface VerifyTask {
  readonly text: string;
  readonly expected: Expected;
}

const LEVELS: ReadonlyMap<string, Level> = new Map(loadLevels().map((level) => [level.id, level]));

/**
 * Parses a text of any origin and re-simulates it. How long that takes is bounded
 * by the level: its horizon ends every game, and a tick takes few commands.
 */
export function verifyLog({ text, expected }: VerifyTask): Verdict {
  const parsed = parseDecisionLog(text);
  if (!parsed.ok) return { ok: false, code: 'form', problem: parsed.problem };
  const log = parsed.value;
  const level = LEVELS.get(expected.levelId);
  const other = level === undefined ? 'otherLevel' : differenceOf(log, expected);
  if (level === undefined || other !== null) return { ok: false, code: other ?? 'otherLevel' };
  return playAgain(level, log);
}

/** An edition of the level that the room was not opened with is another level: its baselines and its patient may differ. */
function differenceOf(log: DecisionLog, expected: Expected): 'otherLevel' | 'otherMode' | 'otherSeed' | null {
  if (log.level.id !== expected.levelId || log.level.hash !== expected.levelHash) return 'otherLevel';
  if (log.mode !== expected.mode) return 'otherMode';
  return log.seed === expected.seed ? null : 'otherSeed';
}

function playAgain(level: Level, log: DecisionLog): Verdict {
  const replayed = replayLog(level, log);
  if (!replayed.ok) {
    const { code, tick, values } = replayed;
    return { ok: false, code: 'replay', refusal: code, tick, values };
  }
  // The schema's output has its keys in the order of the schema, whatever the order in the text.
  const text = JSON.stringify(log);
  return {
    ok: true,
    log: text,
    logHash: sha256(text),
    commandsHash: sha256(JSON.stringify(log.commands)),
    commandCount: log.commands.length,
    score: replayed.score.total,
    outcome: log.outcome,
    endTick: log.endTick,
    pauses: log.pauses.length,
    pausedSeconds: log.pauses.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
