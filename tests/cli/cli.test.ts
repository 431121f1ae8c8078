import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { QUANTITIES } from '../../src/model/generated/system.ts';
import { MODEL_VERSION } from '../../src/model/version.ts';
import { run } from '../support/commandLine.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const folder = mkdtempSync(join(tmpdir(), 'stormward-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text?: string): string => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

interface SimObject {
  readonly units: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, number>>[];
  readonly [key: string]: unknown;
}

const LEVEL = QUIET_DOUBLING.id;

describe('sim', () => {
  it('prints one JSON object with every quantity and its unit', async () => {
    const { code, out, err } = await run('sim', LEVEL, '--policy', 'guideline', '--every', '24', '--json');
    expect([code, err]).toEqual([0, '']);
    const object = JSON.parse(out) as SimObject;
    expect(Object.keys(object)).toEqual([
      'level',
      'model',
      'seed',
      'outcome',
      'score',
      'hash',
      'units',
      'rows',
    ]);
    expect(object).toMatchObject({ level: LEVEL, model: MODEL_VERSION, seed: 1 });
    expect(Object.keys(object.score as object)).toEqual(['total', 'organs', 'guard', 'stewardship']);
    expect(object.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(object.units).toMatchObject({ hour: 'h', IL6: 'pg/mL', MAP: 'mmHg', ne: 'µg/kg/min' });
    expect(Object.keys(object.units)).toEqual(['hour', ...QUANTITIES]);
    expect(object.rows.slice(0, 3).map(({ hour }) => hour)).toEqual([0, 24, 48]);
    for (const row of object.rows) expect(Object.keys(row)).toEqual(['hour', ...QUANTITIES]);
    expect(object.rows.flatMap((row) => Object.values(row)).every(Number.isFinite)).toBe(true);
  });

  it('leaves the game at an hour, without outcome or score', async () => {
    const { out } = await run('sim', LEVEL, '--hours', '10', '--every', '4', '--json');
    const object = JSON.parse(out) as SimObject;
    expect([object.outcome, object.score]).toEqual([null, null]);
    expect(object.rows.map(({ hour }) => hour)).toEqual([0, 4, 8, 10]);
  });

  it('prints comma separated values', async () => {
    const { out } = await run('sim', LEVEL, '--hours', '2', '--every', '1', '--csv');
    const [head = '', ...lines] = out.trim().split('\n');
    expect(head.split(',')).toEqual(['hour', ...QUANTITIES]);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line.split(',')).toHaveLength(QUANTITIES.length + 1);
  });

  it('prints a table, the outcome and the score for people', async () => {
    const { code, out } = await run('sim', LEVEL);
    expect(code).toBe(0);
    expect(out).toMatch(/Died of organ failure at hour \d/);
    expect(out).toMatch(/Score 0 of 100: organs 0 of 50, guard 0 of 30, stewardship 0 of 20\./);
    expect(out).toMatch(/hour +IL6 +TNF/);
    for (const id of QUANTITIES) expect(out).toContain(`  ${id} `);
  });

  it('is the same with the same seed, and plays another random patient with another', async () => {
    const play = async (seed: string) =>
      (await run('sim', LEVEL, '--policy', 'random', '--seed', seed, '--json')).out;
    expect(await play('3')).toBe(await play('3'));
    expect(await play('3')).not.toBe(await play('4'));
  });

  it('sets a parameter of the patient', async () => {
    const peak = async (...more: string[]): Promise<number> => {
      const { out } = await run('sim', LEVEL, '--hours', '60', '--json', ...more);
      return Math.max(...(JSON.parse(out) as SimObject).rows.map(({ IL6 = 0 }) => IL6));
    };
    expect(await peak('--set', 'wI=2')).toBeLessThan((await peak()) / 2);
  });

  it('plays a level file', async () => {
    const path = file('level.json', JSON.stringify({ ...QUIET_DOUBLING, id: 'mine', horizonHours: 5 }));
    const { out } = await run('sim', path, '--json');
    expect(JSON.parse(out)).toMatchObject({ level: 'mine', outcome: 'stillOnWard' });
  });

  it('says in one sentence what is wrong with its arguments: exit code 2', async () => {
    for (const args of [
      [],
      ['fly'],
      ['__proto__'],
      ['sim'],
      ['sim', LEVEL, 'more'],
      ['sim', LEVEL, '--what'],
      ['sim', LEVEL, '--seed', '1.5'],
      ['sim', LEVEL, '--seed', '-1'],
      ['sim', LEVEL, '--hours', 'NaN'],
      ['sim', LEVEL, '--hours'],
      ['sim', LEVEL, '--every', '0'],
      ['sim', LEVEL, '--policy', 'hope'],
      ['sim', LEVEL, '--policy', 'none', '--log', 'x'],
      ['sim', LEVEL, '--json', '--csv'],
      ['sim', LEVEL, '--set', 'wI'],
      ['sim', LEVEL, '--set', 'wI='],
      ['sim', LEVEL, '--set', 'nope=1'],
      ['sim', LEVEL, '--set', '__proto__=1'],
      ['sim', LEVEL, '--set', 'wI=2', '--save-log', 'x'],
      ['verify'],
    ]) {
      const { code, out, err } = await run(...args);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err.trim().split('\n'), args.join(' ')).toHaveLength(1);
    }
  });

  it('says in one sentence what is wrong with what it was given: exit code 1', async () => {
    const bag = { tick: 0, command: { type: 'order', treatment: 'fluids', regimen: 'bag' } };
    const twice = file('twice.json');
    await run('sim', LEVEL, '--save-log', twice);
    writeFileSync(twice, readFileSync(twice, 'utf8').replace('[]', JSON.stringify([bag, bag])));
    const refused = await run('sim', LEVEL, '--log', twice);
    expect(refused.err).toMatch(/^commands: the command at tick 0 is refused: Fluids is already being given/);
    for (const args of [
      ['sim', 'no-such-level'],
      ['sim', LEVEL, '--log', twice],
      ['sim', file('broken.json', '{')],
      ['sim', file('deep.json', '['.repeat(100_000))],
      ['sim', file('plague.json', JSON.stringify({ ...QUIET_DOUBLING, trigger: 'plague' }))],
      ['sim', LEVEL, '--log', file('none.json')],
      ['sim', LEVEL, '--set', 'pV=-1e12'],
      ['sim', LEVEL, '--set', 'KO2=0'],
      ['sim', LEVEL, '--policy', 'none', '--save-log', join(folder, 'no', 'such', 'folder.json')],
    ]) {
      const { code, err } = await run(...args);
      expect(code, args.join(' ')).toBe(1);
      expect(err.trim().split('\n'), args.join(' ')).toHaveLength(1);
      expect(err).not.toMatch(/ {4}at /);
    }
  });
});

