import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accuracyOf } from '../../src/analysis/debrief/accuracy.ts';
import { CLOSER } from '../../src/analysis/debrief/decisions.ts';
import { KEPT_RULES } from '../../src/analysis/debrief/kept.ts';
import { VITAL_SD } from '../../src/analysis/debrief/observed.ts';
import { ONLY_GOOD, THRESHOLDS } from '../../src/analysis/debrief/signs.ts';
import type { Mark } from '../../src/analysis/debrief/types.ts';
import debrief from '../../src/text/en/debrief.json' with { type: 'json' };

const TEXT = readFileSync(new URL('../../docs/debrief.md', import.meta.url), 'utf8');

/** The row of a table whose first cell is this. */
function row(first: string): string {
  const found = TEXT.split('\n').find((line) => line.startsWith(`| ${first} |`));
  if (found === undefined) throw new Error(`docs/debrief.md has no row "${first}".`);
  return found;
}

describe('docs/debrief.md', () => {
  it('has the signs with the points and the names that the game gives them', () => {
    const names = {
      '?!': debrief.page.sign.dubious,
      '?': debrief.page.sign.mistake,
      '??': debrief.page.sign.blunder,
    };
    for (const { loss, sign } of THRESHOLDS) {
      expect(row(`\`${sign}\``)).toContain(`cost ${100 * loss} points or more`);
      expect(row(`\`${sign}\``)).toContain(`| ${names[sign as keyof typeof names]} |`);
    }
    expect(row('`!`')).toContain(`cost ${100 * ONLY_GOOD} points or more`);
    expect(row('`!`')).toContain(`| ${debrief.page.sign.good} |`);
    expect(row('(none)')).toContain(`| ${debrief.page.sign.even} |`);
    expect(row('(none), + points')).toContain(`| ${debrief.page.sign.helped} |`);
    expect(row('(none), either way')).toContain(`| ${debrief.page.sign.open} |`);
    expect(row('(none)')).toContain(`less than ${100 * (THRESHOLDS[0]?.loss ?? 0)} points`);
  });

  it('has the limits of what counts as kept', () => {
    const { reserve, organFunction, lungs, infectionHours } = KEPT_RULES;
    expect(row('life')).toContain(`| reserve ${reserve.safe} | reserve ${reserve.gone}, or death |`);
    expect(row('organs')).toContain(`| function ${organFunction.safe} | function ${organFunction.gone} |`);
    expect(row('lungs')).toContain(`| PaO2/FiO2 ${lungs.safe} mmHg | ${lungs.gone} mmHg |`);
    expect(row('guard')).toContain(`| ${infectionHours.safe} h | ${infectionHours.gone} h |`);
  });

  it('has how far two patients who are alike may differ', () => {
    const sd = Object.fromEntries(VITAL_SD.map((vital) => [vital.id, vital.sd]));
    expect(TEXT).toContain(
      `may differ by ${sd.HR} beats, ${sd.MAP} mmHg, ${sd.SpO2} % saturation,\n   ${sd.RR} breaths, ${sd.Temp} °C`,
    );
  });

  it('has what counts as at stake at least, and what a blunder leaves at most', () => {
    const mark = (loss: number, difficulty: number): Mark =>
      ({ kind: 'decision', loss: { value: loss, low: loss, high: loss }, difficulty }) as Mark;
    expect(TEXT).toContain('At least 20 points count as at stake');
    expect(debrief.accuracy.sum).toBe('100 × (1 − {{lost}} / {{counted}}) = {{bare}}');
    expect(accuracyOf([mark(0.05, 0.05)]).value).toBe(75);
    expect(TEXT).toContain('a `??` never stands beside more than 80');
    const easy = Array.from({ length: 50 }, () => mark(0, 0.5));
    expect(accuracyOf([...easy, mark(THRESHOLDS.at(-1)?.loss ?? 0, 0.5)]).value).toBe(80);
  });

  it('has how many more patients decide what stays open', () => {
    expect(TEXT).toContain(`weighed once more in up to ${200 * CLOSER}`);
  });
});
