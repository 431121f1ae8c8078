/** Levels for tests of the rules: the first level of the game, and a changed copy of it. */
import type { Level } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';

/** A level that comes with the game. */
function levelById(id: string): Level {
  const level = loadLevels().find((candidate) => candidate.id === id);
  if (level === undefined) throw new Error(`no level ${id}`);
  return level;
}

export const QUIET_DOUBLING: Level = levelById('the-quiet-doubling');

/** A copy with some fields changed. */
function changedLevel(change: Partial<Level>): Level {
  return { ...QUIET_DOUBLING, ...change };
}

/** A patient with a fever and nothing else, under the rules of the first level: stable, and not sent home. */
export const FEVERISH: Level = changedLevel({
  trigger: 'health',
  patient: { weightKg: 72, parameters: { Temp0: 38.5 }, initial: {}, hoursBefore: 0 },
});

/** A healthy patient under the rules of the first level. */
export const HEALTHY: Level = changedLevel({
  trigger: 'health',
  patient: { weightKg: 72, parameters: {}, initial: {}, hoursBefore: 0 },
});
