import { describe, expect, it } from 'vitest';
import { none } from '../../src/analysis/baselines.ts';
import { createDebriefWorker } from '../../src/analysis/debrief/tasks.ts';
import { guideline } from '../../src/analysis/guideline.ts';
import { decideHourly, type Policy } from '../../src/analysis/policy.ts';
import {
  levelWith,
  type MakeDecide,
  type PlayedPatient,
  playPatient,
  seedOfPatient,
} from '../../src/analysis/policyCohort.ts';
import { meanInterval, shareInterval, summarise } from '../../src/analysis/policySummary.ts';
import { createBatchProgram } from '../../src/cli/batchProgram.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { triggerSetup, withChanges } from '../../src/model/triggers.ts';

const by =
  (policy: Policy): MakeDecide =>
  (level) =>
    decideHourly(level, policy);

describe.each(loadLevels().map((level) => [level.id, level] as const))('%s', (_id, level) => {
  it('is the same game with its own patient put in by all numbers', () => {
    const same = levelWith(level, withChanges(triggerSetup(level.trigger), level.patient));
    const hash = (played: typeof level): string =>
      stateHash(
        simulate(played, { seed: 1, mode: 'student', decide: decideHourly(played, guideline) }).state,
      );
    expect(hash(same)).toBe(hash(level));
  });

  it('plays the patients that the debrief draws', () => {
    const read = readBestLog(level.id);
    if (read?.ok !== true) throw new Error('no best known log');
    const log = read.value;
    const answer = createDebriefWorker(createBatchProgram()).answer({
      ...{ type: 'begin', level, log, seed: 5, from: 0, to: 12, worker: 0, workers: 1, moments: [0] },
    });
    const kept = 'logLikelihoods' in answer ? [...answer.kept] : [];
    const own = kept.map(
      (_, index) => playPatient(level, log.mode, 5, index, () => fromCommands(log.commands)).kept,
    );
    expect(own).toHaveLength(12);
    // The debrief takes longer steps than the game, which moves a chance by a little.
    own.forEach((chance, index) => {
      expect(Math.abs(chance - (kept[index] ?? Number.NaN)), `patient ${index}`).toBeLessThan(0.1);
    });
  });
});

describe('a played patient', () => {
  const [level] = loadLevels();
  if (level === undefined) throw new Error('no level');

  it('is the same whenever it is played, and another than the next', () => {
    const third = playPatient(level, 'student', 1, 3, by(guideline));
    expect(playPatient(level, 'student', 1, 3, by(guideline))).toEqual(third);
    expect(playPatient(level, 'student', 1, 4, by(guideline))).not.toMatchObject({ score: third.score });
    expect(playPatient(level, 'student', 2, 3, by(guideline))).not.toMatchObject({ score: third.score });
  });

  it('keeps nothing of life when it dies', () => {
    const { outcome, life, kept, index } = playPatient(level, 'student', 1, 7, by(none));
    expect(outcome).toBe('organFailure');
    expect([life, kept, index]).toEqual([0, 0, 7]);
  });

  it('has a seed of its own', () => {
    const seeds = [0, 1, 2].flatMap((seed) => [0, 1, 2].map((index) => seedOfPatient(seed, index)));
    expect(new Set(seeds).size).toBe(9);
  });
});

describe('the summary', () => {
  const patient = (change: Partial<PlayedPatient>): PlayedPatient => ({
    ...{ index: 0, outcome: 'recovered', endHour: 100, score: 50 },
    ...{ life: 1, organs: 1, guard: 1, purpose: 1, kept: 1 },
    ...change,
  });

  it('counts endings, and takes means of points and chances', () => {
    const summary = summarise([
      patient({ score: 80 }),
      patient({ score: 60, outcome: 'stillOnWard', organs: 0.5, kept: 0.5 }),
      patient({ score: 10, outcome: 'opportunisticInfection', life: 0, guard: 0, kept: 0 }),
      patient({ score: 0, outcome: 'organFailure', life: 0, organs: 0, kept: 0 }),
    ]);
    expect(summary).toMatchObject({
      patients: 4,
      deaths: 2,
      medianScore: 35,
      outcomes: { recovered: 1, stillOnWard: 1, organFailure: 1, opportunisticInfection: 1 },
      score: { value: 37.5 },
      alive: { value: 0.5 },
      organs: { value: 0.625 },
      guard: { value: 0.75 },
      purpose: { value: 1 },
      kept: { value: 0.375 },
    });
  });

  it('has the intervals of Wilson for shares: 0, 5 and 10 of 10', () => {
    // 1.96² / (10 + 1.96²) = 0.2775; Brown, Cai and DasGupta 2001, Stat Sci 16:101, formula 4.
    expect(shareInterval(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(shareInterval(0, 10).low).toBe(0);
    expect(shareInterval(10, 10).low).toBeCloseTo(0.7225, 4);
    expect(shareInterval(5, 10).low).toBeCloseTo(0.2366, 4);
    expect(shareInterval(5, 10).high).toBeCloseTo(0.7634, 4);
  });

  it('has the normal interval for means, and the whole range for one value', () => {
    const { value, low, high } = meanInterval([40, 60], 100);
    // Standard deviation 14.142, standard error 10.
    expect([value, low, high].map((x) => Math.round(100 * x) / 100)).toEqual([50, 30.4, 69.6]);
    expect(meanInterval([40], 100)).toEqual({ value: 40, low: 0, high: 100 });
    expect(meanInterval([0, 100], 100)).toMatchObject({ low: 0, high: 100 });
  });
});
