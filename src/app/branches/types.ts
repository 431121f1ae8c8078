/** Branches: games that were taken over from another one. A tree for each first game; saved in the browser, shared as one file. */
import type { DecisionLog } from '../../engine/types.ts';

export interface Branch {
  /** Unique within its tree. */
  readonly id: string;
  /** Given by the player, or made from the moment of the fork. */
  readonly name: string;
  /** Id of the branch it was taken over from; null for the root. */
  readonly parent: string | null;
  /** Tick at which it leaves its parent; 0 for the root. Commands before it are the parent's. */
  readonly forkTick: number;
  readonly log: DecisionLog;
}

/** The file that is saved and shared. Branches come after their parents. */
export interface BranchTree {
  readonly format: 1;
  readonly kind: 'stormward-tree';
  readonly id: string;
  readonly name: string;
  readonly branches: readonly Branch[];
}

/** Where a game that is being played will hang when it has ended. */
export interface Fork {
  readonly treeId: string;
  readonly parent: string;
  readonly forkTick: number;
}
