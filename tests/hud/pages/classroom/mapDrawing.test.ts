import { describe, expect, it } from 'vitest';
import { signPaths } from '../../../../src/hud/pages/classroom/map/glyphs.ts';
import { mapFrame, symbolsOnMap } from '../../../../src/hud/pages/classroom/map/mapFrame.ts';
import { drawings, drawRow, placeSigns, signAt } from '../../../../src/hud/pages/classroom/map/rowDrawing.ts';
import { spread, spreadSigns } from '../../../../src/hud/pages/classroom/map/spread.ts';
import { strengthOf, symbolOf } from '../../../../src/hud/pages/classroom/map/symbols.ts';
import {
  busyHours,
  gridHours,
  hoursOf,
  namedHours,
  PADDING,
  timeAxis,
} from '../../../../src/hud/pages/classroom/map/timeAxis.ts';
import { LEVEL, order, oxygen, realMap, withMarks } from './mapClass.ts';

const MAP = realMap(30);
const [ROW] = MAP.rows;
if (!ROW) throw new Error('no row');

describe('signs that stand apart', () => {
  it('leaves alone what has room, and keeps the mean of what has not', () => {
    expect(spread([10, 50, 90], 11, 0, 100)).toEqual([10, 50, 90]);
    expect(spread([50, 50], 10, 0, 100)).toEqual([45, 55]);
    expect(spread([49, 50, 90], 10, 0, 100)).toEqual([44.5, 54.5, 90]);
  });

  it('keeps order and bounds, and shares the room where there is too little', () => {
    expect(spread([0, 0, 0], 10, 0, 100)).toEqual([0, 10, 20]);
    expect(spread([100, 100, 100], 10, 0, 100)).toEqual([80, 90, 100]);
    expect(spread([5, 5, 5, 5, 5], 10, 0, 20)).toEqual([0, 5, 10, 15, 20]);
    expect(spread([], 10, 0, 20)).toEqual([]);
  });

  it('stands closer rather than far from the hour', () => {
    const crowd = Array.from({ length: 8 }, () => 100);
    const places = spreadSigns(crowd, 0, 600);
    expect(places[1]! - places[0]!).toBeLessThan(11);
    expect(new Set(places).size).toBe(8);
  });

  it('shows every order of a class of thirty, each at a place of its own', () => {
    const axis = timeAxis(620, hoursOf(MAP));
    for (const row of MAP.rows) {
      const signs = placeSigns(LEVEL, row, axis);
      expect(signs.flatMap(({ marks }) => marks)).toEqual(row.marks);
      for (const [index, { x }] of signs.entries())
        expect(x - (signs[index - 1]?.x ?? -99), row.name).toBeGreaterThanOrEqual(4.99);
    }
  });
});

describe('a row', () => {
  const axis = timeAxis(500 + 2 * PADDING, 240);

  it('is drawn to its end, or beyond the axis without a sign of its end', () => {
    expect(drawRow(LEVEL, withMarks(ROW, [], { endHour: 120 }), axis).endX).toBe(PADDING + 250);
    expect(drawRow(LEVEL, withMarks(ROW, [], { endHour: 241 }), axis).endX).toBeNull();
  });

  it('leaves out what was ordered after the last hour shown', () => {
    const row = withMarks(ROW, [order(10, 'antiviral', 'course'), order(300, 'antibiotic', 'course')]);
    expect(placeSigns(LEVEL, row, axis)).toHaveLength(1);
  });

  it('draws support apart from drugs, so that it can stand back', () => {
    const row = withMarks(ROW, [order(10, 'tocilizumab', 'single'), oxygen(100, 2)]);
    const { drug, support } = drawRow(LEVEL, row, axis);
    expect(drug.line).not.toBe('');
    expect(drug.solid).toBe('');
    expect(support.line).toBe('');
    expect(support.solid).not.toBe('');
  });

  it('makes one sign with two hours of the same ordered again at once, and two of different doses', () => {
    const again = placeSigns(LEVEL, withMarks(ROW, [oxygen(10, 1), oxygen(10.5, 1)]), axis);
    expect(again.map(({ marks }) => marks.length)).toEqual([2]);
    const other = placeSigns(LEVEL, withMarks(ROW, [oxygen(10, 1), oxygen(10.5, 2)]), axis);
    expect(other).toHaveLength(2);
  });

  it('is found by the place of a sign', () => {
    const signs = placeSigns(LEVEL, withMarks(ROW, [oxygen(10, 1), oxygen(100, 2)]), axis);
    expect(signAt(signs, axis.x(98), 9)).toBe(1);
    expect(signAt(signs, axis.x(60), 9)).toBeNull();
  });

  it('is drawn once for an axis, and not before there is one', () => {
    const drawingOf = drawings(LEVEL, MAP.rows, axis);
    expect(drawingOf(ROW.id)).toBe(drawingOf(ROW.id));
    expect(drawingOf('nobody')).toBeNull();
    expect(drawings(LEVEL, MAP.rows, timeAxis(0, 240))(ROW.id)).toBeNull();
  });
});

