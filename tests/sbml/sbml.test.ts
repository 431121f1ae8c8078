import { describe, expect, it } from 'vitest';
import { mathOf } from '../../scripts/mathml.ts';
import { isSameUnit, parseUnit, unitIdOf } from '../../scripts/units.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import type { Level, TimedCommand } from '../../src/engine/types.ts';
import { advanceTick, TICKS_PER_HOUR } from '../../src/model/course.ts';
import { giveDose } from '../../src/model/dosing.ts';
import { P, Q, SPECIES } from '../../src/model/generated/system.ts';
import { courseOfLevel, courseOfLog, courseOfTrigger } from '../../src/sbml/exportedCourse.ts';
import { numberMath } from '../../src/sbml/math.ts';
import { sbmlText } from '../../src/sbml/modelSbml.ts';
import { element, escapeXml } from '../../src/sbml/xml.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

describe('units', () => {
  it('are one unit when they measure the same on one scale', () => {
    const same = (a: string, b: string) => isSameUnit(parseUnit(a), parseUnit(b));
    expect(same('mg/L', 'µg/mL')).toBe(true);
    expect(same('1/h/(1e6 CFU/mL)', 'mL/h/(1e6 CFU)')).toBe(true);
    expect(same('mmHg^3', 'mmHg mmHg mmHg')).toBe(true);
    expect(same('ng/mL', 'pg/mL')).toBe(false);
    expect(same('mmHg', 'mL')).toBe(false);
    expect(same('1/min', '1/h')).toBe(false);
  });

  it('have identifiers, and unknown ones are refused', () => {
    expect(unitIdOf('1/h/(1e6 CFU/mL)')).toBe('unit_per_h_per_1e6_CFU_per_mL');
    expect(unitIdOf('log10 copies/mL')).toBe('dimensionless');
    expect(() => parseUnit('furlong')).toThrow('furlong is unknown');
    expect(() => parseUnit('1/(h')).toThrow('bracket');
    expect(() => parseUnit('h)')).toThrow('cannot be read');
  });
});

describe('mathOf', () => {
  const unitOf = new Map([
    ['V', parseUnit('copies/mL')],
    ['c', parseUnit('1/h')],
    ['MAP', parseUnit('mmHg')],
    ['K', parseUnit('mmHg')],
  ]);
  const vocabulary = { unitOf, unitTexts: ['copies/mL', 'mmHg', '1/h'] };
  const math = (expression: string, unit: string) => mathOf(expression, parseUnit(unit), vocabulary);

  it('gives a number the unit of what it is added to or compared with', () => {
    expect(math('MAP - 65', 'mmHg')).toBe(
      '<apply><minus/><ci>MAP</ci><cn sbml:units="unit_mmHg">65</cn></apply>',
    );
    expect(math('below(MAP, 70)', '1')).toContain('<cn sbml:units="unit_mmHg">70</cn>');
    expect(math('log10(1 + V)', '1')).toContain('<cn sbml:units="unit_copies_per_mL">1</cn>');
  });

  it('refuses sums, comparisons, powers and results whose units do not agree', () => {
    expect(() => math('MAP + V', 'mmHg')).toThrow('do not agree');
    expect(() => math('c * V', 'copies/mL')).toThrow('do not agree');
    expect(() => math('up(MAP, V, 2)', '1')).toThrow('do not agree');
    expect(() => math('sigma(MAP)', '1')).toThrow('do not agree');
    expect(() => math('V^MAP', '1')).toThrow();
    expect(() => math('V + nowhere', '1')).toThrow('nowhere is not defined');
  });

  it('writes Hill functions out', () => {
    const ratio = '<apply><divide/><ci>MAP</ci><ci>K</ci></apply>';
    const one = '<cn sbml:units="dimensionless">1</cn>';
    expect(math('up(MAP, K, 1)', '1')).toBe(
      `<apply><divide/>${ratio}<apply><plus/>${one}${ratio}</apply></apply>`,
    );
    expect(math('dn(MAP, K, 0.25)', '1')).toContain('<apply><power/>');
  });
});

