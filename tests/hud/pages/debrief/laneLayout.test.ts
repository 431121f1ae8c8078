import { describe, expect, it } from 'vitest';
import { overlap } from '../../../../src/hud/pages/debrief/labelPlaces.ts';
import {
  type LaneBounds,
  type LaneItem,
  type LaneLayout,
  layOutLane,
} from '../../../../src/hud/pages/debrief/laneLayout.ts';
import { createRandom, nextUnit } from '../../../../src/math/random.ts';

const BOUNDS: LaneBounds = { left: 40, right: 800, badge: 30, gap: 5, mostRows: 3 };

const item = (id: string, x: number, labelWidth = 60): LaneItem => ({ id, x, labelWidth });

/** What each badge with its words covers. */
function covered({ badge, places }: LaneLayout, items: readonly LaneItem[]) {
  return places.map(({ id, x, row, label }) => {
    const width = items.find((candidate) => candidate.id === id)?.labelWidth ?? 0;
    return {
      left: x - badge / 2 - (label === 'left' ? BOUNDS.gap + width : 0),
      right: x + badge / 2 + (label === 'right' ? BOUNDS.gap + width : 0),
      top: row,
      bottom: row + 1,
    };
  });
}

function faultsOf(layout: LaneLayout, items: readonly LaneItem[]): string[] {
  const boxes = covered(layout, items);
  return boxes.flatMap((box, index) => {
    const faults = boxes
      .slice(index + 1)
      .filter((other) => overlap(box, other))
      .map(() => `${layout.places[index]?.id} lies on another`);
    if (box.left < BOUNDS.left || box.right > BOUNDS.right) faults.push(`${index} stands outside`);
    return faults;
  });
}

/** Random decisions, most of them close together, as random play gives them. */
function crowd(count: number, seed: number): readonly LaneItem[] {
  const stream = createRandom(seed, 'lane');
  return Array.from({ length: count }, (_, index) =>
    item(`d${index}`, 40 + 760 * nextUnit(stream) ** 2, 30 + 90 * nextUnit(stream)),
  );
}

describe('the lane of decisions', () => {
  it('leaves few badges at their moments, in one row, each with its words', () => {
    const items = [item('a', 100), item('b', 300), item('c', 600)];
    const { rows, places } = layOutLane(items, BOUNDS);
    expect(rows).toBe(1);
    expect(places.map(({ x }) => x)).toEqual([100, 300, 600]);
    expect(places.every(({ label }) => label !== null)).toBe(true);
  });

  it('takes another row rather than leaving words out', () => {
    const items = [item('a', 300), item('b', 310), item('c', 320)];
    const layout = layOutLane(items, BOUNDS);
    expect(layout.places.every(({ label }) => label !== null)).toBe(true);
    expect(layout.rows).toBeGreaterThan(1);
    expect(faultsOf(layout, items)).toEqual([]);
  });

  it('keeps a badge and its words inside at both ends', () => {
    const items = [item('first', 40), item('last', 800)];
    const layout = layOutLane(items, BOUNDS);
    expect(layout.places.map(({ label }) => label)).toEqual(['right', 'left']);
    expect(faultsOf(layout, items)).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5])('places a hundred decisions without one lying on another (seed %i)', (seed) => {
    const items = crowd(100, seed);
    const layout = layOutLane(items, BOUNDS);
    expect(layout.places).toHaveLength(100);
    expect(layout.rows).toBeLessThanOrEqual(BOUNDS.mostRows);
    expect(layout.badge).toBeGreaterThan(8);
    expect(faultsOf(layout, items)).toEqual([]);
  });

  it('places a hundred decisions of one hour', () => {
    const items = Array.from({ length: 100 }, (_, index) => item(`d${index}`, 400));
    const layout = layOutLane(items, BOUNDS);
    expect(layout.places).toHaveLength(100);
    expect(faultsOf(layout, items)).toEqual([]);
  });

  it('gives up the words of the least important first', () => {
    const items = crowd(40, 7);
    const { places } = layOutLane(items, BOUNDS);
    const isNamed = (id: string) => places.find((place) => place.id === id)?.label !== null;
    expect(isNamed('d0')).toBe(true);
    expect(places.filter(({ label }) => label === null).length).toBeGreaterThan(0);
  });

  it('is fast enough to be made while a hand moves', () => {
    const items = crowd(100, 3);
    layOutLane(items, BOUNDS);
    const before = performance.now();
    layOutLane(items, BOUNDS);
    expect(performance.now() - before).toBeLessThan(200);
  });
});
