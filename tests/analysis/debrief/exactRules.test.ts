import { describe, expect, it } from 'vitest';
import { logsOf } from '../../../scripts/debrief/logs.ts';
import { levelOfPatient } from '../../../scripts/debrief/reference.ts';
import { createCourseRunner } from '../../../src/analysis/debrief/courses.ts';
import { addToKept, createKeptTallies, keptChance } from '../../../src/analysis/debrief/kept.ts';
import { drawLevelPatients } from '../../../src/analysis/debrief/patients.ts';
import { timelineOf } from '../../../src/analysis/debrief/timeline.ts';
import { createBatchProgram } from '../../../src/cli/batchProgram.ts';
import { createGame } from '../../../src/engine/createGame.ts';
import { fromCommands } from '../../../src/engine/simulate.ts';
import { step } from '../../../src/engine/step.ts';
import { ticksOf } from '../../../src/engine/time.ts';
import type { DecisionLog, Level, OutcomeKind } from '../../../src/engine/types.ts';
import { loadLevels } from '../../../src/levels/nodeLevels.ts';
import { quantitiesOf } from '../../../src/model/quantities.ts';

const SEED = 5;
const PATIENTS = 12;

interface Ending {
  readonly kind: OutcomeKind;
  readonly tick: number;
  readonly kept: number;
}

/** As the debrief plays them: half-hour steps, a look an hour. */
function asWeighed(level: Level, { commands }: DecisionLog): readonly Ending[] {
  const program = createBatchProgram();
  const lastTick = ticksOf(level.horizonHours);
  const base = createGame(level, { seed: 1, mode: 'student' });
  const timeline = timelineOf(base, level, commands, lastTick);
  const indices = Array.from({ length: PATIENTS }, (_, index) => index);
  const courses = drawLevelPatients(program, level, SEED, indices).map(({ parameters, state }) => ({
    parameters,
    state,
    timeline,
    lastTick,
  }));
  createCourseRunner(program, level).run(courses, () => undefined);
  return courses.map(({ state }) => {
    if (state.outcome === null) throw new Error('a course that did not end');
    return { ...state.outcome, kept: keptChance(state, level) };
  });
}

/** As the game plays them, tick by tick. Commands that a patient's game no longer takes are dropped. */
function asPlayed(level: Level, { commands }: DecisionLog): readonly Ending[] {
  const at = fromCommands(commands);
  return Array.from({ length: PATIENTS }, (_, index) => {
    const own = levelOfPatient(level, SEED, index);
    const state = createGame(own, { seed: 1, mode: 'student' });
    const kept = createKeptTallies();
    while (state.outcome === null) {
      step(state, own, at(state));
      addToKept(kept, state.endings, quantitiesOf(state.y, state.p), 1);
    }
    const { outcome, objectives } = state;
    return { ...outcome, kept: keptChance({ kept, outcome, objectives }, own) };
  });
}

const died = ({ kind }: Ending): boolean => kind === 'organFailure' || kind === 'opportunisticInfection';

describe('virtual patients of the debrief', () => {
  it('end as in the game, along every log of every level', { timeout: 180_000 }, () => {
    const rows = loadLevels().flatMap((level) =>
      logsOf(level).flatMap(({ played, log }) => {
        const [weighed, exact] = [asWeighed(level, log), asPlayed(level, log)];
        return weighed.map((one, index) => ({
          name: `${level.id} ${played} ${index}`,
          one,
          other: exact[index] as Ending,
        }));
      }),
    );
    expect(rows.length).toBeGreaterThan(20 * PATIENTS);
    const share = (test: (row: (typeof rows)[number]) => boolean): number =>
      rows.filter(test).length / rows.length;
    const difference = rows.map(({ one, other }) => one.kept - other.kept);
    const mean = difference.reduce((sum, value) => sum + value, 0) / rows.length;
    const figures = {
      sameDeath: share(({ one, other }) => died(one) === died(other)),
      sameKind: share(({ one, other }) => one.kind === other.kind),
      nearlySameKept: share(({ one, other }) => Math.abs(one.kept - other.kept) < 0.02),
      withinTwoHours: share(({ one, other }) => Math.abs(one.tick - other.tick) <= 40),
    };
    expect(figures.sameDeath).toBeGreaterThan(0.995);
    expect(figures.sameKind).toBeGreaterThan(0.99);
    expect(figures.nearlySameKept).toBeGreaterThan(0.97);
    expect(figures.withinTwoHours).toBeGreaterThan(0.95);
    expect(Math.abs(mean)).toBeLessThan(0.001);
  });
});
