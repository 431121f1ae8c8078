import { describe, expect, it } from 'vitest';
import { levelFaults } from '../../src/cli/levelFaults.ts';
import type { Level, LevelTreatment } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { run } from '../support/commandLine.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

describe('levels', () => {
  it('finds every level in order, with its baselines', async () => {
    const { code, out } = await run('levels', '--json', '--seeds', '6');
    const { levels } = JSON.parse(out);
    expect(levels.map(({ id }: Level) => id)).toEqual(loadLevels().map(({ id }) => id));
    for (const { ok, faults, baselines } of levels) {
      expect(faults).toEqual([]);
      expect(ok).toBe(true);
      for (const name of ['none', 'random', 'guideline', 'best', 'over', 'under']) {
        expect(baselines[name]).toBeGreaterThanOrEqual(0);
        expect(baselines[name]).toBeLessThanOrEqual(100);
      }
    }
    expect(code).toBe(0);
  }, 120_000);

  it('are played by too much and too little treatment as by any other policy', async () => {
    for (const policy of ['over', 'under']) {
      const { code, out } = await run('sim', 'engineered-fire', '--policy', policy, '--json');
      expect(code).toBe(0);
      expect(JSON.parse(out).score.total).toBeLessThan(60);
    }
  });

  it('refuses wrong use', async () => {
    expect((await run('levels', '--seeds', '0')).code).toBe(2);
    expect((await run('levels', '--nothing')).code).toBe(2);
  });
});

describe('a fault of a level', () => {
  const changed = (change: Partial<Level>): readonly string[] =>
    levelFaults({ ...QUIET_DOUBLING, ...change });

  it('is none in the levels of the game', () => {
    for (const level of loadLevels()) expect(levelFaults(level)).toEqual([]);
  });

  it('is a name that the model lacks', () => {
    expect(changed({ trigger: 'plague' })).toEqual([expect.stringContaining('plague')]);
  });

  it('is a missing source, and one without an address', () => {
    expect(changed({ sources: [] })).toHaveLength(1);
    expect(changed({ sources: [{ text: 'Somebody said so.' }] })).toEqual([
      expect.stringContaining('Somebody said so.'),
    ]);
  });

  it('is a treatment without words on its card', () => {
    const leeches = { ...QUIET_DOUBLING.treatments[0], id: 'leeches' } as unknown as LevelTreatment;
    const [first] = changed({ treatments: [leeches] });
    expect(first).toContain('hud.treatment.leeches.name');
  });

  it('is an order that cannot be given', () => {
    const [first, ...others] = QUIET_DOUBLING.treatments;
    if (first === undefined) throw new Error('the level has no treatment');
    expect(changed({ treatments: [{ ...first, stock: 0 }, ...others] })).toHaveLength(1);
  });
});