describe('doses', () => {
  const dexamethasone = LEVEL.treatments.find(({ id }) => id === 'dexamethasone')!;

  it('are hollow, filled, and half filled for a taper', () => {
    expect(['low', 'high', 'taper'].map((id) => strengthOf(dexamethasone, id))).toEqual([
      'plain',
      'strong',
      'taper',
    ]);
    const solids = ['low', 'high', 'taper'].map(
      (regimen) => signPaths(symbolOf(LEVEL, order(0, 'dexamethasone', regimen).command)!, 0, 0).solid,
    );
    expect(new Set(solids).size).toBe(3);
    expect(solids[0]).toBe('');
  });

  it('tells every step of oxygen from the others, and the ventilator from all of them', () => {
    const pictures = LEVEL.oxygen.map((_, step) =>
      signPaths(symbolOf(LEVEL, oxygen(0, step).command)!, 0, 0),
    );
    expect(new Set(pictures.map(({ solid }) => solid)).size).toBe(LEVEL.oxygen.length);
  });

  it('has a sign for every order of every treatment of the level, no two alike', () => {
    const paths = LEVEL.treatments.flatMap(({ id, regimens }) =>
      regimens.map((regimen) => {
        const { line, solid } = signPaths(symbolOf(LEVEL, order(0, id, regimen.id).command)!, 0, 0);
        return `${line} ${solid}`;
      }),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('stand in the legend once each, in the order of the level', () => {
    const ids = symbolsOnMap(mapFrame(LEVEL, MAP, false)).map(({ id, strength }) => `${id} ${strength}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, 3)).toEqual(['antiviral plain', 'antibiotic plain', 'dexamethasone plain']);
    expect(ids.at(-1)).toBe('ventilator plain');
  });
});

describe('the time axis', () => {
  it('holds every game in whole days and names as many as have room', () => {
    expect(hoursOf(MAP) % 24).toBe(0);
    expect(hoursOf(MAP)).toBeGreaterThanOrEqual(Math.max(...MAP.rows.map(({ endHour }) => endHour)));
    expect(namedHours(timeAxis(620, 240))).toHaveLength(11);
    expect(namedHours(timeAxis(100, 240))).toEqual([0, 72, 144, 216]);
  });

  it('has lines between the days where there is much room', () => {
    expect(gridHours(timeAxis(620, 480))).toBe(24);
    expect(gridHours(timeAxis(620, 96))).toBe(12);
    expect(namedHours(timeAxis(620, 48))).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48]);
  });

  it('comes nearer to the days that hold nine in ten orders, where these are few', () => {
    const hours = MAP.rows.flatMap(({ marks }) => marks.map(({ hour }) => hour));
    const busy = busyHours(MAP)!;
    expect(busy).toBeLessThan(hoursOf(MAP));
    expect(hours.filter((hour) => hour <= busy).length / hours.length).toBeGreaterThanOrEqual(0.9);
    const late = { ...MAP, rows: [withMarks(ROW, [oxygen(hoursOf(MAP) - 2, 1)])] };
    expect(busyHours(late)).toBeNull();
    expect(busyHours({ ...MAP, rows: [withMarks(ROW, [])] })).toBeNull();
  });
});
