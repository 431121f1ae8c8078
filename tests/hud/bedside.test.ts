import { describe, expect, it } from 'vitest';
import { allCards, cardView } from '../../src/hud/cards.ts';
import { CHART_GROUPS, chartTable, seriesShown, tableRows } from '../../src/hud/chartData.ts';
import { decisionCount, joinNear, treatmentMarks } from '../../src/hud/decisionMarks.ts';
import { courseText, decisionText, doseText } from '../../src/hud/doses.ts';
import { goalsOf } from '../../src/hud/goalStatus.ts';
import { abnormalCount, knownPoints, LAB_ORDER, labReading, testsOf } from '../../src/hud/labReadings.ts';
import { kidneyPoints, lungPoints, sofaReading } from '../../src/hud/sofa.ts';
import { sparkline, thin } from '../../src/hud/sparkline.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { Q } from '../../src/model/generated/system.ts';
import { LEVEL, startTestGame } from './game.ts';

const regimen = (treatment: string, id: string) => {
  const found = LEVEL.treatments
    .find((entry) => entry.id === treatment)
    ?.regimens.find((entry) => entry.id === id);
  if (!found) throw new Error(`${treatment} ${id}`);
  return found;
};

describe('a clinician', () => {
  it('is never shown an unmeasured number', () => {
    const { game, actions } = startTestGame('clinician');
    actions.stepHours(30);
    for (const test of testsOf(game())) {
      expect(labReading(game(), test).text).toBeNull();
      expect(knownPoints(game(), test)).toEqual([]);
    }
    expect(abnormalCount(game())).toBe(0);
    expect(sofaReading(game()).points).toMatchObject({
      lungs: null,
      blood: null,
      liver: null,
      kidneys: null,
    });
    const cytokines = CHART_GROUPS[0];
    if (!cytokines) throw new Error('no group');
    expect(chartTable(game(), seriesShown(game(), cytokines)).hours).toEqual([]);
    expect(seriesShown(game(), cytokines).map(({ id }) => id)).not.toContain('IL10');
    expect(goalsOf(game())).toEqual(['unknown', 'kept', 'unknown']);
  });
  it('sees an ordered test pending, then its result with its age', () => {
    const { game, actions } = startTestGame('clinician');
    expect(actions.command({ type: 'lab', test: 'IL6' })).toBeNull();
    actions.stepHours(1);
    expect(labReading(game(), 'IL6').dueHours).toBeCloseTo(1, 5);
    actions.stepHours(3);
    const reading = labReading(game(), 'IL6');
    expect(reading.dueHours).toBeNull();
    expect(reading.ageHours).toBeCloseTo(4, 1);
    expect(Number(reading.text)).toBeGreaterThan(0);
    expect(knownPoints(game(), 'IL6')).toHaveLength(1);
  });
});

describe('a student', () => {
  it('sees the live value of every test', () => {
    const { game, actions } = startTestGame('student');
    actions.stepHours(20);
    const offered = new Set(game().level.labs.map(({ id }) => id));
    expect(testsOf(game())).toEqual(LAB_ORDER.filter((test) => offered.has(test)));
    expect(testsOf(game())).toHaveLength(offered.size);
    expect(labReading(game(), 'PF').text).toBe(String(Math.round(game().now.values[Q.PF] ?? 0)));
    expect(sofaReading(game()).complete).toBe(true);
    expect(sofaReading(game()).sum).toBe(Math.round(game().now.values[Q.SOFA] ?? -1));
  });
});

