import { describe, expect, it } from 'vitest';
import type { Mark, Sign } from '../../../../src/analysis/debrief/types.ts';
import {
  alikeText,
  answerText,
  byImportance,
  byTime,
  changeOf,
  furtherText,
  intervalText,
  markName,
  markSentence,
  nameOf,
  pointsText,
  questionText,
  shownHour,
  signText,
  vagueHours,
  weighedText,
  windowText,
} from '../../../../src/hud/pages/debrief/markWords.ts';
import { t } from '../../../../src/hud/pages/debrief/words.ts';
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

  it('call good what has no sign and without which much would have been lost', () => {
    const gain = { value: 0.6, low: 0.52, high: 0.68 };
    const good = markWith({ command: order, loss: { value: 0, low: 0, high: 0 }, gain });
    expect(signText(good)).toBe('good');
    expect(nameOf(good)).toBe('helped');
    expect(pointsText(changeOf(good).value)).toBe('+60');
    expect(questionText(level, good)).toBe('Dexamethasone at 40 h was a good move');
    expect(weighedText(good)).toMatch(/^Nothing that was weighed is better.* 60 percentage points lower/);
    expect(markSentence(level, good)).toContain('good. +60 percentage points, 95 % interval 52 to 68');
    // A sign says more than a gain.
    expect(signText({ ...good, sign: '?' })).toBe('mistake');
    expect(changeOf({ ...good, sign: '?' }).value).toBeCloseTo(0);
  });

  it('say that something changed little only where it did', () => {
    const gained = (value: number, low: number) => markWith({ gain: { value, low, high: 2 * value - low } });
    expect(signText(gained(0.049, 0.03))).toBe('changed little');
    expect(signText(gained(-0.02, -0.04))).toBe('changed little');
    expect(signText(gained(0.05, 0.01))).toBe('good');
    expect(signText(gained(0.08, -0.01))).toBe('no clear difference');
    expect(questionText(level, gained(0.08, -0.01))).toBe('Tocilizumab at 40 h made no clear difference');
    expect(signText(markWith({ gain: null }))).toBe('changed little');
  });

  it('say why two futures lie further apart than the mark counts', () => {
    const mark = { kept: { played: 0.2, best: 0.7 }, loss: { value: 0.12, low: 0.08, high: 0.16 } };
    expect(furtherText(mark)).toMatch(/50 points apart.* counts 12: .*a mark of its own/);
    expect(furtherText({ ...mark, kept: { played: 0.2, best: 0.33 } })).toBeNull();
    expect(furtherText(markWith({}))).toBeNull();
  });

  it('say at which hour the patients were alike, and that losses are weighed one by one', () => {
    expect(alikeText(markWith({ tick: 360 }), 200)).toBe('200 patients who were like this one at 18 h');
    expect(t('debrief.accuracy.lost', { lost: '130' })).toMatch(
      /you lost 130.*weighed by itself.*more than 100/,
    );
  });

  it('name the taper that would have been better by all its amounts', () => {
    const taper = { tick: 800, command: { ...order, regimen: 'taper' } } as const;
    const mark = markWith({ sign: '?', command: order, best: { type: 'order', to: taper } });
    expect(answerText(level, mark)).toBe(
      'Better at 40 h: Dexamethasone: 6, 4, 3, 2, 1 mg iv, daily. You gave at 40 h: Dexamethasone: 6 mg iv, daily.',
    );
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
