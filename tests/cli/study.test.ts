import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/analysis/cohort.ts';
import type { TrialResult } from '../../src/analysis/trialEffects.ts';
import { run } from '../support/commandLine.ts';
import { LEFT, nirmatrelvir, volunteers } from '../support/trials.ts';

const folder = mkdtempSync(join(tmpdir(), 'stormward-study-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, trial: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof trial === 'string' ? trial : JSON.stringify(trial));
  return path;
};

/** Of the volunteers, those who weigh enough have the event. */
const TRIAL = volunteers([nirmatrelvir({ amount: 4, perKg: { maximum: 100_000 } })], {
  endpoints: [
    { id: 'heavy', type: 'event', when: [{ quantity: 'nir', atLeast: 0.9 }], measure: 'riskDifference' },
    LEFT,
  ],
  published: [
    {
      endpoint: 'left',
      arm: 'treated',
      stratum: 'all',
      estimate: 9,
      low: 8,
      high: 10,
      confidence: 'recalled',
    },
  ],
  sources: [{ text: 'A source' }],
  horizonDays: 0.25,
});

describe('trial', () => {
  const path = file('trial.json', TRIAL);

  it('prints one JSON object: arms of the primary endpoint, effects with intervals and what was published', async () => {
    const { code, out, err } = await run('trial', path, '--patients', '40', '--json');
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out) as TrialResult;
    expect(result.trial).toBe('volunteers');
    expect(result.arms.map((arm) => Object.keys(arm))).toEqual(Array(2).fill(['id', 'n', 'events', 'mean']));
    expect(result.arms[0]).toEqual({ id: 'nothing', n: 40, events: 0, mean: 0 });
    const { events, mean } = result.arms[1] ?? {};
    expect(mean).toBe((events ?? 0) / 40);
    expect(result.effects.map(({ endpoint, stratum, measure }) => [endpoint, stratum, measure])).toEqual([
      ['heavy', 'all', 'riskDifference'],
      ['left', 'all', 'difference'],
    ]);
    const [heavy, left] = result.effects;
    expect(heavy?.estimate).toBe(mean);
    expect(heavy?.published).toBeNull();
    expect(left?.published).toMatchObject({ estimate: 9, low: 8, high: 10, confidence: 'recalled' });
    expect(left?.low).toBeLessThan(left?.estimate ?? 0);
    expect(left?.high).toBeGreaterThan(left?.estimate ?? 0);
  });

  it('prints the same bytes whatever the number of workers, and others with another seed', async () => {
    const text = async (...more: string[]): Promise<string> =>
      (await run('trial', path, '--patients', '70', '--json', ...more)).out;
    const one = await text('--workers', '1');
    expect(await text('--workers', '2')).toBe(one);
    expect(await text('--workers', '3')).toBe(one);
    expect(await text('--workers', '1', '--seed', '2')).not.toBe(one);
  });

  it('prints tables for people, with what is not confirmed marked', async () => {
    const { out } = await run('trial', path, '--patients', '20', '--workers', '1');
    expect(out).toMatch(/^Volunteers\nA trial for tests\.\n/);
    expect(out).toMatch(/Screened \d+ patients to find them; \d+ more were drawn/);
    expect(out).toMatch(/left: last nir, 1 +all +treated +20 +- +\d/);
    expect(out).toMatch(/treated \/ nothing +difference .*9\.00 \(8\.00 to 10\.0\), unconfirmed +no\n/);
    expect(out).toContain('not for clinical use');
  });

  it('runs a trial of the project by its id', async () => {
    const { code, out } = await run('trial', 'endotoxin-steroid', '--patients', '2', '--json');
    expect([code, (JSON.parse(out) as TrialResult).trial]).toEqual([0, 'endotoxin-steroid']);
  });

  it('says in one sentence which field is wrong: exit code 1', async () => {
    const wrong = async (name: string, trial: unknown, what: RegExp): Promise<void> => {
      const { code, out, err } = await run('trial', file(name, trial), '--patients', '2');
      expect([code, out], name).toEqual([1, '']);
      expect(err.trim().split('\n'), name).toHaveLength(1);
      expect(err, name).toMatch(what);
      expect(err).not.toMatch(/ {4}at /);
    };
    await wrong('a.json', { ...TRIAL, trigger: 'plague' }, /a\.json: trigger: .*plague/);
    await wrong(
      'b.json',
      { ...TRIAL, horizonDays: 'long' },
      /horizonDays: long stands where a number belongs/,
    );
    await wrong('c.json', { ...TRIAL, extra: 1 }, /extra: there is no such field/);
    await wrong('d.json', '{', /file: it is not JSON/);
    await wrong(
      'e.json',
      { ...TRIAL, population: { parameters: { KL: 0, kmt: 0, ktnf: -9 } } },
      /can compute/,
    );
    expect((await run('trial', 'no-such-trial')).err).toMatch(
      /neither a trial \(.*recovery-dex.*\) nor a file/,
    );
  });

  it('says so when nobody is eligible', async () => {
    const nobody = file('nobody.json', { ...TRIAL, eligibility: [{ quantity: 'PF', below: 100 }] });
    const { code, out } = await run('trial', nobody, '--patients', '1', '--workers', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/Only 0 of 1 patients could be found/);
    expect(out).toMatch(/Nobody met the conditions of entry\.\n$/);
  });

  it('refuses wrong use with one sentence: exit code 2', async () => {
    for (const args of [
      ['trial'],
      ['trial', path, 'more'],
      ['trial', path, '--patients', '0'],
      ['trial', path, '--patients', '1.5'],
      ['trial', path, '--seed', '-1'],
      ['trial', path, '--seed', ''],
      ['trial', path, '--workers', 'all'],
      ['trial', path, '--csv'],
      ['cohort'],
      ['cohort', 'plague'],
      ['cohort', '__proto__'],
      ['cohort', 'carT', 'hlh'],
      ['cohort', 'carT', '--json'],
      ['cohort', 'carT', '--patients', 'many'],
    ]) {
      const { code, out, err } = await run(...args);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err.trim().split('\n'), args.join(' ')).toHaveLength(1);
    }
  });
});

