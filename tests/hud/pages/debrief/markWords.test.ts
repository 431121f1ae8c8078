import { describe, expect, it } from 'vitest';
import type { Mark, Sign } from '../../../../src/analysis/debrief/types.ts';
import {
  answerText,
  byImportance,
  byTime,
  changeOf,
  intervalText,
  markName,
  markSentence,
  pointsText,
  questionText,
  shownHour,
  signText,
  vagueHours,
  weighedText,
  windowText,
} from '../../../../src/hud/pages/debrief/markWords.ts';
import { QUIET_DOUBLING as level } from '../../../support/levels.ts';
import { MISSED, markWith } from './marks.ts';

const order = { type: 'order', treatment: 'dexamethasone', regimen: 'low' } as const;

/** Everything that the page says of a mark before its answer is shown. */
function saidBefore(mark: Mark): string {
  return [
    questionText(level, mark),
    weighedText(mark),
    markName(level, mark),
    markSentence(level, mark),
  ].join(' | ');
}

describe('the words of a mark', () => {
  it('ask where something was missed, in the hours of the window', () => {
    expect(questionText(level, MISSED)).toBe('Between 30 h and 44 h something was missed');
    expect(windowText(MISSED)).toBe('30 to 44 h');
    expect(weighedText(MISSED)).toContain('cost 31 percentage points');
    expect(weighedText(MISSED)).toContain('24 to 38');
  });

  it('do not give the order or its best moment away before the answer', () => {
    expect(saidBefore(MISSED)).not.toMatch(/antiviral|\b34\b/i);
    const swapped = markWith({ sign: '?', best: { type: 'order', to: { tick: 900, command: order } } });
    expect(saidBefore(swapped)).not.toMatch(/dexamethasone|\b45\b/i);
    const moved = markWith({ sign: '??', best: { type: 'move', to: { tick: 500, command: order } } });
    expect(saidBefore(moved)).not.toMatch(/earlier|later|better|\b25\b/i);
  });

  it('show a window by its middle, because its best moment would be the answer', () => {
    expect(shownHour(MISSED)).toBe(37);
    expect(shownHour({ ...MISSED, tick: 610 })).toBe(37);
  });

  it('say of a costly decision only within which half a day it lies, and never name it in the question', () => {
    for (const tick of [0, 47, 119, 120, 121, 800, 2399]) {
      const mark = markWith({ sign: '?', tick });
      const { from, to } = vagueHours(mark);
      expect(to - from).toBe(12);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from).toBeLessThanOrEqual(tick / 20);
      expect(to).toBeGreaterThanOrEqual(tick / 20);
      expect(questionText(level, mark)).not.toMatch(/tocilizumab/i);
    }
  });

  it('have nothing to hide of the only good move', () => {
    expect(questionText(level, markWith({ sign: '!' }))).toBe('Tocilizumab at 40 h was the only good move');
  });

  it('tell each kind of answer', () => {
    const answer = (best: Mark['best'], given: Partial<Mark> = {}) =>
      answerText(level, markWith({ sign: '?', best, ...given }));
    expect(answer({ type: 'none' })).toMatch(/^Better without it: Tocilizumab/);
    expect(answer({ type: 'move', to: { tick: 500, command: order } })).toMatch(
      /^Better 15 h earlier, at 25 h/,
    );
    expect(answer({ type: 'move', to: { tick: 1000, command: order } })).toMatch(
      /^Better 10 h later, at 50 h/,
    );
    expect(answer({ type: 'order', to: { tick: 800, command: order } })).toMatch(
      /^Better at 40 h: Dexamethasone.*You gave at 40 h: Tocilizumab/,
    );
    expect(answerText(level, MISSED)).toMatch(/^Better at 34 h: Antiviral/);
    expect(answer({ type: 'guideline', fromTick: 400 })).toMatch(/guideline.*from 20 h on/);
    expect(answer({ type: 'all' }, { parts: ['d1', 'd2', 'd3'] })).toContain('all 3');
    expect(answer(null)).toContain('Nothing that was weighed is better');
    // Better by less than a mark.
    expect(answer({ type: 'none' }, { sign: '' })).toContain('Nothing that was weighed is better');
    expect(answer({ type: 'none' }, { sign: '!' })).toContain('Nothing that was weighed is better');
  });

  it('count a loss down and the gain of the only good move up', () => {
    expect(changeOf(MISSED)).toEqual({ value: -0.31, low: -0.38, high: -0.24 });
    expect(pointsText(changeOf(MISSED).value)).toBe('−31');
    expect(intervalText(changeOf(MISSED))).toBe('−38 to −24');
    const good = markWith({ sign: '!', gain: { value: 0.09, low: 0.05, high: 0.13 } });
    expect(pointsText(changeOf(good).value)).toBe('+9');
    expect([pointsText(0.004), pointsText(-0.004)]).toEqual(['0', '0']);
  });

  it('say that an unclear sign is unclear', () => {
    expect(signText({ sign: '?', unclear: true })).toBe('mistake, unclear');
    expect(markSentence(level, markWith({ sign: '?', unclear: true }))).toContain('mistake, unclear');
  });
});

describe('the order of marks', () => {
  const signed = (id: string, sign: Sign, loss: number, tick: number) =>
    markWith({ id, sign, tick, loss: { value: loss, low: loss, high: loss } });
  const marks = [
    signed('a', '?!', 0.06, 100),
    signed('b', '??', 0.25, 300),
    signed('c', '', 0.01, 50),
    signed('d', '??', 0.4, 400),
  ];

  it('puts what weighs most first', () => {
    expect(byImportance(marks).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
  });

  it('puts what came first first, a window by its middle', () => {
    const window = { ...MISSED, tick: 20, fromTick: 20, toTick: 380 };
    expect(byTime([...marks, window]).map(({ id }) => id)).toEqual(['c', 'a', 'm1', 'b', 'd']);
  });
});