describe('SOFA from measured values', () => {
  it('counts as Vincent et al. 1996, the lungs without asking for a ventilator', () => {
    expect([400, 399, 299, 199, 99].map(lungPoints)).toEqual([0, 1, 2, 3, 4]);
    expect([109, 110, 171, 300, 440].map(kidneyPoints)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('cards', () => {
  it('follow a dose from order to next dose', () => {
    const { game, actions } = startTestGame('student');
    expect(allCards(game())).toHaveLength(8);
    expect(cardView(game(), 'dexamethasone').status).toBe('ready');
    actions.setRunning(false);
    expect(actions.command({ type: 'order', treatment: 'dexamethasone', regimen: 'low' })).toBeNull();
    expect(cardView(game(), 'dexamethasone').status).toBe('ordered');
    actions.stepHours(0.5);
    expect(cardView(game(), 'dexamethasone').status).toBe('justGiven');
    actions.stepHours(1);
    expect(cardView(game(), 'dexamethasone')).toMatchObject({
      status: 'running',
      regimen: 'low',
      dose: '6 mg iv, daily',
    });
  });
  it('count the stock down to empty', () => {
    const { game, actions } = startTestGame('student');
    expect(cardView(game(), 'tocilizumab')).toMatchObject({ left: 2, all: 2 });
    for (const wait of [13, 13]) {
      expect(actions.command({ type: 'order', treatment: 'tocilizumab', regimen: 'single' })).toBeNull();
      actions.stepHours(wait);
    }
    expect(cardView(game(), 'tocilizumab')).toMatchObject({ left: 0, status: 'empty' });
  });
});

describe('doses in words', () => {
  it('name amount, unit, route and rhythm', () => {
    expect(doseText('antiviral', regimen('antiviral', 'course'))).toBe('200 mg iv, daily');
    expect(doseText('antiviral', regimen('antiviral', 'course'), 1)).toBe('100 mg iv, daily');
    expect(courseText('antiviral', regimen('antiviral', 'course'))).toBe(
      '200 then 100 mg iv, daily, 5 doses',
    );
    expect(doseText('antibiotic', regimen('antibiotic', 'course'))).toBe('1 g iv, 8-hourly');
    expect(doseText('tocilizumab', regimen('tocilizumab', 'single'))).toBe('8 mg/kg iv, once');
    expect(courseText('dexamethasone', regimen('dexamethasone', 'taper'))).toBe(
      '6, 4, 3, 2, 1 mg iv, daily, 5 doses',
    );
    expect(courseText('norepinephrine', regimen('norepinephrine', 'titrated'))).toContain('0.5 µg/kg/min');
  });
  it('tell a decision', () => {
    expect(decisionText(LEVEL, { type: 'oxygen', step: 2 })).toBe('Oxygen: High flow, 60 % oxygen');
    expect(decisionText(LEVEL, { type: 'stop', treatment: 'fluids' })).toBe('Fluids stopped');
    expect(decisionText(LEVEL, { type: 'lab', test: 'CRP' })).toBe('CRP sent to the laboratory');
  });
  it('tell two orders apart that begin with the same dose', () => {
    const order = (regimen: string, level = LEVEL) =>
      decisionText(level, { type: 'order', treatment: 'dexamethasone', regimen });
    expect(order('low')).toBe('Dexamethasone: 6 mg iv, daily');
    expect(order('taper')).toBe('Dexamethasone: 6, 4, 3, 2, 1 mg iv, daily');
    expect(order('high')).toBe('Dexamethasone: 20 mg iv, daily');
    const short = { id: 'short', amounts: [6], everyHours: 24, doses: 5 };
    const treatments = LEVEL.treatments.map((treatment) =>
      treatment.id === 'dexamethasone'
        ? { ...treatment, regimens: [...treatment.regimens, short] }
        : treatment,
    );
    expect(order('short', { ...LEVEL, treatments })).toBe('Dexamethasone: 6 mg iv, daily, 5 doses');
    expect(order('low', { ...LEVEL, treatments })).toBe('Dexamethasone: 6 mg iv, daily, 10 doses');
  });
  it("tell every level's orders apart", () => {
    for (const level of loadLevels()) {
      const words = level.treatments.flatMap(({ id, regimens }) =>
        regimens.map((regimen) => decisionText(level, { type: 'order', treatment: id, regimen: regimen.id })),
      );
      expect(new Set(words).size, level.id).toBe(words.length);
    }
  });
});

describe('marks and curves', () => {
  it('leaves out tests and what has not happened yet, and joins neighbours', () => {
    const { game, actions } = startTestGame('clinician');
    actions.command({ type: 'lab', test: 'CRP' });
    actions.command({ type: 'oxygen', step: 1 });
    actions.stepHours(2);
    actions.command({ type: 'order', treatment: 'fluids', regimen: 'bag' });
    actions.stepHours(1);
    const marks = treatmentMarks(game().commands, game().now.tick);
    expect(marks.map(({ symbol }) => symbol)).toEqual(['oxygen', 'fluids']);
    expect(treatmentMarks(game().commands, 10).map(({ symbol }) => symbol)).toEqual(['oxygen']);
    expect(joinNear(marks, 6)).toMatchObject([{ symbol: 'fluids', count: 2 }]);
    expect(joinNear(marks, 1)).toHaveLength(2);
    expect(decisionCount(game())).toBe(3);
  });
  it('draws one table row a step, and always the last', () => {
    const table = { hours: [0, 2, 4, 6, 8, 10, 12, 13], columns: [] };
    expect(tableRows(table, 6, false)).toEqual([0, 3, 6, 7]);
    expect(tableRows(table, 6, true)).toHaveLength(8);
  });
  it('keeps noise flat and growth steep', () => {
    const box = { width: 50, height: 20, hours: 48, now: 10, log: false, smallestSpan: 30 };
    const points = Array.from({ length: 11 }, (_, hour) => ({ hour, value: 78 + (hour % 2) }));
    const flat =
      sparkline(points, box)
        ?.path.match(/ (\d+\.\d)/g)
        ?.map(Number) ?? [];
    expect(Math.max(...flat) - Math.min(...flat)).toBeLessThan(1.5);
    expect(sparkline([], box)).toBeNull();
    expect(sparkline([{ hour: 10, value: 5 }], box)?.path).toBe('');
    expect(thin([1, 2, 3, 4, 5], 3)).toEqual([1, 3, 5]);
  });
});
