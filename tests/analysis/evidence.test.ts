import { describe, expect, it } from 'vitest';
import { evidenceTable, measureCourses, rowIdOf } from '../../src/analysis/evidence.ts';
import type { Measured } from '../../src/analysis/evidenceTypes.ts';
import type { EvidenceResults } from '../../src/cli/evidenceOutput.ts';
import { resultsOf } from '../../src/cli/evidenceOutput.ts';
import { loadEvidence, loadEvidenceResults } from '../../src/levels/nodeEvidence.ts';
import { P, Q } from '../../src/model/generated/system.ts';
import { triggerSetup } from '../../src/model/triggers.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../src/model/version.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const { items } = loadEvidence();
const measured = measureCourses({ items, stormLevel: QUIET_DOUBLING });
const rowOf = (id: string): Measured => {
  const found = measured.find(({ row }) => row === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the committed table, evidence/results.json (npm run generate:evidence)', () => {
  const results = loadEvidenceResults() as EvidenceResults;

  it('is of this model', () => {
    expect({ version: results.version, hash: results.hash }).toEqual({
      version: MODEL_VERSION,
      hash: MODEL_HASH,
    });
  });

  it('has the rows of the evidence in their order, each measured', () => {
    expect(results.rows.map(({ id }) => id)).toEqual(
      items.flatMap((item) => item.rows.map((comparison) => rowIdOf(item, comparison))),
    );
  });

  it('has the courses of this model to the last digit', () => {
    const fresh = resultsOf(evidenceTable(items, measured), results).rows;
    const committed = results.rows.filter(({ id }) => measured.some(({ row }) => row === id));
    expect(committed).toEqual(JSON.parse(JSON.stringify(fresh)));
  });

  it('says why, for every row that is not green', () => {
    for (const { id, color, note } of results.rows) if (color !== 'green') expect(note, id).not.toBe('');
  });
});

describe('rows from courses', () => {
  it('are each asked for by an item, once', () => {
    const rows = measured.map(({ row }) => row);
    expect(new Set(rows).size).toBe(rows.length);
    expect(evidenceTable(items, measured)).toHaveLength(rows.length);
    expect(() => evidenceTable(items, [...measured, { row: 'nothing.asks', value: 1 }])).toThrow(
      'nothing.asks',
    );
  });

  it('tell the clearances that the parameters hold', () => {
    const { parameters } = triggerSetup('health');
    const half = Math.LN2 / (parameters[P.kcrpd] as number);
    expect(rowOf('crp.half-life').value).toBeCloseTo(half, 2);
  });

  it('tell the thresholds of the lung score', () => {
    expect(rowOf('berlin.mild').value).toBeCloseTo(300, 6);
    expect(rowOf('berlin.moderate').value).toBeCloseTo(200, 6);
    expect(rowOf('berlin.severe').value).toBeCloseTo(100, 6);
  });

  it('start from the dose that the volunteers got', () => {
    expect(triggerSetup('endotoxin').initial[Q.L]).toBe(2);
    expect(rowOf('lps-tnf.time').value).toBeGreaterThan(0.5);
    expect(rowOf('lps-il6.peak').value).toBeGreaterThan(rowOf('lps-copeland.il6').value as number);
  });

  it('say openly what the model does not have', () => {
    expect(rowOf('lps-copeland.il8').value).toBeNull();
  });
});

describe('a value beside a bound', () => {
  it('is printed with a figure more than one inside, so that its colour can be understood', () => {
    const item = items.find(({ id }) => id === 'recovery-dex')!;
    const textOf = (value: number): string | undefined =>
      resultsOf(evidenceTable([item], [{ row: 'recovery-dex.oxygen', value }]), { patients: 1, seed: 1 })
        .rows[0]?.model.text;
    expect(textOf(0.7203)).toBe('0.72');
    expect(textOf(0.7197)).toBe('0.7197');
    expect(textOf(0.6512)).toBe('0.651');
  });
});
