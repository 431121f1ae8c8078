import { describe, expect, it } from 'vitest';
import { measureAnchors } from '../../src/analysis/anchors.ts';
import { none } from '../../src/analysis/baselines.ts';
import { overTreatmentOf, underTreatmentOf } from '../../src/analysis/extremes.ts';
import { guideline } from '../../src/analysis/guideline.ts';
import { APART, baselineFaults, namedBaselines, randomScores } from '../../src/analysis/levelBaselines.ts';
import { decideHourly, type Policy } from '../../src/analysis/policy.ts';
import { order, supportOf } from '../../src/analysis/support.ts';
import { replayLog } from '../../src/engine/replay.ts';
import { scoreGame } from '../../src/engine/score.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { Q } from '../../src/model/generated/system.ts';

/** The command `levels` plays 200; the mean of these few lies within a few points of theirs. */
const RANDOM_SEEDS = 40;

function bestOf(level: Level): DecisionLog {
  const best = readBestLog(level.id);
  if (!best?.ok) throw new Error(`no best known log of ${level.id}`);
  return best.value;
}

function levelById(id: string): Level {
  const level = loadLevels().find((candidate) => candidate.id === id);
  if (level === undefined) throw new Error(`no level ${id}`);
  return level;
}

function policyOf(found: Policy | null): Policy {
  if (found === null) throw new Error('no such policy');
  return found;
}

function play(level: Level, policy: Policy) {
  let peakIL6 = 0;
  let norepinephrineHours = 0;
  const { state } = simulate(level, {
    seed: 1,
    mode: 'student',
    decide: decideHourly(level, policy),
    onTick: ({ y }) => {
      peakIL6 = Math.max(peakIL6, y[Q.IL6] as number);
      norepinephrineHours += (y[Q.ne] as number) > 0 ? 0.05 : 0;
    },
  });
  const objectives = Object.fromEntries(level.objectives.map(({ id }, i) => [id, state.objectives[i]]));
  const score = scoreGame(state, level);
  return {
    outcome: state.outcome?.kind,
    total: score.total,
    score,
    peakIL6,
    norepinephrineHours,
    objectives,
  };
}

describe.each(loadLevels().map((level) => [level.id, level] as const))('%s', (_id, level) => {
  const named = namedBaselines(level, bestOf(level));

  it('has the anchors that its baselines give', () => {
    expect(measureAnchors(level, bestOf(level).commands)).toEqual(level.scoring);
  });

  it('has a best known log that replays, and is better than the guideline', () => {
    const replayed = replayLog(level, bestOf(level));
    expect(replayed.ok && replayed.score.total).toBe(bestOf(level).score);
    expect(bestOf(level).outcome).toBe('recovered');
    expect(bestOf(level).score).toBeGreaterThan(named.guideline);
  });

  it('holds chance, the body alone, too much and too little 20 points and more below the guideline', () => {
    const scores = randomScores(level, 1, RANDOM_SEEDS + 1);
    const random = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(baselineFaults({ ...named, random })).toEqual([]);
  });

  it('is survived by the guideline, and not by the body alone', () => {
    expect(['recovered', 'stillOnWard']).toContain(play(level, guideline).outcome);
    expect(['organFailure', 'opportunisticInfection']).toContain(play(level, none).outcome);
  });
});

describe('the faults of baselines', () => {
  const sound = { none: 0, random: 30, guideline: 60, best: 61, over: 40, under: 40 };

  it('are none where all lie apart', () => {
    expect(baselineFaults(sound)).toEqual([]);
  });

  it('name each that is too near, and a best that is none', () => {
    const near = sound.guideline - APART + 1;
    for (const baseline of ['none', 'random', 'over', 'under'] as const) {
      expect(baselineFaults({ ...sound, [baseline]: near })).toEqual([
        { code: 'tooNear', baseline, found: near, guideline: 60 },
      ]);
    }
    expect(baselineFaults({ ...sound, best: 60 }).map(({ code }) => code)).toEqual(['bestBelow']);
    expect(baselineFaults({ ...sound, best: null, over: null, under: null }).map(({ code }) => code)).toEqual(
      ['noBest', 'noOver', 'noUnder'],
    );
  });
});

