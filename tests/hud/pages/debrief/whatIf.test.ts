import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyTarget } from '../../../../src/hud/pages/debrief/whatIfHandle.tsx';
import { rowCount, rowsOf } from '../../../../src/hud/pages/debrief/whatIfRows.ts';

describe('the rows of the decisions', () => {
  const item = fc.record({ id: fc.nat(1000), x: fc.double({ min: 0, max: 800, noNaN: true }) });
  const items = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 30 });

  it('never let one handle lie on another, and open no row without need', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 20, max: 60 }), (all, width) => {
        const rows = rowsOf(all, width);
        for (const one of all) {
          const row = rows.get(one.id) ?? -1;
          expect(row).toBeGreaterThanOrEqual(0);
          for (const other of all) {
            if (other.id === one.id || rows.get(other.id) !== row) continue;
            expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(width - 1e-9);
          }
          // Each row above is taken at this very place.
          for (let above = 0; above < row; above += 1) {
            const near = all.some(({ id, x }) => rows.get(id) === above && Math.abs(x - one.x) < width);
            expect(near).toBe(true);
          }
        }
      }),
    );
  });

  it('are one for a game without a decision', () => {
    expect(rowCount(rowsOf([], 40))).toBe(1);
    const crowded = [0, 5, 10].map((x, id) => ({ id, x }));
    expect(rowCount(rowsOf(crowded, 40))).toBe(3);
  });
});

describe('the keys of a decision', () => {
  const press = (key: string, change: { shiftKey?: boolean; altKey?: boolean } = {}) =>
    keyTarget({ key, shiftKey: false, altKey: false, ...change }, 1000, 9599);

  it('move it by an hour, with Shift by six, with Alt by the least there is', () => {
    expect(press('ArrowRight')).toBe(1020);
    expect(press('ArrowUp')).toBe(1020);
    expect(press('ArrowLeft')).toBe(980);
    expect(press('ArrowDown')).toBe(980);
    expect(press('ArrowRight', { shiftKey: true })).toBe(1120);
    expect(press('ArrowLeft', { shiftKey: true })).toBe(880);
    expect(press('ArrowRight', { altKey: true })).toBe(1001);
    expect(press('ArrowLeft', { altKey: true })).toBe(999);
  });

  it('move it by a day, or to the ends of the level, and no other key moves it', () => {
    expect(press('PageUp')).toBe(1480);
    expect(press('PageDown')).toBe(520);
    expect(press('Home')).toBe(0);
    expect(press('End')).toBe(9599);
    for (const key of ['Tab', 'Enter', 'Delete', 'a', ' ']) expect(press(key)).toBeNull();
  });
});
