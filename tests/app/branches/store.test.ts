import { describe, expect, it, vi } from 'vitest';
import { checkTree } from '../../../src/app/branches/checkTree.ts';
import { openTree, openTreeLink } from '../../../src/app/branches/openTree.ts';
import { createBranches } from '../../../src/app/branches/store.ts';
import { createTreeShelf, TREES_LIMIT, type TreeDatabase } from '../../../src/app/branches/treeShelf.ts';
import type { BranchTree, KeptTree } from '../../../src/app/branches/types.ts';
import { playedLog, SHORT_LEVEL } from '../fixtures.ts';
import { EARLY, LATE, ROOT, smallTree } from './support.ts';

function memory(rows: readonly KeptTree[] = []): TreeDatabase & { readonly kept: Map<string, KeptTree> } {
  const kept = new Map(rows.map((row) => [row.id, row]));
  return {
    kept,
    rows: async () => [...kept.values()],
    put: async (row) => void kept.set(row.id, structuredClone(row)),
    remove: async (id) => void kept.delete(id),
  };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

async function start(database: TreeDatabase = memory()) {
  const notify = vi.fn<(kind: string, text: string) => void>();
  const openPage = vi.fn<() => void>();
  let [ids, minutes] = [0, 0];
  const check = async (tree: BranchTree) => checkTree(tree, [SHORT_LEVEL]);
  const branches = createBranches({
    shelf: createTreeShelf(async () => database),
    levels: [SHORT_LEVEL],
    openTree: (text) => openTree(text, check),
    openTreeLink: (fragment) => openTreeLink(fragment, check),
    notify,
    openPage,
    date: () => {
      minutes += 1;
      return `2026-01-01T00:${String(minutes).padStart(2, '0')}:00Z`;
    },
    newId: () => {
      ids += 1;
      return `new${ids}`;
    },
  });
  await settle();
  const trees = () => branches.store.getState().trees;
  return { ...branches, notify, openPage, trees };
}

describe('a game that is taken over', () => {
  it('begins a tree with the game that it leaves, and hangs on it when it has ended', async () => {
    const database = memory();
    const { forks, store, trees } = await start(database);
    const fork = forks.fork(ROOT, 100);
    expect(trees()).toHaveLength(1);
    forks.addBranch(fork, EARLY);
    await settle();
    const [tree] = trees();
    expect(tree?.branches.map(({ name, parent, forkTick }) => [name, parent, forkTick])).toEqual([
      ['First game', null, 0],
      ['From day 0, 05:00', 'b1', 100],
    ]);
    expect(store.getState()).toMatchObject({ chosenTree: tree?.id, chosenBranch: 'b2', problem: '' });
    expect(database.kept.get(tree?.id ?? '')?.tree).toEqual(tree);
  });

  it('hangs in the tree that already holds the game that it leaves, under a name of its own', async () => {
    const { forks, trees } = await start();
    forks.addBranch(forks.fork(ROOT, 100), EARLY);
    const fork = forks.fork({ ...EARLY, pauses: [] }, 200);
    expect(fork.parent).toBe('b2');
    forks.addBranch(forks.fork(ROOT, 100), LATE);
    expect(trees()).toHaveLength(1);
    expect(trees()[0]?.branches.map(({ name }) => name)).toEqual([
      'First game',
      'From day 0, 05:00',
      'From day 0, 05:00 (2)',
    ]);
  });

  it('is said to hang nowhere when its tree was removed meanwhile', async () => {
    const { forks, actions, trees, notify } = await start();
    const fork = forks.fork(ROOT, 100);
    actions.remove(fork.treeId, 'b1');
    forks.addBranch(fork, EARLY);
    expect(trees()).toHaveLength(0);
    expect(notify).toHaveBeenCalledWith('info', expect.stringContaining('has been removed'));
  });
});

describe('a tree', () => {
  it('is renamed, and its branches are, and a bad name changes nothing', async () => {
    const database = memory([{ id: 't1', savedAt: 'x', tree: smallTree() }]);
    const { actions, trees } = await start(database);
    expect(await actions.renameTree('t1', ' Mine ')).toBe(true);
    expect(await actions.renameBranch('t1', 'b2', 'Better')).toBe(true);
    expect(await actions.renameBranch('t1', 'b2', '')).toBe(false);
    await settle();
    expect(trees()[0]).toMatchObject({ name: 'Mine', branches: [{}, { name: 'Better' }, {}, {}] });
    expect(database.kept.get('t1')?.tree).toEqual(trees()[0]);
  });

  it('loses a branch with what hangs on it, and is gone with its root', async () => {
    const database = memory([{ id: 't1', savedAt: 'x', tree: smallTree() }]);
    const { actions, trees } = await start(database);
    actions.remove('t1', 'b2');
    expect(trees()[0]?.branches.map(({ id }) => id)).toEqual(['b1', 'b3']);
    actions.remove('t1', 'b1');
    await settle();
    expect(trees()).toEqual([]);
    expect(database.kept.size).toBe(0);
  });

  it('comes back from the shelf, the last changed first, and one that cannot be read is left out', async () => {
    const old = { ...smallTree(), id: 'old' };
    const broken = { ...smallTree(), id: 'broken', branches: [] };
    const { trees } = await start(
      memory([
        { id: 'old', savedAt: '2025-01-01T00:00:00Z', tree: old },
        { id: 'broken', savedAt: '2025-02-01T00:00:00Z', tree: broken },
        { id: 't1', savedAt: '2025-03-01T00:00:00Z', tree: smallTree() },
      ]),
    );
    expect(trees().map(({ id }) => id)).toEqual(['t1', 'old']);
  });
});

describe('opening a tree', () => {
  it('shows it and keeps it', async () => {
    const database = memory();
    const { actions, store, openPage } = await start(database);
    expect(await actions.openText(JSON.stringify(smallTree()))).toBe(true);
    await settle();
    expect(store.getState()).toMatchObject({ chosenTree: 't1', opening: false, trees: [smallTree()] });
    expect(openPage).toHaveBeenCalledOnce();
    expect(database.kept.get('t1')?.tree).toEqual(smallTree());
  });

  it('changes nothing when it does not hold', async () => {
    const { actions, store, openPage, notify } = await start();
    const before = store.getState();
    const tree = smallTree();
    const bad = {
      ...tree,
      branches: tree.branches.map((one) => (one.id === 'b2' ? { ...one, forkTick: 400 } : one)),
    };
    expect(await actions.openText(JSON.stringify(bad))).toBe(false);
    expect(store.getState()).toEqual(before);
    expect(openPage).not.toHaveBeenCalled();
    expect(notify).toHaveBeenCalledWith('error', expect.stringContaining('“Early”'));
  });

  it('never takes the place of a tree that holds more', async () => {
    const { actions, trees } = await start(memory([{ id: 't1', savedAt: 'x', tree: smallTree() }]));
    const less = { ...smallTree(), branches: smallTree().branches.slice(0, 2) };
    await actions.openText(JSON.stringify(less));
    expect(trees().map(({ id, branches }) => [id, branches.length])).toEqual([
      ['new1', 2],
      ['t1', 4],
    ]);
  });
});

describe('the shelf', () => {
  const many = (count: number, branches: number): KeptTree[] =>
    Array.from({ length: count }, (_, index) => {
      const tree = smallTree();
      return {
        id: `k${index}`,
        savedAt: `2025-01-01T00:00:${String(index).padStart(2, '0')}Z`,
        tree: { ...tree, id: `k${index}`, branches: tree.branches.slice(0, branches) },
      };
    });

  it('lets a tree without a branch give way when it is full', async () => {
    const rows = [...many(TREES_LIMIT - 1, 2), { ...many(1, 1)[0], id: 'bare' } as KeptTree];
    const bare = { ...rows.at(-1), tree: { ...(rows.at(-1)?.tree as BranchTree), id: 'bare' } } as KeptTree;
    const database = memory([...rows.slice(0, -1), bare]);
    const { forks, store } = await start(database);
    forks.fork(playedLog([]), 10);
    await settle();
    expect(database.kept.has('bare')).toBe(false);
    expect(database.kept.size).toBe(TREES_LIMIT);
    expect(store.getState().problem).toBe('');
  });

  it('says when it is full of trees with branches; the new one lives on the page', async () => {
    const database = memory(many(TREES_LIMIT, 2));
    const { forks, store, trees } = await start(database);
    forks.fork(playedLog([]), 10);
    await settle();
    expect(database.kept.size).toBe(TREES_LIMIT);
    expect(trees()).toHaveLength(TREES_LIMIT + 1);
    expect(store.getState().problem).toContain(`${TREES_LIMIT} trees`);
  });

  it('that refuses to keep anything is said, and the tree stays on the page', async () => {
    const database = {
      ...memory(),
      put: async () => Promise.reject(new DOMException('no', 'QuotaExceededError')),
    };
    const { forks, store, trees } = await start(database);
    forks.fork(ROOT, 10);
    await settle();
    expect(trees()).toHaveLength(1);
    expect(store.getState().problem).toMatch(/storage is full/);
  });
});
