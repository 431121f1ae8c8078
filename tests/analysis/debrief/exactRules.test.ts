import { describe, expect, it } from 'vitest';
import { logsOf } from '../../../scripts/debrief/logs.ts';
import { levelOfPatient } from '../../../scripts/debrief/reference.ts';
import { createCourseRunner } from '../../../src/analysis/debrief/courses.ts';
import { addToKept, createKeptTallies, keptChance } from '../../../src/analysis/debrief/kept.ts';
import { drawLevelPatients, levelPatient } from '../../../src/analysis/debrief/patients.ts';
import { timelineOf } from '../../../src/analysis/debrief/timeline.ts';
import { createBatchProgram } from '../../../src/cli/batchProgram.ts';
import { createGame } from '../../../src/engine/createGame.ts';
import { fromCommands } from '../../../src/engine/simulate.ts';
import { step } from '../../../src/engine/step.ts';
import { ticksOf } from '../../../src/engine/time.ts';
import type { DecisionLog, Level, OutcomeKind } from '../../../src/engine/types.ts';
import { loadLevels } from '../../../src/levels/nodeLevels.ts';
import { quantitiesOf } from '../../../src/model/quantities.ts';
import { GROWING_SEPSIS, OPEN_DOOR, playedLog, RIGHT_GAMBLE } from '../../support/debriefLevels.ts';
import { order } from '../../support/play.ts';

const SEED = 5;

interface Ending {
  readonly kind: OutcomeKind;
  readonly tick: number;
  readonly kept: number;
}

/** As the debrief plays them: half-hour steps, a look an hour. */
function asWeighed(level: Level, { commands }: DecisionLog, patients: number): readonly Ending[] {
  const program = createBatchProgram();
  const lastTick = ticksOf(level.horizonHours);
  const base = createGame(level, { seed: 1, mode: 'student' });
  const timeline = timelineOf(base, level, commands, lastTick);
  const indices = Array.from({ length: patients }, (_, index) => index);
  const courses = drawLevelPatients(program, level, SEED, indices).patients.map(({ parameters, state }) => ({
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
function asPlayed(level: Level, { commands }: DecisionLog, patients: number): readonly Ending[] {
  const at = fromCommands(commands);
  return Array.from({ length: patients }, (_, index) => {
    const own = levelOfPatient(level, levelPatient(level, SEED, index));
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

/** One patient both ways. */
type Row = readonly [weighed: Ending, played: Ending];

function bothWays(level: Level, log: DecisionLog, patients: number): readonly Row[] {
  const played = asPlayed(level, log, patients);
  return asWeighed(level, log, patients).map((one, index): Row => [one, played[index] as Ending]);
}

function figuresOf(rows: readonly Row[]) {
  const share = (test: (row: Row) => boolean): number => rows.filter(test).length / rows.length;
  return {
    sameDeath: share(([one, other]) => died(one) === died(other)),
    sameKind: share(([one, other]) => one.kind === other.kind),
    nearlySameKept: share(([one, other]) => Math.abs(one.kept - other.kept) < 0.05),
    withinTwoHours: share(([one, other]) => Math.abs(one.tick - other.tick) <= 40),
    meanDifference: rows.reduce((sum, [one, other]) => sum + one.kept - other.kept, 0) / rows.length,
  };
}

describe('virtual patients of the debrief', { timeout: 300_000 }, () => {
  it('end as in the game, along every log of every level', () => {
    const rows = loadLevels().flatMap((level) =>
      logsOf(level).flatMap(({ log }) => bothWays(level, log, 12)),
    );
    expect(rows.length).toBeGreaterThan(300);
    const figures = figuresOf(rows);
    expect(figures.sameDeath).toBeGreaterThan(0.995);
    expect(figures.sameKind).toBeGreaterThan(0.99);
    expect(figures.nearlySameKept).toBeGreaterThan(0.99);
    expect(figures.withinTwoHours).toBeGreaterThan(0.95);
    expect(Math.abs(figures.meanDifference)).toBeLessThan(0.001);
  });

  const antibiotic = order('antibiotic', 'course');
  it.each([
    ['an infection that is ended at once', GROWING_SEPSIS, [12, antibiotic]],
    ['an infection that is ended late', GROWING_SEPSIS, [24, antibiotic]],
    ['a dampened infection', RIGHT_GAMBLE, [22, order('tocilizumab', 'single')]],
    ['a second infection', OPEN_DOOR, [12, order('dexamethasone', 'high')]],
  ] as const)('keep what they keep in the game, without bias: %s', (_, level, given) => {
    const rows = bothWays(level, playedLog(level, [given]), 60);
    const kept = rows.reduce((sum, [, played]) => sum + played.kept, 0) / rows.length;
    expect(kept).toBeGreaterThan(0.1);
    expect(kept).toBeLessThan(0.9);
    const figures = figuresOf(rows);
    expect(figures.sameDeath).toBeGreaterThan(0.98);
    expect(figures.nearlySameKept).toBeGreaterThan(0.98);
    expect(Math.abs(figures.meanDifference)).toBeLessThan(0.003);
  });
});
