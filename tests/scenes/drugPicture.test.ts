import { describe, expect, it } from 'vitest';
import type { Level, Snapshot } from '../../src/engine/types.ts';
import { defaultParameters, P, Q, QUANTITIES } from '../../src/model/generated/system.ts';
import { type DrugPicture, drugPictureOf } from '../../src/scenes/drugPicture.ts';

const ALL = [
  'antiviral',
  'nirmatrelvir',
  'antibiotic',
  'dexamethasone',
  'hydrocortisone',
  'tocilizumab',
  'siltuximab',
  'anakinra',
  'baricitinib',
  'tnfBlocker',
];

function drugs(
  values: Partial<Record<keyof typeof Q, number>>,
  ids: readonly string[] = ALL,
  doses: Readonly<Record<string, number>> = {},
): DrugPicture {
  const all = new Float64Array(QUANTITIES.length);
  for (const [id, value] of Object.entries(values)) all[Q[id as keyof typeof Q]] = value;
  const treatments = ids.map((id) => ({ id, lastDoseHour: doses[id] ?? -1 }));
  return drugPictureOf(
    { tick: 200, hour: 10, values: all, treatments } as unknown as Snapshot,
    { treatments: ids.map((id) => ({ id })) } as unknown as Level,
  );
}

const standard = defaultParameters();

/** Every drug in the body at once. */
const FULL = { tocC: 500, dexC: 5, hcC: 40, ak: 1, bar: 1, silC: 400, tnbC: 300, antiviralEffect: 0.5 };
const SHAPES = [
  'antibodyShapes',
  'steroidShapes',
  'hydrocortisoneShapes',
  'antiviralShapes',
  'antibioticShapes',
  'anakinraShapes',
  'baricitinibShapes',
  'siltuximabShapes',
  'tnfBlockerShapes',
] as const;

describe('the drugs in the picture', () => {
  it('are drawn when they are in the body, and only if the level has them', () => {
    const all = drugs({ ...FULL, antibioticEffect: 0.5 });
    const none = drugs({ ...FULL, antibioticEffect: 0.5 }, []);
    for (const shapes of SHAPES) {
      expect(all[shapes], shapes).toBeGreaterThan(1);
      expect(none[shapes], shapes).toBe(0);
    }
    for (const shapes of SHAPES) expect(drugs({})[shapes], shapes).toBe(0);
  });

  it('bind half at the binding constants of the model', () => {
    const silC = (standard[P.Kds] as number) * (standard[P.V1s] as number);
    const tnbC = (standard[P.Kdn] as number) * (standard[P.V1n] as number);
    const bar = standard[P.Kbar] as number;
    const half = drugs({ silC, tnbC, bar, ak: 1 });
    for (const share of [half.il6Bound, half.tnfBound, half.jakBlocked, half.il1Blocked])
      expect(share).toBeCloseTo(0.5, 9);
  });

  it('show the steroid that is there, and while only its effect lasts, the one that the level has', () => {
    expect(drugs({ hcC: 25 }).hydrocortisonePart).toBe(1);
    expect(drugs({ dexC: 4 }).hydrocortisonePart).toBe(0);
    const both = drugs({ hcC: 25, dexC: 2 });
    expect(both.hydrocortisonePart).toBeCloseTo(0.5, 9);
    expect(drugs({ steroidEffect: 0.5 }, ['hydrocortisone']).hydrocortisonePart).toBe(1);
    expect(drugs({ steroidEffect: 0.5 }, ['dexamethasone']).hydrocortisonePart).toBe(0);
  });

  it('come in from the left in the hour after their dose', () => {
    const picture = drugs(FULL, ALL, {
      anakinra: 9.5,
      hydrocortisone: 9.75,
      nirmatrelvir: 9.25,
      siltuximab: 3,
    });
    expect(picture.anakinraEntry).toBe(0.5);
    expect(picture.hydrocortisoneEntry).toBe(0.25);
    expect(picture.antiviralEntry).toBe(0.75);
    expect(picture.siltuximabEntry).toBe(1);
    expect(picture.baricitinibEntry).toBe(1);
  });
});
