import { describe, expect, it } from 'vitest';
import { cohensKappa, type LabelPair, labelOf, pairLabels, signOf } from '../../../scripts/debrief/kappa.ts';
import type { Mark } from '../../../src/analysis/debrief/types.ts';

const NOTHING = { value: 0, low: 0, high: 0 };

function mark(change: Partial<Mark>): Mark {
  return {
    id: 'd0',
    kind: 'decision',
    tick: 0,
    fromTick: 0,
    toTick: 0,
    commandIndex: 0,
    command: null,
    sign: '',
    unclear: false,
    loss: NOTHING,
    gain: null,
    kept: { played: 1, best: 1 },
    difficulty: 0,
    best: null,
    bestCommands: [],
    tryAgainTick: 0,
    patients: 200,
    effectivePatients: 200,
    parts: [],
    ...change,
  };
}

const missed = (fromTick: number, toTick: number, sign: Mark['sign']): Mark =>
  mark({ id: `m${fromTick}`, kind: 'missed', commandIndex: -1, fromTick, toTick, sign });
const of = (...marks: Mark[]): { readonly marks: readonly Mark[] } => ({ marks });

describe("Cohen's kappa", () => {
  it('is that of the textbook: 0.4 for the 50 grant proposals', () => {
    const times = (count: number, pair: LabelPair): LabelPair[] => Array.from({ length: count }, () => pair);
    // Both yes 20, both no 15, first yes 5, second yes 10: 0.7 seen, 0.5 by chance.
    const pairs = [
      ...times(20, ['!', '!']),
      ...times(5, ['!', '']),
      ...times(10, ['', '!']),
      ...times(15, ['', '']),
    ];
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 12);
  });

  it('is 1 for the same, below 0 for the opposite, and nothing without pairs', () => {
    expect(
      cohensKappa([
        ['?', '?'],
        ['', ''],
      ]),
    ).toBe(1);
    expect(cohensKappa([['', '']])).toBe(1);
    expect(
      cohensKappa([
        ['?', ''],
        ['', '?'],
      ]),
    ).toBe(-1);
    expect(cohensKappa([])).toBeNaN();
  });
});

describe('what two debriefs say', () => {
  it('is paired by decision, with nothing where one is silent', () => {
    const one = of(mark({ id: 'd0', sign: '?' }), mark({ id: 'd2', sign: '!' }));
    const other = of(mark({ id: 'd0', sign: '??' }), mark({ id: 'drift', kind: 'drift', sign: '?!' }));
    expect(pairLabels(one, other)).toEqual([
      ['?', '??'],
      ['!', ''],
      ['', '?!'],
    ]);
  });

  it('is unclear where a mark is, unless the sign alone is asked for', () => {
    const one = of(mark({ sign: '?', unclear: true }));
    const other = of(mark({ sign: '?' }));
    expect(pairLabels(one, other, labelOf)).toEqual([['unclear', '?']]);
    expect(pairLabels(one, other, signOf)).toEqual([['?', '?']]);
  });

  it('pairs windows by their longest overlap, each once, and the rest with nothing', () => {
    const one = of(missed(0, 100, '??'), missed(200, 300, '?'), missed(900, 950, '?!'));
    const other = of(missed(90, 260, '?'), missed(10, 80, '??'));
    expect(pairLabels(one, other)).toEqual([
      ['??', '??'],
      ['?', '?'],
      ['?!', ''],
    ]);
    expect(pairLabels(other, one).map(([a, b]) => [b, a])).toEqual(pairLabels(one, other));
  });

  it('does not pair windows that do not touch', () => {
    expect(pairLabels(of(missed(0, 100, '??')), of(missed(101, 200, '??')))).toEqual([
      ['??', ''],
      ['', '??'],
    ]);
  });
});
