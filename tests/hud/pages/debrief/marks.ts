/** Marks for tests of the page: only what a test names differs from a decision that changed little. */
import type { Mark } from '../../../../src/analysis/debrief/types.ts';

/** A decision at hour 40 that changed little, with `given` in place of its fields. */
export function markWith(given: Partial<Mark>): Mark {
  const tick = given.tick ?? 800;
  return {
    id: 'd0',
    kind: 'decision',
    tick,
    fromTick: tick,
    toTick: tick,
    commandIndex: 0,
    command: { type: 'order', treatment: 'tocilizumab', regimen: 'single' },
    sign: '',
    unclear: false,
    loss: { value: 0.01, low: -0.01, high: 0.03 },
    gain: { value: 0.02, low: 0, high: 0.04 },
    kept: { played: 0.5, best: 0.51 },
    difficulty: 0.1,
    best: null,
    bestCommands: [],
    tryAgainTick: 760,
    patients: 200,
    effectivePatients: 180,
    parts: [],
    ...given,
  };
}

/** Hours 30 to 44 in which the first dose of the antiviral was missing; the best moment was hour 34. */
export const MISSED = markWith({
  id: 'm1',
  kind: 'missed',
  tick: 680,
  fromTick: 610,
  toTick: 870,
  commandIndex: -1,
  command: null,
  sign: '??',
  loss: { value: 0.31, low: 0.24, high: 0.38 },
  gain: null,
  best: {
    type: 'order',
    to: { tick: 680, command: { type: 'order', treatment: 'antiviral', regimen: 'course' } },
  },
  tryAgainTick: 560,
});
