import { describe, expect, it } from 'vitest';
import { type Held, holdDebrief } from '../../../scripts/debrief/coverage.ts';
import { COVERAGE_CASES } from '../../../scripts/debrief/coverageCases.ts';
import { readReference } from '../../../scripts/debrief/referenceFile.ts';
import { MODEL_VERSION } from '../../../src/model/version.ts';
import { debriefOf } from '../../support/debriefs.ts';

/**
 * Held against tests/analysis/debrief/reference.json, which `npm run debrief:reference` writes; `npm run debrief:coverage`
 * does the same with as many seeds as wanted. Few here, so that it takes seconds: the limit is wide for chance alone to fail.
 */
const SEEDS = Array.from({ length: 10 }, (_, seed) => 101 + seed);
const PATIENTS = 200;
const reference = readReference();

describe('what brute force found', () => {
  it('is of this model, and of 20 000 patients of every case', () => {
    expect(reference.model).toBe(MODEL_VERSION);
    expect(reference.cases.map(({ level }) => level).sort()).toEqual(
      COVERAGE_CASES.map(({ level }) => level.id).sort(),
    );
    for (const { patients } of reference.cases) expect(patients).toBeGreaterThanOrEqual(20_000);
  });

  it('is held by 9 of 10 intervals of the debrief or more, and missed by none by far', {
    timeout: 300_000,
  }, async () => {
    const rows: Held[] = [];
    for (const one of COVERAGE_CASES) {
      const found = reference.cases.find(({ level }) => level === one.level.id);
      if (found === undefined) throw new Error(`no reference for ${one.level.id}`);
      for (const seed of SEEDS)
        rows.push(...holdDebrief(one, found, await debriefOf(one.level, one.log, seed, PATIENTS)));
    }
    expect(rows.length).toBeGreaterThan(SEEDS.length * COVERAGE_CASES.length);
    const inside = rows.filter(({ isInside }) => isInside).length;
    expect(inside / rows.length).toBeGreaterThanOrEqual(0.9);
    for (const { estimate, truth, level, mark } of rows) {
      const half = (estimate.high - estimate.low) / 2;
      expect(Math.abs(estimate.value - truth.value), `${level} ${mark}`).toBeLessThan(3 * half);
    }
  });
});
