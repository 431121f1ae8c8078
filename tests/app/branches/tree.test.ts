import { describe, expect, it } from 'vitest';
import {
  branchWithLog,
  cleanName,
  descendantsOf,
  firstDifference,
  hangBranch,
  plantTree,
  sameGame,
  treeRows,
  withoutBranch,
} from '../../../src/app/branches/tree.ts';
import { LIMITS } from '../../../src/schema/limits.ts';
import { COMMANDS } from '../fixtures.ts';
import { DEEP, EARLY, hang, ROOT, smallTree } from './support.ts';

const fork = (parent: string, forkTick: number) => ({ treeId: 't1', parent, forkTick });

describe('two lists of commands', () => {
  it('differ from the first tick at which either has something else', () => {
    const [one, two, three] = COMMANDS;
    if (!one || !two || !three) throw new Error('three commands');
    expect(firstDifference(COMMANDS, [...COMMANDS])).toBe(Number.POSITIVE_INFINITY);
    expect(firstDifference(COMMANDS, [one, two])).toBe(400);
    expect(firstDifference([one, two], COMMANDS)).toBe(400);
    expect(firstDifference(COMMANDS, [one, { ...two, tick: 39 }, three])).toBe(39);
    expect(firstDifference(COMMANDS, [one, { ...two, command: { type: 'oxygen', step: 2 } }, three])).toBe(
      40,
    );
    expect(firstDifference([], COMMANDS)).toBe(3);
  });

  it('are the same whatever the order of the fields of a command', () => {
    const command = { step: 1, type: 'oxygen' } as const;
    expect(firstDifference([{ tick: 1, command }], [{ command: { type: 'oxygen', step: 1 }, tick: 1 }])).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});

describe('a game', () => {
  it('is the same however it was paused, and another with another command', () => {
    expect(sameGame(ROOT, { ...ROOT, pauses: [], speeds: [] })).toBe(true);
    expect(sameGame(ROOT, EARLY)).toBe(false);
    expect(sameGame(ROOT, { ...ROOT, mode: 'clinician' })).toBe(false);
  });
});

describe('a branch', () => {
  it('hangs where its fork says', () => {
    const tree = smallTree();
    expect(tree.branches.map(({ id, parent, forkTick }) => [id, parent, forkTick])).toEqual([
      ['b1', null, 0],
      ['b2', 'b1', 100],
      ['b3', 'b1', 401],
      ['b4', 'b2', 300],
    ]);
    expect(branchWithLog(tree, { ...DEEP, pauses: [] })?.id).toBe('b4');
  });

  it('hangs earlier where its decisions already differ from the parent’s', () => {
    const hung = hangBranch(smallTree(), fork('b1', 450), 'Earlier', EARLY);
    expect(hung.ok && hung.branch.forkTick).toBe(120);
  });

  it('never leaves its parent after the parent’s end', () => {
    const hung = hangBranch(smallTree(), fork('b1', 99_999), 'Later', ROOT);
    expect(hung.ok && hung.branch.forkTick).toBe(ROOT.endTick);
  });

  it('finds no place where its parent is gone, or the tree is full or too large', () => {
    const tree = smallTree();
    expect(hangBranch(tree, fork('b9', 1), 'x', ROOT)).toEqual({ ok: false, limit: 'gone' });
    let full = plantTree('t1', 'Full', 'First game', ROOT);
    while (full.branches.length < LIMITS.branches) full = hang(full, 'b1', 1, 'again', ROOT);
    expect(new Set(full.branches.map(({ id }) => id)).size).toBe(LIMITS.branches);
    expect(hangBranch(full, fork('b1', 1), 'x', ROOT)).toEqual({ ok: false, limit: 'branches' });
    const pauses = Array.from({ length: 90_000 }, () => ({ tick: 1, seconds: 1.123456789 }));
    expect(hangBranch(tree, fork('b1', 1), 'x', { ...ROOT, pauses })).toEqual({ ok: false, limit: 'size' });
  });

  it('takes with it what hangs on it, and the root takes all', () => {
    const tree = smallTree();
    expect([...descendantsOf(tree, 'b2')]).toEqual(['b2', 'b4']);
    expect(withoutBranch(tree, 'b2')?.branches.map(({ id }) => id)).toEqual(['b1', 'b3']);
    expect(withoutBranch(tree, 'b1')).toBeNull();
    expect(tree.branches).toHaveLength(4);
  });

  it('gets an id that none of the tree has, also after one was removed', () => {
    const left = withoutBranch(smallTree(), 'b2');
    if (!left) throw new Error('no tree');
    const ids = hang(left, 'b1', 5, 'x', EARLY).branches.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the rows of a tree', () => {
  it('have each branch below its parent, later forks first', () => {
    const rows = treeRows(smallTree());
    expect(rows.map(({ branch, level }) => [branch.name, level])).toEqual([
      ['First game', 1],
      ['Late', 2],
      ['Early', 2],
      ['Deep', 3],
    ]);
  });
});

describe('a name', () => {
  it('is kept without spaces around it, and refused when it is none', () => {
    expect(cleanName('  A second try ')).toBe('A second try');
    expect(cleanName('x'.repeat(60))).toHaveLength(60);
    for (const name of ['', '   ', 'two\nlines', 'x'.repeat(61), 'turned \u202Eround', '\ud800'])
      expect(cleanName(name)).toBeNull();
  });
});
