import { describe, expect, it } from 'vitest';
import type { Level, Snapshot } from '../../src/engine/types.ts';
import { defaultParameters, P, Q, QUANTITIES } from '../../src/model/generated/system.ts';
import {
  fluidHeight,
  ifngMoteCount,
  il6MoteCount,
  il10MoteCount,
  leakOpening,
  MOTE_LIMITS,
  macrophageEmber,
  mixPictures,
  pictureOf,
  tnfMoteCount,
} from '../../src/scenes/picture.ts';
import { tileShare } from '../../src/scenes/scales.ts';

const LEVEL = {
  treatments: ['antiviral', 'antibiotic', 'dexamethasone', 'tocilizumab'].map((id) => ({ id })),
} as unknown as Level;

/** A healthy patient, with what a test changes. */
const HEALTH = {
  T: 1,
  TNF: 1,
  IL6: 1.53,
  IL10: 0.248,
  MAP: 88,
  SpO2: 98,
  HR: 70,
  heartFunction: 1,
  kidneyFunction: 1,
};

function snapshot(
  values: Partial<Record<keyof typeof Q, number>>,
  hour = 10,
  lastDoseHours: Record<string, number> = {},
): Snapshot {
  const all = new Float64Array(QUANTITIES.length);
  for (const [id, value] of Object.entries({ ...HEALTH, ...values })) all[Q[id as keyof typeof Q]] = value;
  const treatments = Object.entries(lastDoseHours).map(([id, lastDoseHour]) => ({ id, lastDoseHour }));
  return { tick: hour * 20, hour, values: all, treatments } as unknown as Snapshot;
}

const at = (values: Partial<Record<keyof typeof Q, number>>) => pictureOf(snapshot(values), LEVEL);

describe('motes by concentration', () => {
  it('follows the rule for IL-6 at 14, 100 and 1180 pg/mL', () => {
    // 36 x 3.4^log10(C): 3.4^1.1461 = 4.066, 3.4^2 = 11.56, 3.4^3.0719 = 42.92
    expect(il6MoteCount(14)).toBeCloseTo(146.4, 0);
    expect(il6MoteCount(100)).toBeCloseTo(416.16, 6);
    expect(il6MoteCount(1180)).toBeCloseTo(1545, -1);
  });

  it('gives TNF-α eightfold and IL-10 threefold motes for each decade', () => {
    expect(tnfMoteCount(6)).toBeCloseTo(9, 9);
    expect(tnfMoteCount(60)).toBeCloseTo(72, 9);
    expect(il10MoteCount(0.248)).toBeCloseTo(10, 9);
    expect(il10MoteCount(24.8)).toBeCloseTo(90, 9);
  });

  it('gives interferon-γ fivefold motes for each decade, and none where there is none', () => {
    expect(ifngMoteCount(40)).toBeCloseTo(12, 9);
    expect(ifngMoteCount(400)).toBeCloseTo(60, 9);
    expect(ifngMoteCount(0)).toBeLessThan(0.3);
    expect(ifngMoteCount(1e9)).toBe(MOTE_LIMITS.ifng);
  });

  it('is capped, and finite without any cytokine', () => {
    expect(il6MoteCount(1e9)).toBe(MOTE_LIMITS.il6);
    expect(tnfMoteCount(1e9)).toBe(MOTE_LIMITS.tnf);
    expect(il10MoteCount(1e9)).toBe(MOTE_LIMITS.il10);
    expect(il6MoteCount(0)).toBeCloseTo(36 / 39.304, 6);
  });
});

