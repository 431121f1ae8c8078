import { describe, expect, it } from 'vitest';
import { guidelineRow, mapOfClass } from '../../src/classroom/map.ts';
import { classRow } from '../../src/classroom/row.ts';
import type { ClassRow } from '../../src/classroom/types.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { makeNamedClass } from '../support/classLogs.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const NAMES = { bestKnown: 'Best known', guideline: 'Guideline' };

const rowsOf = (count: number, level = QUIET_DOUBLING) =>
  makeNamedClass(level, count, 7, 'student').map((game) => classRow(level, game) as ClassRow);

function mapOf(rows: readonly ClassRow[], level = QUIET_DOUBLING) {
  const best = readBestLog(level.id);
  return mapOfClass(level, rows, { bestLog: best?.ok ? best.value : null, names: NAMES });
}

describe('the decision map', () => {
  it('shows everybody by place beside the guideline and the best known', () => {
    const map = mapOf(rowsOf(12));
    const scores = map.rows.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(map.bestKnown).toMatchObject({ name: 'Best known', score: 100, outcome: 'recovered' });
    expect(map.guideline).toMatchObject({ name: 'Guideline', score: QUIET_DOUBLING.scoring.guideline.total });
    expect(map.guideline.log).toMatchObject({ seed: 7, mode: 'student' });
  });

  it('counts the outcomes, and has a fan and a separating decision', () => {
    const map = mapOf(rowsOf(30));
    expect(Object.values(map.outcomes).reduce((sum, count) => sum + count)).toBe(30);
    expect(map.outcomes.recovered).toBe(map.rows.filter(({ outcome }) => outcome === 'recovered').length);
    expect(map.fan.count[0]).toBe(30);
    expect(map.separation?.isClear).toBe(true);
  });

  it('names the hours in which the best known course begins to dampen', () => {
    expect(mapOf(rowsOf(1)).bestWindow).toEqual({ from: 24, to: 74 });
  });

  it('is made of one log alone', () => {
    const map = mapOf(rowsOf(1));
    expect(map).toMatchObject({ separation: null, fan: { hours: [] } });
    expect(map.rows).toHaveLength(1);
  });

  it('does without a best known log', () => {
    const map = mapOfClass(QUIET_DOUBLING, rowsOf(2), { bestLog: null, names: NAMES });
    expect(map).toMatchObject({ bestKnown: null, bestWindow: null });
  });

  it('does without one that is of another edition of the level', () => {
    const best = readBestLog(QUIET_DOUBLING.id);
    if (!best?.ok) throw new Error('no best log');
    const bestLog = { ...best.value, level: { ...best.value.level, hash: '0123456789abcdef' } };
    expect(mapOfClass(QUIET_DOUBLING, rowsOf(2), { bestLog, names: NAMES }).bestKnown).toBeNull();
  });

  it('does not depend on the order of the rows', () => {
    const rows = rowsOf(14);
    expect(mapOf([...rows].reverse())).toEqual(mapOf(rows));
  });

  it('plays the guideline of every level, in both modes, to the score that the level names', () => {
    for (const level of loadLevels()) {
      for (const mode of ['student', 'clinician'] as const)
        expect(guidelineRow(level, { seed: 3, mode }, '').score).toBe(level.scoring.guideline.total);
    }
  });
});