describe('the quiet doubling', () => {
  const level = levelById('the-quiet-doubling');

  it('kills the body alone by the storm', () => {
    expect(play(level, none).outcome).toBe('organFailure');
  });

  it('kills who treats only the infection when the storm has begun, even with all support', () => {
    const { outcome, peakIL6 } = play(level, policyOf(underTreatmentOf('covid19')));
    expect(outcome).toBe('organFailure');
    expect(peakIL6).toBeGreaterThan(1000);
  });

  it('kills who drowns the storm in steroid and tocilizumab, by infection', () => {
    expect(play(level, policyOf(overTreatmentOf('covid19'))).outcome).toBe('opportunisticInfection');
  });
});

describe('the golden hours', () => {
  const level = levelById('the-golden-hours');
  const without =
    (treatment: string): Policy =>
    (observation) =>
      guideline(observation).filter(
        (command) => !('treatment' in command) || command.treatment !== treatment,
      );
  /** The guideline with its antibiotic at this hour instead. */
  const delayed =
    (hours: number): Policy =>
    (observation) => [
      ...without('antibiotic')(observation),
      ...(observation.hour === hours ? [order('antibiotic', 'course')] : []),
    ];

  it('costs with every hour that the antibiotic is late', () => {
    const games = Array.from({ length: 13 }, (_, hours) => play(level, delayed(hours)).score);
    const areas = games.map(({ numbers }) => numbers.organArea);
    for (let hours = 1; hours < areas.length; hours++) {
      expect(areas[hours], `organ damage after ${hours} h`).toBeGreaterThan(areas[hours - 1] ?? 0);
      expect(games[hours]?.total, `score after ${hours} h`).toBeLessThanOrEqual(games[hours - 1]?.total ?? 0);
    }
    expect((games[0]?.total ?? 0) - (games[12]?.total ?? 0)).toBeGreaterThan(20);
  });

  it('kills who holds the pressure and forgets the bacteria, with a steroid as without', () => {
    const steroid: Policy = (observation) => [...supportOf(observation), order('hydrocortisone', 'standard')];
    for (const policy of [supportOf, steroid]) {
      expect(['organFailure', 'opportunisticInfection']).toContain(play(level, policy).outcome);
    }
  });

  it('lets hydrocortisone shorten the shock, and not decide who survives', () => {
    const treated = play(level, guideline);
    const untreated = play(level, without('hydrocortisone'));
    expect(treated.norepinephrineHours).toBeLessThan(untreated.norepinephrineHours);
    expect(untreated.outcome).toBe(treated.outcome);
  });
});

describe('engineered fire', () => {
  const level = levelById('engineered-fire');

  it('is won by the guideline: the storm calmed, the tumour reached', () => {
    const { outcome, objectives, score } = play(level, guideline);
    expect(outcome).toBe('recovered');
    expect(objectives.tumour).toBe('reached');
    expect(score.numbers.objectiveShare).toBe(1);
  });

  it('loses the tumour to a flood of steroid that calms the storm', () => {
    const { outcome, objectives, score, peakIL6 } = play(level, policyOf(overTreatmentOf('carT')));
    expect(outcome).toBe('stillOnWard');
    expect(peakIL6).toBeLessThan(play(level, supportOf).peakIL6);
    expect(objectives.tumour).toBe('lost');
    expect(score.numbers.objectiveShare).toBe(0.5);
  });

  it('spends the organs of a patient whose storm nobody calms', () => {
    const treated = play(level, guideline).score.numbers.organArea;
    expect(play(level, supportOf).score.numbers.organArea).toBeGreaterThan(2 * treated);
  });
});
