import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../src/schema/evidence.ts';

const TEXT = readFileSync(new URL('../../evidence/evidence.json', import.meta.url), 'utf8');

type Plain = { items: Record<string, unknown>[] };

/** The problem of the evidence after a change. */
function problemAfter(change: (evidence: Plain) => void): unknown {
  const evidence = JSON.parse(TEXT) as Plain;
  change(evidence);
  const parsed = parseEvidence(JSON.stringify(evidence));
  return parsed.ok ? null : { code: parsed.problem.code, path: parsed.problem.path };
}

describe('the published evidence', () => {
  it('is what the schema asks for: 23 items, each with a source that can be looked up', () => {
    const parsed = parseEvidence(TEXT);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const { items } = parsed.value;
    expect(items).toHaveLength(23);
    expect(items.every(({ source }) => source.doi.startsWith('10.'))).toBe(true);
    expect(items.filter(({ use }) => use === 'validate').map(({ id }) => id)).toEqual([
      'lps-copeland',
      'il6-vent',
      'actt1',
      'corticus',
    ]);
  });

  it.each([
    ['a broken source', (e: Plain) => Object.assign(e.items[0]!.source as object, { doi: 'nowhere' })],
    ['an unknown use', (e: Plain) => Object.assign(e.items[0]!, { use: 'fitted' })],
    ['an unknown field', (e: Plain) => Object.assign(e.items[0]!, { extra: 1 })],
    ['no rows', (e: Plain) => Object.assign(e.items[0]!, { rows: [] })],
    [
      'an unknown rule',
      (e: Plain) => Object.assign((e.items[0]!.rows as object[])[0]!, { accept: { kind: 'near' } }),
    ],
  ])('is refused with %s', (_name, change) => {
    expect(problemAfter(change)).toMatchObject({ path: expect.stringMatching(/^items\[0\]/) });
  });

  it('is refused when an item or a row is there twice', () => {
    expect(problemAfter((e) => e.items.push(e.items[0]!))).toEqual({
      code: 'duplicate',
      path: 'items[23].id',
    });
    const twice = (e: Plain) => {
      const rows = e.items[0]!.rows as object[];
      rows.push(rows[0]!);
    };
    expect(problemAfter(twice)).toEqual({ code: 'duplicate', path: 'items[0].rows[2].id' });
  });

  it('is refused when it is no JSON', () => {
    expect(parseEvidence('{')).toMatchObject({ ok: false });
    expect(parseEvidence('')).toMatchObject({ ok: false });
  });
});
