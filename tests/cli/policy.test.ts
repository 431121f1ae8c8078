import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/commandLine.ts';

const LEVEL = 'the-golden-hours';
const EXAMPLES = 'docs/policies';

interface Summary {
  readonly policy: string;
  readonly mode: string;
  readonly patients: number;
  readonly deaths: number;
  readonly score: { readonly value: number; readonly low: number; readonly high: number };
  readonly kept: { readonly value: number };
  readonly played: readonly { readonly index: number; readonly score: number }[];
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A player's file with this text. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function summary(player: string, level: string, ...more: readonly string[]): Promise<Summary> {
  const { code, out, err } = await run('policy', player, level, '--json', ...more);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Summary;
}

describe('policy', () => {
  it('plays the policies that come with it, the better ones to more points', async () => {
    const score = async (player: string): Promise<number> =>
      (await summary(player, LEVEL, '--patients', '12', '--workers', '1')).score.value;
    const [none, random, guideline, best] = await Promise.all(
      ['none', 'random', 'guideline', 'best'].map(score),
    );
    expect(guideline).toBeGreaterThan((random ?? 0) + 20);
    expect(guideline).toBeGreaterThan((none ?? 0) + 20);
    expect(best).toBeGreaterThan((random ?? 0) + 20);
  });

  it('gives the same for any number of workers, for a seed, and other patients for another', async () => {
    const args = ['random', LEVEL, '--patients', '25', '--json', '--seed'];
    const one = await run('policy', ...args, '3', '--workers', '1');
    const two = await run('policy', ...args, '3', '--workers', '2');
    expect(two.out).toBe(one.out);
    const { played, patients } = JSON.parse(one.out) as Summary;
    expect(patients).toBe(25);
    expect(played.map(({ index }) => index)).toEqual(Array.from({ length: 25 }, (_, index) => index));
    expect((await run('policy', ...args, '4', '--workers', '1')).out).not.toBe(one.out);
  });

  it('draws other random numbers for each patient', async () => {
    const path = file(
      'draws.mjs',
      'export const createPolicy = (random) => { const hour = Math.floor(random() * 1e9); return () => { throw new Error(String(hour)); }; };',
    );
    const first = await run('policy', path, LEVEL, '--patients', '1', '--seed', '1', '--workers', '1');
    const same = await run('policy', path, LEVEL, '--patients', '1', '--seed', '1', '--workers', '1');
    const other = await run('policy', path, LEVEL, '--patients', '1', '--seed', '2', '--workers', '1');
    expect(first.err).toBe(same.err);
    expect(first.err).not.toBe(other.err);
  });

  it('plays in the mode that is asked for, else in the one the level is meant for', async () => {
    expect((await summary('none', LEVEL, '--patients', '2')).mode).toBe('clinician');
    expect((await summary('none', LEVEL, '--patients', '2', '--mode', 'student')).mode).toBe('student');
  });

  it('says in words how the cohort fared', async () => {
    const { out } = await run('policy', 'guideline', 'engineered-fire', '--patients', '6', '--workers', '1');
    expect(out).toMatch(/^guideline on engineered-fire, clinician view: 6 virtual patients/);
    expect(out).toMatch(/Score \d+\.\d of 100 on average \(\d+\.\d to \d+\.\d\)/);
    expect(out).toContain('What the treatment is for kept:');
    expect(out).toContain('not for clinical use');
  });

  it('plays a log by the clock', async () => {
    const best = await summary('best', LEVEL, '--patients', '4', '--workers', '1');
    const log = `levels/logs/${LEVEL}.best.json`;
    expect((await summary(log, LEVEL, '--patients', '4', '--workers', '1')).played).toEqual(best.played);
  });

  it('loads TypeScript too', async () => {
    const path = file(
      'typed.ts',
      'interface Seen { readonly hour: number }\nexport const policy = ({ hour }: Seen): unknown[] => (hour < 0 ? [1] : []);\n',
    );
    const none = await summary('none', LEVEL, '--patients', '4', '--workers', '1');
    expect((await summary(path, LEVEL, '--patients', '4', '--workers', '1')).played).toEqual(none.played);
  });
});

describe('the examples of the docs', () => {
  it.each(readdirSync(EXAMPLES).filter((name) => name.endsWith('.mjs')))(
    '%s plays every level',
    async (name) => {
      for (const level of ['the-quiet-doubling', LEVEL, 'engineered-fire'])
        for (const mode of ['clinician', 'student'])
          await summary(join(EXAMPLES, name), level, '--patients', '2', '--workers', '1', '--mode', mode);
    },
  );

  it('do better the more they look at', async () => {
    const kept = async (name: string): Promise<number> =>
      (
        await summary(
          ...([join(EXAMPLES, name), 'the-quiet-doubling', '--patients', '20', '--workers', '1'] as const),
        )
      ).score.value;
    const wait = await kept('wait.mjs');
    const steroid = await kept('steroidWhenHypoxic.mjs');
    const watched = await kept('watchTheMessenger.mjs');
    expect(steroid).toBeGreaterThan(wait + 20);
    expect(watched).toBeGreaterThan(steroid);
  });
});

describe('a player that cannot be played', () => {
  // Node keeps a module that it has loaded, so each file has its own name.
  it.each([
    ['exports nothing', 'export const other = 1;', /exports no policy/],
    ['is no JavaScript', 'export const policy = (', /could not be loaded/],
    ['makes no function', 'export const createPolicy = () => 7;', /something else than a function/],
    [
      'fails while it is made',
      "export const createPolicy = () => { throw new Error('no'); };",
      /createPolicy failed: no/,
    ],
    [
      'fails in play',
      "export const policy = ({ hour }) => { if (hour > 4) throw new Error('Lost. Really.'); return []; };",
      /failed at hour 5: Lost\.$/m,
    ],
    [
      'returns no commands',
      'export const policy = async () => [];',
      /something else than a list of commands at hour 0/,
    ],
    [
      'breaks the rules',
      "export const policy = ({ hour }) => hour === 6 ? [{ type: 'stop', treatment: 'antibiotic' }] : [];",
      /not allowed at hour 6: Antibiotic is not being given\.$/m,
    ],
  ])('because it %s', async (name, text, sentence) => {
    const path = file(`${name.replaceAll(' ', '-')}.mjs`, text);
    for (const workers of ['1', '2']) {
      const { code, out, err } = await run(
        ...['policy', path, LEVEL, '--patients', '12', '--workers', workers],
      );
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(path);
      expect(err).toMatch(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });

  it('is named where there is none, and wrong use is told', async () => {
    const nowhere = await run('policy', 'hope', LEVEL);
    expect(nowhere).toMatchObject({ code: 1, out: '' });
    expect(nowhere.err).toContain('random, guideline, best, none');
    for (const args of [
      [],
      ['none'],
      ['none', LEVEL, 'more'],
      ['none', LEVEL, '--patients', '0'],
      ['none', LEVEL, '--mode', 'god'],
      ['none', LEVEL, '--what'],
    ]) {
      const { code, out, err } = await run('policy', ...args);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    expect(await run('policy', 'none', 'nowhere')).toMatchObject({ code: 1, out: '' });
  });
});