describe('the picture of a moment', () => {
  it('is calm in health', () => {
    const picture = at({});
    expect(picture).toMatchObject({ storm: 0, leak: 0, hurt: 0, fluid: 0, infected: 0, lost: 0, ember: 0 });
    expect(picture).toMatchObject({ gasRings: 34, flow: 1, stacking: 0, virions: 0, buds: 0, bacteria: 0 });
    expect(picture).toMatchObject({ squeezing: 0, wandering: 0, drowning: 0, macrophages: 3, alarm: 0 });
    expect(picture).toMatchObject({ saturation: 0.98, heartRate: 70, heart: 1, kidney: 1 });
  });

  it('fills the alveolus with lung damage and stops gas as it fills', () => {
    expect(fluidHeight(0.64)).toBeCloseTo(0.62 * 0.512, 9);
    expect(at({ Lu: 0.64 }).fluid).toBeCloseTo(0.31744, 9);
    expect(at({ Lu: 0.64 }).gasRings).toBeCloseTo(34 * (1 - 1.9 * 0.31744), 9);
    expect(at({ Lu: 1 }).gasRings).toBe(0);
  });

  it('opens the vessel with permeability and hurts it later', () => {
    expect(leakOpening(0.1)).toBeCloseTo(0.2512, 4);
    expect(at({ E: 0.1 }).hurt).toBe(0);
    expect(at({ E: 1 })).toMatchObject({ leak: 1, hurt: 1 });
  });

  it('slows the blood by pressure and stacks the cells below 65 mmHg', () => {
    expect(at({ MAP: 44 }).flow).toBe(0.5);
    expect(at({ MAP: 65 }).stacking).toBe(0);
    expect(at({ MAP: 59 }).stacking).toBeCloseTo(0.4, 9);
    expect(at({ MAP: 40 }).stacking).toBe(1);
  });

  it('shows infected and lost cells by the root of their shares', () => {
    expect(tileShare(0.01)).toBeCloseTo(0.1, 9);
    const picture = at({ T: 0.95, I: 0.01 });
    expect(picture.infected).toBeCloseTo(0.1, 9);
    expect(picture.lost).toBeCloseTo(0.2, 9);
  });

  it('stops the budding under an antiviral, not the particles that are there', () => {
    const before = at({ viralLoad: 8 });
    const after = at({ viralLoad: 8, antiviralEffect: 0.75 });
    expect(before.buds).toBe(3);
    expect(after.buds).toBeCloseTo(0.75, 9);
    expect(after.virions).toBe(before.virions);
    expect(before.virions).toBe(30);
  });

  it('hides bacteria below ten thousand and counts eight for each decade above', () => {
    expect(at({ bacterialLoad: 4 }).bacteria).toBe(0);
    expect(at({ bacterialLoad: 6 }).bacteria).toBe(16);
  });

  it('counts twenty for each decade of a sepsis, and carries some in the blood from a hundred thousand on', () => {
    expect(at({ bacterialLoad: 6.5 }).bacteria).toBeCloseTo(26, 9);
    expect(at({ bacterialLoad: 9 }).bacteria).toBe(48);
    expect(at({ bacterialLoad: 5 }).bacteraemia).toBe(0);
    expect(at({ bacterialLoad: 6 }).bacteraemia).toBe(7.5);
    expect(at({ bacterialLoad: 9 }).bacteraemia).toBe(18);
  });

  it('hazes with endotoxin in decades, whole at the dose of volunteers', () => {
    expect(at({ L: 0 }).endotoxin).toBe(0);
    expect(at({ L: 2 }).endotoxin).toBeCloseTo(1, 9);
    expect(at({ L: 0.1 }).endotoxin).toBeCloseTo(Math.log10(11) / Math.log10(201), 9);
  });

  it('lights the macrophages by what drives them most', () => {
    expect(macrophageEmber(10000, 0, 0)).toBeCloseTo(0.8, 9);
    expect(macrophageEmber(0, 0.575, 0)).toBeCloseTo(0.4, 9);
    expect(macrophageEmber(0, 0.1, 0)).toBe(0);
    const half = defaultParameters()[P.KG] as number;
    expect(macrophageEmber(0, 0, half)).toBeCloseTo(0.8 * Math.SQRT1_2, 9);
  });

  it('draws no drug that the level does not have', () => {
    const values = snapshot({ tocC: 500, dexC: 5, antiviralEffect: 0.5, antibioticEffect: 0.5 });
    const none = pictureOf(values, { treatments: [] } as unknown as Level);
    expect([none.antibodyShapes, none.steroidShapes, none.antiviralShapes, none.antibioticShapes]).toEqual([
      0, 0, 0, 0,
    ]);
    const all = pictureOf(values, LEVEL);
    expect(all.antibodyShapes).toBeCloseTo((14 * 500) / 650, 9);
    expect(all.antiviralShapes).toBe(6);
  });

  it('brings a dose in from the left within its first hour', () => {
    const picture = pictureOf(
      snapshot({}, 10, { tocilizumab: 9.75, dexamethasone: 4, antiviral: -1 }),
      LEVEL,
    );
    expect(picture.antibodyEntry).toBe(0.25);
    expect(picture.steroidEntry).toBe(1);
    expect(picture.antiviralEntry).toBe(1);
  });
});

describe('mixing two pictures', () => {
  const before = at({ IL6: 10, SpO2: 96 });
  const now = at({ IL6: 1000, SpO2: 90 });

  it('gives either end and the middle of every quantity', () => {
    expect(mixPictures(before, now, 0)).toEqual(before);
    expect(mixPictures(before, now, 1)).toEqual(now);
    const middle = mixPictures(before, now, 0.5);
    expect(middle.saturation).toBeCloseTo(0.93, 9);
    expect(middle.il6Motes).toBeCloseTo((before.il6Motes + now.il6Motes) / 2, 9);
  });

  it('never goes beyond its ends and fills what it is given', () => {
    const into = { ...before };
    expect(mixPictures(before, now, 7, into)).toBe(into);
    expect(into).toEqual(now);
  });
});