describe('cohort', () => {
  const rowsOf = (out: string): string[] => out.trimEnd().split('\n').slice(1);

  it('prints a row a patient under a head with units, and the rate of acceptance apart', async () => {
    const { code, out, err } = await run('cohort', 'endotoxin', '--patients', '6', '--csv', '--workers', '1');
    expect(code).toBe(0);
    const [head = '', ...rows] = out.trimEnd().split('\n');
    const columns = columnsOf('endotoxin');
    expect(head.split(',')).toEqual(columns.map(({ id, unit }) => `${id} (${unit})`));
    expect(head).toMatch(/^id \(1\),frailty \(SD\),weight \(kg\),.*peakIL6 \(pg\/mL\),peakIL6Hour \(h\)/);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.split(',').map(Number).every(Number.isFinite)).toBe(true);
    expect(err).toMatch(/^Drawn (\d+), kept 6 as plausible: \d+\.\d %\.\n$/);
    const at = (id: string): number => columns.findIndex((column) => column.id === id);
    for (const row of rows.map((line) => line.split(',').map(Number))) {
      // A pulse of endotoxin: IL-6 peaks within hours between a third and three times the data.
      expect(row[at('peakIL6')]).toBeGreaterThan(791 / 3.2);
      expect(row[at('peakIL6')]).toBeLessThan(791 * 3);
      expect(row[at('peakIL6Hour')]).toBeGreaterThanOrEqual(1);
      expect(row[at('peakIL6Hour')]).toBeLessThanOrEqual(5);
      expect(row[at('recovered')]).toBe(1);
      expect(row[at('berlin')]).toBe(0);
    }
  });

  it('draws the same first patients for a larger cohort, and with more workers', async () => {
    const few = await run('cohort', 'endotoxin', '--patients', '3', '--csv', '--workers', '1');
    const more = await run('cohort', 'endotoxin', '--patients', '40', '--csv', '--workers', '2');
    expect(rowsOf(more.out).slice(0, 3)).toEqual(rowsOf(few.out));
    const other = await run(
      'cohort',
      'endotoxin',
      '--patients',
      '3',
      '--csv',
      '--workers',
      '1',
      '--seed',
      '2',
    );
    expect(rowsOf(other.out)).not.toEqual(rowsOf(few.out));
  });

  it('prints a summary for people', async () => {
    const { code, out, err } = await run('cohort', 'endotoxin', '--patients', '4', '--workers', '1');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^endotoxin: 4 virtual patients, untreated for 28 days, seed 1/);
    expect(out).toMatch(/kept 4 as plausible/);
    expect(out).toMatch(/Highest IL-6: \d+ \(\d+ to \d+\) pg\/mL/);
    expect(out).toMatch(/ARDS at its worst: none 100 %/);
  });
});
