/** The levels of the built game. Vite puts the files into the bundle; Node never loads this file. */
import type { DecisionLog, Level } from '../engine/types.ts';
import { parseDecisionLog } from '../schema/decisionLog.ts';
import { parseLevel } from '../schema/level.ts';

const FILES = import.meta.glob('/levels/[0-9]*.json', { eager: true, import: 'default' });

/**
 * Every level, in the order of the campaign.
 *
 * @throws Error when a level that was built in is broken, which the tests keep from happening
 */
export function loadLevels(): readonly Level[] {
  return Object.keys(FILES)
    .sort()
    .map((file) => {
      const parsed = parseLevel(FILES[file]);
      if (!parsed.ok) throw new Error(`${file}: ${parsed.problem.code} at ${parsed.problem.path}`);
      return parsed.value;
    });
}

const BEST_LOGS = import.meta.glob<string>('/levels/logs/*.best.json', { query: '?raw', import: 'default' });

/** The best known log of a level that comes with the game, fetched when it is asked for; null when there is none. */
export async function loadBestLog(levelId: string): Promise<DecisionLog | null> {
  const text = await BEST_LOGS[`/levels/logs/${levelId}.best.json`]?.();
  const parsed = text === undefined ? null : parseDecisionLog(text);
  return parsed?.ok ? parsed.value : null;
}
