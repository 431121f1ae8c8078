import { describe, expect, it } from 'vitest';
import {
  type Box,
  inside,
  leastCrossed,
  overlap,
  type Point,
  placeNames,
} from '../../../../src/hud/pages/debrief/labelPlaces.ts';

const BOUNDS: Box = { left: 0, top: 0, right: 400, bottom: 200 };

const line = (y: (x: number) => number, width = 60) => ({
  points: Array.from({ length: 81 }, (_, index): Point => [5 * index, y(5 * index)]),
  width,
  height: 14,
});

describe('the names of lines', () => {
  it('stand apart, inside the plot and off what is taken', () => {
    const taken = [{ left: 250, top: 60, right: 400, bottom: 130 }];
    const lines = [line(() => 100), line(() => 108), line((x) => 180 - x / 4), line((x) => 20 + x / 3)];
    const boxes = placeNames(lines, BOUNDS, taken);
    expect(boxes.every((box) => box !== null)).toBe(true);
    const placed = boxes.filter((box) => box !== null);
    for (const [index, box] of placed.entries()) {
      expect(inside(box, BOUNDS)).toBe(true);
      for (const other of [...taken, ...placed.slice(index + 1)]) expect(overlap(box, other)).toBe(false);
    }
  });

  it('are written where no line runs through them, when there is such a place', () => {
    const lines = [line(() => 60), line(() => 140)];
    const [first] = placeNames(lines, BOUNDS, []);
    const crossed = lines.some(({ points }) =>
      points.some(
        ([x, y]) => first && x > first.left && x < first.right && y > first.top && y < first.bottom,
      ),
    );
    expect(crossed).toBe(false);
  });

  it('are left out where there is no room at all', () => {
    expect(placeNames([line(() => 100)], BOUNDS, [BOUNDS])).toEqual([null]);
  });

  it('take the first of the places that are crossed least', () => {
    const path: readonly Point[] = [
      [10, 10],
      [20, 10],
    ];
    const box = (left: number): Box => ({ left, top: 0, right: left + 12, bottom: 20 });
    expect(leastCrossed([box(9), box(30), box(60)], [path])).toEqual(box(30));
    expect(leastCrossed([], [path])).toBeNull();
  });
});
