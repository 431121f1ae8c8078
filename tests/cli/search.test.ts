import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playCommands, runSearch } from '../../src/cli/runSearch.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { run } from '../support/commandLine.ts';

const LEVEL = 'the-golden-hours';
const SHORT = ['--rounds', '1', '--plans', '8', '--steps', '6', '--searches', '3'];

interface Found {
  readonly searches: readonly { readonly cost: number; readonly games: number; readonly origin: string }[];
  readonly found: { readonly cost: number; readonly score: number };
  readonly committed: { readonly cost: number; readonly score: number };
  readonly beats: boolean;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('search', () => {
  it('finds the same with one worker as with more, and writes a log that holds', async () => {
    const file = (name: string): string => join(folder, name);
    const search = (name: string, workers: string) =>
      run('search', LEVEL, '--seed', '5', ...SHORT, '--json', '--workers', workers, '--output', file(name));
    const one = await search('one.json', '1');
    const two = await search('two.json', '2');
    expect(one.code).toBe(0);
    expect(two.out).toBe(one.out);
    expect(readFileSync(file('two.json'), 'utf8')).toBe(readFileSync(file('one.json'), 'utf8'));
    const { searches, found, committed, beats } = JSON.parse(one.out) as Found;
    expect(searches.map(({ origin }) => origin)).toEqual(['field', 'nothing', 'field']);
    expect(found.cost).toBe(Math.min(...searches.map(({ cost }) => cost)));
    expect(beats).toBe(found.cost < committed.cost - 0.005);
    const verdict = await run('verify', file('one.json'));
    expect(verdict.out).toMatch(new RegExp(`^ok \\w+ ${found.score}\n$`));
    const log = JSON.parse(readFileSync(file('one.json'), 'utf8')) as DecisionLog;
    const level = loadLevels().find(({ id }) => id === LEVEL);
    expect(level && playCommands(level, log.commands).cost).toBe(found.cost);
  });

  it('says in words that so short a search beats nothing', async () => {
    const output = join(folder, 'words.json');
    const { code, out, err } = await run('search', LEVEL, ...SHORT, '--workers', '1', '--output', output);
    expect(code).toBe(0);
    expect(out).toContain('It does not beat the committed log;');
    expect(out).toContain('not for clinical use');
    expect(err).toContain(output);
    expect(existsSync(output)).toBe(true);
  });

  it('sets out from a log, and is then no worse than it', async () => {
    const output = join(folder, 'from.json');
    const log = readBestLog(LEVEL);
    if (log?.ok !== true) throw new Error('no best known log');
    const { out } = await run(
      ...['search', LEVEL, '--rounds', '0', '--steps', '0', '--searches', '1', '--json'],
      ...['--from', `levels/logs/${LEVEL}.best.json`, '--output', output],
    );
    const { searches, found, committed } = JSON.parse(out) as Found;
    expect(searches[0]?.origin).toBe('plan');
    expect(found.cost).toBeLessThanOrEqual(committed.cost + 1e-9);
  });

  it('says in one sentence what is wrong', async () => {
    for (const args of [
      [],
      [LEVEL, 'more'],
      [LEVEL, '--seed', '-1'],
      [LEVEL, '--plans', '1'],
      [LEVEL, '--rounds', 'x'],
      [LEVEL, '--what'],
    ]) {
      const { code, out, err } = await run('search', ...args);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    expect(await run('search', 'nowhere')).toMatchObject({ code: 1, out: '' });
    const unwritable = await run(
      'search',
      LEVEL,
      ...SHORT,
      '--workers',
      '1',
      '--output',
      '/no/such/folder/x',
    );
    expect(unwritable).toMatchObject({ code: 1, out: '' });
    expect(unwritable.err).toContain('/no/such/folder/x');
  });
});

it('another seed searches elsewhere', async () => {
  const level = loadLevels().find(({ id }) => id === LEVEL);
  if (level === undefined) throw new Error('no level');
  const effort = { rounds: 1, plans: 6, steps: 0 };
  const found = await Promise.all(
    [1, 2].map((seed) => runSearch(level, { effort, searches: 1, seed, from: null, workers: 1 })),
  );
  expect(found[0]?.[0]?.plan).not.toEqual(found[1]?.[0]?.plan);
});
