import { describe, expect, it } from 'vitest';
import type { Debrief, Mark } from '../../src/analysis/debrief/types.ts';
import { debriefJson, debriefText } from '../../src/cli/debriefOutput.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { markWith } from '../hud/pages/debrief/marks.ts';
import { QUIET_DOUBLING as level } from '../support/levels.ts';

const LOG = { outcome: 'recovered', score: 90 } as DecisionLog;

function debriefOf(mark: Mark): Debrief {
  const accuracy = { value: 100, lost: 0, atStake: 0.6, worstLoss: 0 };
  return { seed: 1, patients: 200, marks: [mark], accuracy, kept: { played: 0.9 }, steps: 0 };
}

const gained = (value: number, low: number): Mark =>
  markWith({ gain: { value, low, high: 2 * value - low }, loss: { value: 0, low: 0, high: 0 } });

describe('what the command line says of a decision without a sign', () => {
  it('is good with its gain where much would have been lost without it', () => {
    const good = debriefOf(gained(0.6, 0.5));
    expect(debriefText(level, LOG, good)).toContain('good +60');
    expect(JSON.parse(debriefJson(level, LOG, good)).marks[0]).toMatchObject({ mark: '', gain: 60 });
  });

  it('is nothing where little changed, or where that is not sure', () => {
    expect(debriefText(level, LOG, debriefOf(gained(0.04, 0.03)))).not.toContain('good +');
    expect(debriefText(level, LOG, debriefOf(gained(0.08, -0.02)))).not.toContain('good +');
  });
});
