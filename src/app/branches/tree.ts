/** Trees of branches as plain data: finding, hanging, naming and removing. Nothing in here changes what it is given. */
import type { DecisionLog, TimedCommand } from '../../engine/types.ts';
import { LIMITS } from '../../schema/limits.ts';
import type { Branch, BranchTree, Fork } from './types.ts';

/** Why a branch cannot be hung; each is the end of a key `branches.limit.…` in the catalogue. */
export type TreeLimit = 'branches' | 'size' | 'gone';

export type Hanging =
  | { readonly ok: true; readonly tree: BranchTree; readonly branch: Branch }
  | { readonly ok: false; readonly limit: TreeLimit };

/** A tree of one game, from which others can be taken over. */
export function plantTree(id: string, name: string, rootName: string, log: DecisionLog): BranchTree {
  return {
    format: 1,
    kind: 'stormward-tree',
    id,
    name,
    branches: [{ id: 'b1', name: rootName, parent: null, forkTick: 0, log }],
  };
}

export function branchOf(tree: BranchTree, id: string): Branch | null {
  return tree.branches.find((branch) => branch.id === id) ?? null;
}

/** The branch whose game a log tells; null when it is none of the tree's. */
export function branchWithLog(tree: BranchTree, log: DecisionLog): Branch | null {
  return tree.branches.find((branch) => sameGame(branch.log, log)) ?? null;
}

/** True when two logs tell the same game, however they were paused and at whatever speed they were played. */
export function sameGame(a: DecisionLog, b: DecisionLog): boolean {
  const [last, other] = [a.checkpoints.at(-1), b.checkpoints.at(-1)];
  return (
    a.level.hash === b.level.hash &&
    a.seed === b.seed &&
    a.mode === b.mode &&
    last?.tick === other?.tick &&
    last?.hash === other?.hash &&
    JSON.stringify(a.commands) === JSON.stringify(b.commands)
  );
}

/** The first tick at which two lists of commands, each in the order of time, differ; Infinity when they are the same. */
export function firstDifference(a: readonly TimedCommand[], b: readonly TimedCommand[]): number {
  const longest = Math.max(a.length, b.length);
  for (let index = 0; index < longest; index += 1) {
    const [one, other] = [a[index], b[index]];
    if (one && other && one.tick === other.tick && sameCommand(one, other)) continue;
    return Math.min(one?.tick ?? Number.POSITIVE_INFINITY, other?.tick ?? Number.POSITIVE_INFINITY);
  }
  return Number.POSITIVE_INFINITY;
}

function sameCommand({ command: a }: TimedCommand, { command: b }: TimedCommand): boolean {
  // Commands are flat: their fields in the order of their names tell them apart.
  const written = (command: object): string => JSON.stringify(Object.entries(command).sort());
  return written(a) === written(b);
}

/**
 * The tree with a game hung where its fork says, or earlier where its commands already differ from its parent's: what
 * stands before a fork is the parent's in every case.
 */
export function hangBranch(tree: BranchTree, fork: Fork, name: string, log: DecisionLog): Hanging {
  const parent = branchOf(tree, fork.parent);
  if (!parent) return { ok: false, limit: 'gone' };
  if (tree.branches.length >= LIMITS.branches) return { ok: false, limit: 'branches' };
  const forkTick = Math.min(
    fork.forkTick,
    parent.log.endTick,
    firstDifference(parent.log.commands, log.commands),
  );
  const branch: Branch = { id: freeId(tree), name, parent: parent.id, forkTick, log };
  const grown = { ...tree, branches: [...tree.branches, branch] };
  if (JSON.stringify(grown).length > LIMITS.treeCharacters) return { ok: false, limit: 'size' };
  return { ok: true, tree: grown, branch };
}

function freeId({ branches }: BranchTree): string {
  const taken = new Set(branches.map(({ id }) => id));
  let number = branches.length + 1;
  while (taken.has(`b${number}`)) number += 1;
  return `b${number}`;
}

/** A branch and all that hang on it, by id. */
export function descendantsOf(tree: BranchTree, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // Branches come after their parents, so that one pass meets them all.
  for (const branch of tree.branches)
    if (branch.parent !== null && found.has(branch.parent)) found.add(branch.id);
  return found;
}

/** The tree without a branch and what hangs on it; null when it was the root. */
export function withoutBranch(tree: BranchTree, id: string): BranchTree | null {
  const gone = descendantsOf(tree, id);
  const branches = tree.branches.filter((branch) => !gone.has(branch.id));
  return branches.length === 0 ? null : { ...tree, branches };
}

/** A name as it may be kept: without spaces around it; null when it is empty, too long or no single line. */
export function cleanName(name: string): string | null {
  const trimmed = name.trim();
  const isLine =
    trimmed !== '' && !/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u.test(trimmed);
  return isLine && trimmed.length <= LIMITS.nameCharacters ? trimmed : null;
}

/** One row of a tree that is walked from top to bottom: each branch right after its parent, earlier forks later. */
export interface TreeRow {
  readonly branch: Branch;
  /** 1 for the root, as aria-level counts. */
  readonly level: number;
}

/**
 * The rows in which a tree is drawn and walked. Of two branches of one parent the later fork stands first, so that no
 * line from a parent to its branch crosses another branch.
 */
export function treeRows(tree: BranchTree): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (branch: Branch, level: number): void => {
    rows.push({ branch, level });
    const children = tree.branches.filter(({ parent }) => parent === branch.id);
    for (const child of children.sort((a, b) => b.forkTick - a.forkTick)) add(child, level + 1);
  };
  const root = tree.branches.find(({ parent }) => parent === null);
  if (root) add(root, 1);
  return rows;
}
