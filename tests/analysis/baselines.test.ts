import { describe, expect, it } from 'vitest';
import { measureAnchors } from '../../src/analysis/anchors.ts';
import { antiviralAtStorm, none, overDampening, random } from '../../src/analysis/baselines.ts';
import { guideline } from '../../src/analysis/guideline.ts';
import { decideHourly, type Policy } from '../../src/analysis/policy.ts';
import { replayLog } from '../../src/engine/replay.ts';
import { scoreGame } from '../../src/engine/score.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { Q } from '../../src/model/generated/system.ts';

const RANDOM_SEEDS = 200;
const RANDOM_BELOW_GUIDELINE = 20;

function bestOf(level: Level): DecisionLog {
  const best = readBestLog(level.id);
  if (!best?.ok) throw new Error(`no best known log of ${level.id}`);
  return best.value;
}

function play(level: Level, policy: Policy) {
  let peakIL6 = 0;
  const { state } = simulate(level, {
    seed: 1,
    mode: 'student',
    decide: decideHourly(level, policy),
    onTick: ({ y }) => {
      peakIL6 = Math.max(peakIL6, y[Q.IL6] as number);
    },
  });
  return { outcome: state.outcome?.kind, total: scoreGame(state, level).total, peakIL6 };
}

describe.each(loadLevels().map((level) => [level.id, level] as const))('%s', (_id, level) => {
  const treated = play(level, guideline);

  it('has the anchors that its baselines give', () => {
    expect(measureAnchors(level, bestOf(level).commands)).toEqual(level.scoring);
  });

  it('has a best known log that replays, and is better than the guideline', () => {
    const replayed = replayLog(level, bestOf(level));
    expect(replayed.ok && replayed.score.total).toBe(bestOf(level).score);
    expect(bestOf(level).outcome).toBe('recovered');
    expect(bestOf(level).score).toBeGreaterThan(treated.total);
  });

  it('scores a random policy 20 points and more below the guideline, over 200 seeds', () => {
    let sum = 0;
    for (let seed = 1; seed <= RANDOM_SEEDS; seed++) sum += play(level, random(level, seed)).total;
    expect(sum / RANDOM_SEEDS).toBeLessThanOrEqual(treated.total - RANDOM_BELOW_GUIDELINE);
  });
});

describe('the quiet doubling', () => {
  const level = loadLevels().find(({ id }) => id === 'the-quiet-doubling');
  if (level === undefined) throw new Error('no such level');

  it('kills the body alone by the storm', () => {
    expect(play(level, none).outcome).toBe('organFailure');
  });

  it('kills who treats only the infection when the storm has begun, even with all support', () => {
    const { outcome, peakIL6 } = play(level, antiviralAtStorm);
    expect(outcome).toBe('organFailure');
    expect(peakIL6).toBeGreaterThan(1000);
  });

  it('kills who drowns the storm in steroid and tocilizumab, by infection', () => {
    expect(play(level, overDampening).outcome).toBe('opportunisticInfection');
  });

  it('is survived by the guideline', () => {
    expect(['recovered', 'stillOnWard']).toContain(play(level, guideline).outcome);
  });
});
