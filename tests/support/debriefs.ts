/** Debriefs of short games in tests. */
import { createLocalPool } from '../../scripts/debrief/localPool.ts';
import { debrief } from '../../src/analysis/debrief/debrief.ts';
import { addToKept, createKeptTallies, keptChance } from '../../src/analysis/debrief/kept.ts';
import type { Debrief, DebriefPool, Mark } from '../../src/analysis/debrief/types.ts';
import { createGame } from '../../src/engine/createGame.ts';
import { fromCommands } from '../../src/engine/simulate.ts';
import { step } from '../../src/engine/step.ts';
import type { DecisionLog, Level, TimedCommand } from '../../src/engine/types.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';

/** The debrief of a log in this thread. */
export function debriefOf(
  level: Level,
  log: DecisionLog,
  seed = 1,
  patients = 200,
  pool: DebriefPool = createLocalPool(1),
): Promise<Debrief> {
  return debrief(level, log, { seed, patients }, pool, () => {});
}

/** The mark of command `index` of the log. */
export function decisionMark({ marks }: Debrief, index: number): Mark {
  const mark = marks.find(({ kind, commandIndex }) => kind === 'decision' && commandIndex === index);
  if (mark === undefined) throw new Error(`Decision ${index} has no mark.`);
  return mark;
}

export function missedMarks({ marks }: Debrief): readonly Mark[] {
  return marks.filter(({ kind }) => kind === 'missed');
}

/** What became of the level's own patient, by the exact rules: 0 to 1. This is what hindsight sees. */
export function ownKept(level: Level, commands: readonly TimedCommand[]): number {
  const state = createGame(level, { seed: 1, mode: 'student' });
  const kept = createKeptTallies();
  const at = fromCommands(commands);
  while (state.outcome === null) {
    step(state, level, at(state));
    addToKept(kept, state.endings, quantitiesOf(state.y, state.p), 1);
  }
  return keptChance({ kept, outcome: state.outcome, objectives: state.objectives }, level);
}
