import { describe, expect, it } from 'vitest';
import { checkTree } from '../../../src/app/branches/checkTree.ts';
import { openTree, openTreeLink } from '../../../src/app/branches/openTree.ts';
import { carriesTree, isTreeText } from '../../../src/app/branches/recognise.ts';
import { hangBranch } from '../../../src/app/branches/tree.ts';
import { TREE_LINK_LIMIT, treeToFragment } from '../../../src/app/branches/treeLink.ts';
import type { Branch, BranchTree } from '../../../src/app/branches/types.ts';
import { playedLog, SHORT_LEVEL } from '../fixtures.ts';
import { ROOT, smallTree } from './support.ts';

const LEVELS = [SHORT_LEVEL];
const open = (tree: unknown) =>
  openTree(typeof tree === 'string' ? tree : JSON.stringify(tree), async (given) => checkTree(given, LEVELS));

/** The tree with one of its branches changed. */
function changed(id: string, change: (branch: Branch) => Partial<Branch>): BranchTree {
  const tree = smallTree();
  return {
    ...tree,
    branches: tree.branches.map((branch) => (branch.id === id ? { ...branch, ...change(branch) } : branch)),
  };
}

async function refusal(tree: unknown): Promise<string> {
  const opening = await open(tree);
  const sentence = opening.ok ? 'opened' : opening.sentence;
  expect(sentence).not.toMatch(/\{\{|undefined|\[object/);
  return sentence;
}

describe('a tree from outside', () => {
  it('opens when every game in it holds', async () => {
    expect(await open(smallTree())).toEqual({ ok: true, tree: smallTree() });
  });

  it('is refused as a whole when one game in it does not give what it says; the branch is named', async () => {
    const better = changed('b4', ({ log }) => ({ log: { ...log, score: log.score === 100 ? 99 : 100 } }));
    expect(await refusal(better)).toMatch(/The tree was not opened\. Branch “Deep”: score: /);
    const moved = changed('b2', ({ log }) => {
      const [one, ...rest] = log.commands;
      return { log: { ...log, commands: [{ ...one, tick: 2 } as never, ...rest] } };
    });
    expect(await refusal(moved)).toMatch(/Branch “Early”: checkpoints: .* tick 240/);
  });

  it('is refused when a branch is not its parent’s up to its fork', async () => {
    expect(await refusal(changed('b2', () => ({ forkTick: 130 })))).toMatch(
      /Branch “Early”: it says it leaves “First game” at tick 130, and its decisions differ from tick 120 on/,
    );
    expect(await refusal(changed('b4', () => ({ parent: 'b3' })))).toMatch(
      /Branch “Deep”: .*“Late” at tick 300/,
    );
    expect(await refusal(changed('b3', () => ({ forkTick: ROOT.endTick + 1 })))).toMatch(
      /Branch “Late”: .* that game ends at tick/,
    );
  });

  it('is refused when a branch is of another patient', async () => {
    const other = { ...SHORT_LEVEL, id: 'another-level' };
    const log = playedLog([], other);
    const sentence = await openTree(
      JSON.stringify(changed('b3', () => ({ log, forkTick: 0 }))),
      async (tree) => checkTree(tree, [SHORT_LEVEL, other]),
    );
    expect(sentence).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/“Late”: its level, seed or mode/),
    });
  });

  it('is refused when a level is unknown', async () => {
    const level = { ...ROOT.level, id: 'nowhere' };
    expect(await refusal(changed('b1', ({ log }) => ({ log: { ...log, level } })))).toMatch(
      /Branch “First game”: level\.id .* nowhere/,
    );
  });

  it('names the place of a branch whose form is wrong', async () => {
    expect(await refusal(changed('b3', () => ({ forkTick: 1.5 })))).toMatch(
      /Branch 3 of the file: forkTick: 1\.5 is not a whole number/,
    );
    expect(await refusal('{"format": 1,')).toMatch(/The tree was not opened\. file: /);
  });
});

describe('a file', () => {
  it('is a tree when it says what kind it is', () => {
    expect(isTreeText(JSON.stringify(smallTree()))).toBe(true);
    expect(isTreeText(JSON.stringify(ROOT))).toBe(false);
    for (const text of ['', 'null', '7', '[]', '{', '"kind"', 'kind']) expect(isTreeText(text)).toBe(false);
  });
});

describe('a link', () => {
  const check = async (tree: BranchTree) => checkTree(tree, LEVELS);

  it('carries a small tree there and back', async () => {
    const fragment = treeToFragment(smallTree());
    expect(fragment && carriesTree(`#${fragment}`)).toBe(true);
    expect(await openTreeLink(`#${fragment}`, check)).toEqual({ ok: true, tree: smallTree() });
  });

  it('is not offered for a tree that makes it too long', () => {
    // Pauses of many lengths do not pack.
    const pauses = Array.from({ length: 2_000 }, (_, at) => ({
      tick: at,
      seconds: ((at * 7919) % 9973) / 10,
    }));
    const hung = hangBranch(smallTree(), { treeId: 't1', parent: 'b1', forkTick: 0 }, 'x', {
      ...ROOT,
      pauses,
    });
    expect(hung.ok && treeToFragment(hung.tree) === null).toBe(true);
    expect(treeToFragment(smallTree())?.length).toBeLessThanOrEqual(TREE_LINK_LIMIT);
  });

  it.each([
    ['#tree=', /carries no tree/],
    ['#tree=***', /letters/],
    ['#tree=AAAA', /cannot be unpacked/],
    [`#tree=${'A'.repeat(200_000)}`, /longer than any tree/],
  ])('that is broken (%.20s) is refused in words', async (fragment, words) => {
    expect(await openTreeLink(fragment, check)).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(words),
    });
  });

  it('of a log is none', () => {
    expect(carriesTree('#log=abc')).toBe(false);
  });
});