describe('verify', () => {
  it('takes the log that sim saved, and the log plays again to the same hash', async () => {
    const path = file('guideline.json');
    const played = await run('sim', LEVEL, '--policy', 'guideline', '--json', '--save-log', path);
    const object = JSON.parse(played.out) as SimObject & { score: { total: number } };
    const verified = await run('verify', path);
    expect(verified).toEqual({ code: 0, out: `ok ${object.outcome} ${object.score.total}\n`, err: '' });
    const again = await run('sim', LEVEL, '--log', path, '--json');
    expect((JSON.parse(again.out) as SimObject).hash).toBe(object.hash);
  });

  it('finds the edition of a level that a log was played on, beside others of the same id', async () => {
    const shorter = file('shorter.json', JSON.stringify({ ...QUIET_DOUBLING, horizonHours: 48 }));
    const [ours, own] = [file('ours.json'), file('own.json')];
    await run('sim', LEVEL, '--save-log', ours);
    await run('sim', shorter, '--save-log', own);
    const { code, out } = await run('verify', ours, own, '--level', shorter);
    expect([code, out]).toEqual([0, expect.stringMatching(/^ok organFailure 0\nok stillOnWard \d+\n$/)]);
    expect((await run('verify', own)).out).toBe('refused levelHash tick 0\n');
  });

  it('refuses what was changed and what is none, each with its reason and tick: exit code 1', async () => {
    const path = file('best.json');
    await run('sim', LEVEL, '--policy', 'best', '--save-log', path);
    const text = readFileSync(path, 'utf8');
    const score = (JSON.parse(text) as { score: number }).score;
    const edited = file('edited.json', text.replace(`"score":${score}`, `"score":${score - 1}`));
    const hash = file('hash.json', text.replace(/("tick":240,"hash":")[0-9a-f]{4}/, '$1ffff'));
    const broken = file('broken.log', 'not a log');
    const other = file('other.json', text.replace(LEVEL, 'another-level'));
    const { code, out, err } = await run('verify', path, edited, hash, broken, other, file('absent.json'));
    expect(code).toBe(1);
    const lines = out.trim().split('\n');
    expect(lines[0]).toBe(`ok recovered ${score}`);
    expect(lines[1]).toMatch(/^refused score tick \d+$/);
    expect(lines.slice(2)).toEqual([
      'refused checkpoint tick 240',
      'refused notJson tick 0',
      'refused levelUnknown tick 0',
      'refused unreadable tick 0',
    ]);
    expect(err.trim().split('\n')).toHaveLength(5);
    const json = await run('verify', path, hash, '--json');
    expect(JSON.parse(json.out)).toEqual({
      logs: [
        { file: path, ok: true, outcome: 'recovered', score, reason: null, tick: null },
        { file: hash, ok: false, outcome: null, score: null, reason: 'checkpoint', tick: 240 },
      ],
    });
    expect(json.code).toBe(1);
  });
});
