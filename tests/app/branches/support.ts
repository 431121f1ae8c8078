/** A tree of short games: a first one, two that leave it, and one that leaves one of those. */
import { hangBranch, plantTree } from '../../../src/app/branches/tree.ts';
import type { BranchTree } from '../../../src/app/branches/types.ts';
import type { DecisionLog, TimedCommand } from '../../../src/engine/types.ts';
import { COMMANDS, playedLog } from '../fixtures.ts';

const [first, second] = COMMANDS as readonly [TimedCommand, TimedCommand, TimedCommand];
const oxygen = (tick: number, step: number): TimedCommand => ({ tick, command: { type: 'oxygen', step } });

/** Three commands at ticks 3, 40 and 400. */
export const ROOT: DecisionLog = playedLog();
/** Leaves the first game at tick 100. */
export const EARLY: DecisionLog = playedLog([first, second, oxygen(120, 2)]);
/** Leaves the first game at tick 401: nothing but a later order. */
export const LATE: DecisionLog = playedLog([...COMMANDS, oxygen(500, 1)]);
/** Leaves EARLY at tick 300. */
export const DEEP: DecisionLog = playedLog([first, second, oxygen(120, 2), oxygen(320, 1)]);

export function hang(
  tree: BranchTree,
  parent: string,
  forkTick: number,
  name: string,
  log: DecisionLog,
): BranchTree {
  const hung = hangBranch(tree, { treeId: tree.id, parent, forkTick }, name, log);
  if (!hung.ok) throw new Error(hung.limit);
  return hung.tree;
}

/** b1 the root, b2 EARLY, b3 LATE, b4 DEEP on b2. */
export function smallTree(): BranchTree {
  let tree = plantTree('t1', 'A tree', 'First game', ROOT);
  tree = hang(tree, 'b1', 100, 'Early', EARLY);
  tree = hang(tree, 'b1', 401, 'Late', LATE);
  return hang(tree, 'b2', 300, 'Deep', DEEP);
}
