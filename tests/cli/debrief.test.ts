import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalPool } from '../../scripts/debrief/localPool.ts';
import { debrief } from '../../src/analysis/debrief/debrief.ts';
import { createDebriefPool } from '../../src/cli/debriefPool.ts';
import { ticksOf } from '../../src/engine/time.ts';
import type { Command, DecisionLog } from '../../src/engine/types.ts';
import { loadLevels, readLogFile } from '../../src/levels/nodeLevels.ts';
import { run } from '../support/commandLine.ts';

const LEVEL = 'the-golden-hours';

interface Marked {
  readonly accuracy: number;
  readonly marks: readonly {
    readonly hour: number;
    readonly kind: string;
    readonly command: Command | null;
    readonly mark: string;
    readonly loss: number;
    readonly low: number;
    readonly high: number;
    readonly best: { readonly type: string; readonly hour?: number } | null;
  }[];
}

let folder = '';
let played = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'debrief-'));
  played = join(folder, 'late.json');
  // Too little and too late: there is something to mark, and little to compute.
  await run('sim', LEVEL, '--policy', 'under', '--save-log', played);
});
afterAll(() => rmSync(folder, { recursive: true }));

const short = (log: string, ...more: readonly string[]) => run('debrief', log, '--patients', '24', ...more);

function logAt(path: string): DecisionLog {
  const read = readLogFile(path);
  if (read?.ok !== true) throw new Error(`no log ${path}`);
  return read.value;
}

describe('debrief', () => {
  it('gives the figures of the estimator that the page asks, for any number of workers', async () => {
    const log = logAt(played);
    const level = loadLevels().find(({ id }) => id === LEVEL);
    if (level === undefined) throw new Error('no level');
    const options = { seed: 1, patients: 24 };
    const made = await debrief(level, log, options, createLocalPool(2), () => {});
    const [one, three] = await Promise.all([
      short(played, '--json', '--workers', '1'),
      short(played, '--json', '--workers', '3'),
    ]);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(three.out).toBe(one.out);
    const { accuracy, marks } = JSON.parse(one.out) as Marked;
    expect(accuracy).toBe(made.accuracy.value);
    expect(
      marks.map(({ hour, kind, command, mark, loss, low, high }) => ({
        tick: ticksOf(hour),
        ...{ kind, command, sign: mark },
        loss: [loss / 100, low / 100, high / 100].map((share) => share.toFixed(12)),
      })),
    ).toEqual(
      made.marks.map(({ tick, kind, command, sign, loss }) => ({
        ...{ tick, kind, command, sign },
        loss: [loss.value, loss.low, loss.high].map((share) => share.toFixed(12)),
      })),
    );
    // Every decision of the game is there, and what was missed has a sign somewhere.
    const decisions = log.commands.filter(({ command }) => command.type !== 'lab');
    expect(marks.filter(({ kind }) => kind === 'decision')).toHaveLength(decisions.length);
    expect(marks.some(({ mark }) => mark.startsWith('?'))).toBe(true);
    for (const { mark, loss, best } of marks) {
      expect(mark === '??').toBe(loss >= 20);
      if (mark.startsWith('?')) expect(best).not.toBeNull();
    }
  }, 60_000);

  it('draws other patients for another seed, and as the page does without one', async () => {
    const [usual, first, other] = await Promise.all([
      short(played, '--json'),
      short(played, '--json', '--seed', '1'),
      short(played, '--json', '--seed', '2'),
    ]);
    expect(usual.out).toBe(first.out);
    expect(other.out).not.toBe(first.out);
  }, 60_000);

  it('prints a table of what was done, what it cost and what was better', async () => {
    const { code, out } = await short(played);
    expect(code).toBe(0);
    expect(out).toMatch(/Accuracy \d+ of 100\./);
    expect(out).toMatch(/^hour +what +mark +loss +95 % +better$/m);
    expect(out).toMatch(/^12 +Antibiotic, course/m);
    expect(out).toMatch(/^\d+ to \d+ +something missed +\?\? +\d+ +\d+ to \d+ +\S/m);
    expect(out).toContain('not for clinical use');
  }, 60_000);

  it('believes no log: one that does not hold is refused with its sentence', async () => {
    const log = logAt(played);
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, JSON.stringify({ ...log, score: 99 }));
    const refused = await run('debrief', forged);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(`${forged}: score:`);
    expect(await run('debrief', join(folder, 'nowhere.json'))).toMatchObject({ code: 1, out: '' });
  });

  it('says of a tree of branches that one of its logs is wanted', async () => {
    const tree = join(folder, 'tree.json');
    const root = { id: 'a', name: 'First game', parent: null, forkTick: 0, log: logAt(played) };
    const branches = [root];
    writeFileSync(
      tree,
      JSON.stringify({ format: 1, kind: 'stormward-tree', id: 't', name: 'Tree', branches }),
    );
    const { code, err, out } = await short(tree);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/tree\.json: this is a tree of branches; .* one of its logs/);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('says what is wrong with its arguments: exit code 2', async () => {
    for (const args of [
      [],
      [played, played],
      [played, '--patients', '3'],
      [played, '--seed', 'x'],
      [played, '--what'],
    ]) {
      const { code, out, err } = await run('debrief', ...args);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe('the threads of a debrief', () => {
  it('pass on what went wrong, and go on', async () => {
    const pool = createDebriefPool(1);
    try {
      const arms = { type: 'arms', tick: 0, patients: [], arms: [] };
      await expect(pool.ask(0, arms)).rejects.toThrow('A debrief begins with its patients.');
      await expect(pool.ask(0, arms)).rejects.toThrow('A debrief begins with its patients.');
      expect(() => pool.ask(1, arms)).toThrow(RangeError);
    } finally {
      await pool.end();
    }
  });

  it('tell whoever still waits when they are ended', async () => {
    const pool = createDebriefPool(1);
    const waiting = pool.ask(0, { type: 'arms', tick: 0, patients: [], arms: [] });
    await pool.end();
    await expect(waiting).rejects.toThrow();
    await expect(pool.ask(0, {})).rejects.toThrow('a worker thread ended early');
  });
});
