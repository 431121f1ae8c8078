import { describe, expect, it } from 'vitest';
import type { Change, Mark } from '../../../../src/analysis/debrief/types.ts';
import type { Command } from '../../../../src/engine/types.ts';
import { hiddenAnswers, reportRows } from '../../../../src/hud/pages/debrief/reportRows.ts';
import { LEVEL } from '../../game.ts';

const STEROID: Command = { type: 'order', treatment: 'dexamethasone', regimen: 'low' };

function markAt(hour: number, over: Partial<Mark> = {}): Mark {
  const tick = hour * 20;
  return {
    id: `d${hour}`,
    kind: 'decision',
    tick,
    fromTick: tick,
    toTick: tick,
    commandIndex: 0,
    command: STEROID,
    sign: '?',
    unclear: false,
    loss: { value: 0.142, low: 0.09, high: 0.2 },
    gain: { value: 0.061, low: 0.02, high: 0.1 },
    kept: { played: 0.4, best: 0.54 },
    difficulty: 0.2,
    best: { type: 'none' },
    bestCommands: [],
    tryAgainTick: 0,
    patients: 200,
    effectivePatients: 90,
    parts: [],
    ...over,
  };
}

const better = (best: Change, over: Partial<Mark> = {}): string | undefined =>
  reportRows(LEVEL, [markAt(30, { best, ...over })])[0]?.better;

describe('rows of the printed report', () => {
  it('stand in the order of time, with the numbers that the chart shows', () => {
    const window = { id: 'm1', kind: 'missed', command: null, fromTick: 400, toTick: 640 } as const;
    const rows = reportRows(LEVEL, [markAt(50), markAt(24, window), markAt(10)]);
    expect(rows.map(({ number, mark }) => [number, mark.id])).toEqual([
      [1, 'd10'],
      [2, 'm1'],
      [3, 'd50'],
    ]);
    expect(rows[1]).toMatchObject({ when: '20 to 32 h', what: 'Missed' });
  });

  it('tell what was done, its mark, and what it changed with the interval', () => {
    const [row] = reportRows(LEVEL, [markAt(30, { unclear: true })]);
    expect(row).toMatchObject({
      when: '30 h',
      what: 'Dexamethasone: 6 mg iv, daily',
      sign: 'mistake, unclear',
      change: '\u221214',
      interval: '\u221220 to \u22129',
    });
    const [good] = reportRows(LEVEL, [markAt(30, { sign: '!', best: null })]);
    expect(good).toMatchObject({ change: '+6', better: '–' });
  });

  it('tell what a good decision without a sign gained', () => {
    const [row] = reportRows(LEVEL, [markAt(30, { sign: '', best: null })]);
    expect(row).toMatchObject({ sign: 'good', change: '+6', interval: '2 to 10', better: '–' });
  });

  it('tell the answer in a few words', () => {
    expect(better({ type: 'none' })).toBe('left out');
    expect(better({ type: 'move', to: { tick: 24 * 20, command: STEROID } })).toBe('6 h earlier, at 24 h');
    expect(better({ type: 'move', to: { tick: 41 * 20, command: STEROID } })).toBe('11 h later, at 41 h');
    const prongs: Command = { type: 'oxygen', step: 1 };
    expect(better({ type: 'order', to: { tick: 30 * 20, command: prongs } })).toContain('Nasal prongs');
    expect(better({ type: 'guideline', fromTick: 28 * 20 })).toBe('as the guideline orders, from 28 h');
    expect(better({ type: 'all' }, { kind: 'drift', parts: ['d1', 'd2'] })).toBe(
      'all 2 of its choices put right',
    );
    expect(better({ type: 'none' }, { sign: '' })).toBe('–');
  });

  it('leave out tests, and hours without a sign, and keep every decision about treatment', () => {
    const lab: Command = { type: 'lab', test: 'IL6' };
    const rows = reportRows(LEVEL, [
      markAt(1, { command: lab, sign: '' }),
      markAt(2, { kind: 'missed', command: null, sign: '' }),
      markAt(3, { sign: '' }),
    ]);
    expect(rows.map(({ mark }) => mark.id)).toEqual(['d3']);
  });
});

describe('answers that a report would give away', () => {
  it('are those that can be found out and have not been opened', () => {
    const marks = [
      markAt(1),
      markAt(2),
      markAt(3),
      markAt(4, { sign: '!', best: null }),
      markAt(5, { sign: '' }),
      markAt(6, { best: null }),
    ];
    expect(hiddenAnswers({ marks, revealed: {} })).toBe(3);
    expect(hiddenAnswers({ marks, revealed: { d1: 'answer', d2: 'hint', d3: 'question' } })).toBe(2);
    expect(hiddenAnswers({ marks, revealed: { d1: 'answer', d2: 'answer', d3: 'answer' } })).toBe(0);
  });
});
