import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceResults } from '../../src/cli/evidenceOutput.ts';
import { evidenceText } from '../../src/cli/evidenceOutput.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../src/model/version.ts';
import { type Run, run } from '../support/commandLine.ts';

const committed = () => readFileSync(new URL('../../evidence/results.json', import.meta.url), 'utf8');

describe('evidence', () => {
  const before = committed();
  let table: EvidenceResults;
  let json: Run;

  beforeAll(async () => {
    json = await run('evidence', '--patients', '10', '--workers', '1', '--json');
    table = JSON.parse(json.out) as EvidenceResults;
  }, 180_000);

  it('prints one JSON object with a row for each comparison, whatever their colours', () => {
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(table).toMatchObject({ version: MODEL_VERSION, hash: MODEL_HASH, patients: 10, seed: 1 });
    expect(table.rows.map(({ id }) => id)).toEqual(
      (JSON.parse(before) as EvidenceResults).rows.map(({ id }) => id),
    );
    expect(table.rows.some(({ color }) => color !== 'green')).toBe(true);
    for (const row of table.rows) {
      expect(row, row.id).toMatchObject({
        use: expect.stringMatching(/^(calibrated|validated)$/),
        published: { text: expect.stringMatching(/./) },
        model: { text: expect.stringMatching(/./) },
        color: expect.stringMatching(/^(green|yellow|red)$/),
        source: { text: expect.stringMatching(/./), doi: expect.stringMatching(/^10\./) },
      });
      if (row.color !== 'green') expect(row.note, row.id).toMatch(/\.$/);
      const { value } = row.published;
      const given = row.model.value !== null && value !== null && value !== 0;
      expect(row.ratio, row.id).toBe(given ? (row.model.value as number) / value : null);
    }
  });

  it('writes nothing unless asked to', () => {
    expect(committed()).toBe(before);
  });

  it('prints an aligned table that names each colour in a word', () => {
    const text = evidenceText(table);
    const lines = text.split('\n');
    expect(text).toContain('Fewer may hold none of the rare patients');
    expect(evidenceText({ ...table, patients: 1000 })).not.toContain('Fewer may hold');
    const head = lines.findIndex((line) => line.startsWith('row'));
    const at = (lines[head] as string).indexOf('colour');
    const rows = lines.slice(head + 1, head + 1 + table.rows.length);
    expect(rows.map((line) => line.slice(at))).toEqual(table.rows.map(({ color }) => color));
    const counts = lines.find((line) => line.endsWith('red.'));
    const count = (color: string) => table.rows.filter((row) => row.color === color).length;
    expect(counts).toBe(`${count('green')} green, ${count('yellow')} yellow, ${count('red')} red.`);
  });

  it.each([
    [['evidence', 'now']],
    [['evidence', '--patients', '0']],
    [['evidence', '--patients', 'many']],
    [['evidence', '--colour']],
  ])('answers %o with one sentence', async (args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
