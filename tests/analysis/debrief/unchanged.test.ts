import { describe, expect, it } from 'vitest';
import { createLocalPool } from '../../../scripts/debrief/localPool.ts';
import { type Alternative, move, replace } from '../../../src/analysis/debrief/alternatives.ts';
import { createCohort } from '../../../src/analysis/debrief/cohort.ts';
import { weigh } from '../../../src/analysis/debrief/compare.ts';
import type { DecisionLog, Level, TimedCommand } from '../../../src/engine/types.ts';
import { OPEN_DOOR, playedLog } from '../../support/debriefLevels.ts';
import { debriefOf } from '../../support/debriefs.ts';
import { order, stop } from '../../support/play.ts';

const HOUR = 20;
const LOG = playedLog(OPEN_DOOR, [
  [12, order('dexamethasone', 'high')],
  [30, order('tocilizumab', 'single')],
]);

/** Weighs alternatives at 12 h, whose patients differ in what becomes of them. */
async function weighed(
  alternatives: readonly Alternative[],
  level: Level = OPEN_DOOR,
  log: DecisionLog = LOG,
) {
  const tick = 12 * HOUR;
  const cohort = await createCohort(level, log, { seed: 3, patients: 60 }, createLocalPool(1), [0, tick]);
  return weigh(cohort, tick, alternatives, 60);
}

const asPlayed = (commands: readonly TimedCommand[]): Alternative => ({
  change: { type: 'all' },
  commands,
  added: -1,
});

describe('a counterfactual with nothing changed', () => {
  it('loses exactly nothing, surely', async () => {
    const again = [
      asPlayed(LOG.commands),
      move(LOG.commands, 0, 12 * HOUR),
      replace(LOG.commands, 0, order('dexamethasone', 'high')),
    ];
    const { weighed: same, played } = await weighed(again);
    expect(played).toBeGreaterThan(0);
    expect(same).toHaveLength(again.length);
    for (const { better, chance, arm } of same) {
      expect(chance).toBe(played);
      expect(new Set(arm).size).toBeGreaterThan(1);
      expect({ ...better }).toEqual({ value: 0, low: 0, high: 0 });
    }
  });

  it('is told from one that changes something', async () => {
    const { weighed: changed } = await weighed([asPlayed(LOG.commands.slice(1))]);
    expect(changed[0]?.better.low).toBeGreaterThan(0);
  });
});

describe('what the rules refuse', { timeout: 180_000 }, () => {
  it('is no alternative', async () => {
    const legal = replace(LOG.commands, 0, order('dexamethasone', 'low'));
    const refused = [
      replace(LOG.commands, 0, stop('dexamethasone')),
      replace(LOG.commands, 0, { type: 'oxygen', step: 0 }),
      replace(LOG.commands, 0, order('antibiotic', 'course')),
      replace(LOG.commands, 0, order('dexamethasone', 'twice')),
    ];
    const { weighed: left } = await weighed([...refused, legal]);
    expect(left.map(({ alternative }) => alternative)).toEqual([legal]);
  });

  it('is never named as the best', async () => {
    for (const seed of [1, 2, 3]) {
      for (const { best } of (await debriefOf(OPEN_DOOR, LOG, seed, 40)).marks) {
        if (best?.type !== 'order') continue;
        expect(best.to.command).not.toMatchObject({ type: 'oxygen' });
        expect(best.to.command).not.toEqual(stop('tocilizumab'));
      }
    }
  });
});
