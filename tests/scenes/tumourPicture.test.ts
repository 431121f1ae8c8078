import { describe, expect, it } from 'vitest';
import type { Level, Snapshot } from '../../src/engine/types.ts';
import { defaultParameters, P, Q, QUANTITIES } from '../../src/model/generated/system.ts';
import { sacDepth, VESSEL_HALF_WIDTH, vesselY } from '../../src/scenes/anatomy.ts';
import { MACROPHAGE_HOMES } from '../../src/scenes/objects/cellHomes.ts';
import { HUNTS, hunterPlace, NESTS, tumourCells } from '../../src/scenes/objects/tumourPlaces.ts';
import { pictureOf } from '../../src/scenes/picture.ts';
import {
  carTCount,
  MOST_CAR_T,
  TUMOUR_CELLS,
  type TumourPicture,
  tumourPictureOf,
} from '../../src/scenes/tumourPicture.ts';
import { course, patient } from '../support/patient.ts';

const level = (trigger: string): Level => ({ trigger, treatments: [] }) as unknown as Level;

function moment(values: Partial<Record<keyof typeof Q, number>>): Snapshot {
  const all = new Float64Array(QUANTITIES.length);
  for (const [id, value] of Object.entries(values)) all[Q[id as keyof typeof Q]] = value;
  return { tick: 0, hour: 0, values: all, treatments: [] } as unknown as Snapshot;
}

const tumour = (values: Partial<Record<keyof typeof Q, number>>): TumourPicture =>
  tumourPictureOf(moment(values), level('carT'));

describe('the tumour and its hunters', () => {
  it('are only there where CAR-T cells were infused', () => {
    for (const trigger of ['tgn1412', 'hlh', 'sepsis', 'covid19']) {
      const picture = tumourPictureOf(moment({ C: 1, A: 1 }), level(trigger));
      expect(Object.values(picture), trigger).toEqual([0, 0, 0, 0, 0]);
    }
    expect(tumour({ C: 1, A: 1 }).tumour).toBe(TUMOUR_CELLS);
  });

  it('shows the tumour by the root of its share, so that a hundredth is still seen', () => {
    expect(tumour({ A: 0.25 }).tumour).toBeCloseTo(TUMOUR_CELLS / 2, 9);
    expect(tumour({ A: 0.01 }).tumour).toBeCloseTo(TUMOUR_CELLS / 10, 9);
    expect(tumour({ A: 0 })).toMatchObject({ tumour: 0, dying: 0, debris: 0, engaged: 0 });
  });

  it('shows one CAR-T cell at infusion, every expansion, and never more than fit', () => {
    const [infused] = [carTCount(patient('carT').initial[Q.C] as number)];
    expect(infused).toBeGreaterThan(0.7);
    expect(carTCount(1)).toBe(15);
    for (let relative = 3e-4; relative < 1; relative *= 2)
      expect(carTCount(2 * relative) - carTCount(relative)).toBeGreaterThan(0.2);
    expect(carTCount(1e6)).toBe(MOST_CAR_T);
  });

  it('lets half of the hunters hold a cell at the antigen of half engagement', () => {
    expect(tumour({ A: defaultParameters()[P.KA] as number }).engaged).toBeCloseTo(0.5, 9);
  });

  it('shows as dying what the model kills in eight hours, and fewer under a steroid', () => {
    const values = { C: 0.5, A: 0.4 };
    const killed = 8 * (defaultParameters()[P.kA] as number) * 0.5 * 0.4;
    const { tumour: living, dying, debris } = tumour(values);
    expect(((living + dying) / TUMOUR_CELLS) ** 2).toBeCloseTo(0.4 + killed, 9);
    expect(debris).toBeGreaterThan(0);
    expect(tumour({ ...values, steroidEffect: 0.9 }).dying).toBeLessThan(dying);
    expect(tumour({ A: 0.4 }).dying).toBe(0);
  });

  it('goes with a real course: the hunters multiply, the tumour dies, interferon comes and goes', () => {
    const run = course(patient('carT'), 320);
    const at = (hour: number) =>
      pictureOf(
        { tick: hour * 20, hour, values: run.values[hour * 20], treatments: [] } as unknown as Snapshot,
        level('carT'),
      );
    const [early, middle, late] = [at(48), at(190), at(320)];
    expect(early.tumour).toBeGreaterThan(0.95 * TUMOUR_CELLS);
    expect(early.carT).toBeLessThan(4);
    expect(middle.carT).toBeGreaterThan(2 * early.carT);
    expect(middle.dying).toBeGreaterThan(1);
    expect(middle.ifngMotes).toBeGreaterThan(5 * early.ifngMotes);
    expect(late.tumour).toBeLessThan(0.2 * TUMOUR_CELLS);
    expect(late.ifngMotes).toBeLessThan(middle.ifngMotes);
    expect(early.tCells).toBe(late.tCells);
  });
});

describe('the places of the tumour', () => {
  const cells = tumourCells();

  it('are as many as are counted, in the tissue, clear of air, blood and macrophages', () => {
    expect(cells.length).toBe(TUMOUR_CELLS);
    for (const { x, y } of cells) {
      expect(sacDepth(x, y)).toBeLessThan(-8);
      expect(y).toBeLessThan(vesselY(x) - VESSEL_HALF_WIDTH - 14);
      for (const home of MACROPHAGE_HOMES.slice(0, 3))
        expect(Math.hypot(x - home.x, y - home.y)).toBeGreaterThan(12 + 36 * home.size);
    }
  });

  it('die from the rim inwards: the last ones live in the middle of their nests', () => {
    const outness = ({ x, y }: { x: number; y: number }): number =>
      Math.min(...NESTS.map((nest) => Math.hypot(x - nest.x, y - nest.y) / nest.r));
    const mean = (of: readonly (typeof cells)[number][]): number =>
      of.reduce((sum, cell) => sum + outness(cell), 0) / of.length;
    expect(mean(cells.slice(0, 9))).toBeLessThan(0.6 * mean(cells.slice(-9)));
  });

  it('let the hunters follow the tumour inwards, and stay out of the blood', () => {
    expect(HUNTS.length).toBe(MOST_CAR_T);
    for (const hunt of HUNTS) {
      if (hunt.nest === null) continue;
      const nest = NESTS[hunt.nest] as (typeof NESTS)[number];
      const away = (living: number): number => {
        const { x, y } = hunterPlace(nest, hunt.turn, living, { x: 0, y: 0 });
        expect(y).toBeLessThan(vesselY(x) - VESSEL_HALF_WIDTH - 10);
        expect(sacDepth(x, y)).toBeLessThan(2);
        return Math.hypot(x - nest.x, y - nest.y);
      };
      expect(away(0)).toBeLessThan(away(TUMOUR_CELLS) + 1e-9);
    }
  });
});