describe('XML', () => {
  it('escapes what has a meaning in it and leaves out what may not stand in it', () => {
    expect(escapeXml('a < b & "c" > d\u0000\ud800')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d');
    expect(element('p', { name: '<&>' }, 'text')).toBe('<p name="&lt;&amp;&gt;">text</p>');
    expect(element('p', {})).toBe('<p/>');
  });

  it('writes exponents apart, as MathML asks', () => {
    expect(numberMath(1.5e-11, 'u')).toBe('<cn type="e-notation" sbml:units="u">1.5<sep/>-11</cn>');
    expect(numberMath(1e21, 'u')).toBe('<cn type="e-notation" sbml:units="u">1<sep/>21</cn>');
    expect(numberMath(0.25, 'u')).toBe('<cn sbml:units="u">0.25</cn>');
  });
});

describe('the exported course', () => {
  const level: Level = { ...QUIET_DOUBLING, horizonHours: 60 };
  const commands: readonly TimedCommand[] = [
    { tick: 0, command: { type: 'oxygen', step: 1 } },
    { tick: 3, command: { type: 'order', treatment: 'dexamethasone', regimen: 'low' } },
    { tick: 3, command: { type: 'order', treatment: 'fluids', regimen: 'bag' } },
    { tick: 40, command: { type: 'order', treatment: 'norepinephrine', regimen: 'titrated' } },
    { tick: 200, command: { type: 'stop', treatment: 'norepinephrine' } },
  ];
  const game = { seed: 1, mode: 'clinician', commands } as const;
  const course = courseOfLog(level, game, 'A game');

  it('begins with the patient of the level at the start of the illness, on the first step of oxygen', () => {
    const { parameters, initial, startHour, endHour, interventions } = courseOfLevel(level, 'A patient');
    expect([startHour, endHour]).toEqual([level.patient.hoursBefore, level.patient.hoursBefore + 60]);
    expect(interventions).toEqual([]);
    expect(parameters[P.wI]).toBe(level.patient.parameters.wI);
    expect(initial[Q.V]).toBe(courseOfTrigger('covid19', 'x').initial[Q.V]);
    expect(initial[Q.fio2]).toBe(level.oxygen[0]?.fio2);
  });

  it('tells what was done, in order, with the titration by the nurse', () => {
    const { hoursBefore } = level.patient;
    const done = course.interventions.map(({ hour, kind, species }) => [hour - hoursBefore, kind, species]);
    expect(done.slice(0, 4)).toEqual([
      [0, 'setting', 'fio2'],
      [expect.closeTo(0.15), 'dose', 'dexC'],
      [expect.closeTo(0.15), 'dose', 'Fl'],
      [2, 'setting', 'ne'],
    ]);
    // The pressure is high enough without it: the nurse weans it hour by hour, before it is stopped.
    const pump = course.interventions.filter(({ species }) => species === 'ne');
    expect(pump.map(({ hour }) => hour - hoursBefore)).toEqual([2, 3, 4, 5]);
    expect(pump.map(({ value }) => value)).toEqual([0.05, 0.03, 0.01, 0].map((rate) => expect.closeTo(rate)));
  });

  it('gives the game again, bit for bit, when what was done is done to the patient', () => {
    const { state } = simulate(level, { ...game, decide: fromCommands(commands) });
    const y = course.initial.slice();
    const left = [...course.interventions];
    const ticks = Math.round(course.endHour * TICKS_PER_HOUR);
    for (let tick = 0; tick < ticks; tick += 1) {
      while (left[0] !== undefined && Math.round(left[0].hour * TICKS_PER_HOUR) === tick) {
        const { kind, species, value } = left.shift() as (typeof left)[number];
        y[Q[species]] = kind === 'dose' ? (y[Q[species]] as number) + value : value;
      }
      advanceTick(y, course.parameters);
    }
    expect([...y]).toEqual([...state.y]);
    expect(left).toEqual([]);
  });

  it('is written with every species and an event for every intervention, the first of which comes first', () => {
    const text = sbmlText(course);
    for (const id of SPECIES) expect(text).toMatch(new RegExp(`<rateRule variable="${id}">`));
    const priorities = [...text.matchAll(/<priority>.*?>(\d+)<\/cn>/g)].map(([, priority]) =>
      Number(priority),
    );
    expect(priorities).toHaveLength(course.interventions.length);
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
    expect(text).toContain('name="dexamethasone 6 mg"');
  });

  it('adds a dose as dosing does, in the unit of the species', () => {
    const y = new Float64Array(SPECIES.length);
    giveDose(y, 'dexamethasone', 6);
    const dose = course.interventions.find(({ species }) => species === 'dexC');
    expect(dose?.value).toBe(y[Q.dexC]);
  });
});
