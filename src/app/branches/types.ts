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

/** What the session asks of the trees when a game is taken over, and when a game that was taken over has ended. */
export interface Forks {
  /**
   * Where a game hangs that leaves `log` at a tick: in the tree that holds the log, or in a new one whose root it is.
   * Its commands may differ from those of the log before that tick: the fork is then moved when the branch is added.
   */
  fork(log: DecisionLog, tick: number): Fork;
  /** Hangs a game that has ended where its fork says, and keeps the tree; what stands against it is said in a notice. */
  addBranch(fork: Fork, log: DecisionLog): void;
}

export interface BranchesState {
  /** The newest first. */
  readonly trees: readonly BranchTree[];
  /** Tree and branch that the page shows; '' before any was chosen. */
  readonly chosenTree: string;
  readonly chosenBranch: string;
  /** True while a file or a link is being played again. */
  readonly opening: boolean;
  /** Why trees cannot be kept in this browser, or ''. */
  readonly problem: string;
}

export interface BranchActions {
  choose(treeId: string, branchId?: string): void;
  /** Resolves when it is kept; false when the name is empty or too long, and the old one then stays. */
  renameTree(treeId: string, name: string): Promise<boolean>;
  renameBranch(treeId: string, branchId: string, name: string): Promise<boolean>;
  /** Removes a branch and all that hang on it; with the root goes the tree. */
  remove(treeId: string, branchId: string): void;
  /** Opens the text of a file or of a link. Nothing is taken over unless every log in it holds; the notice says why. */
  openText(text: string): Promise<boolean>;
  /** The same for an address's fragment. */
  openLink(fragment: string): Promise<boolean>;
}

/** A tree as it stands in the database. */
export interface KeptTree {
  readonly id: string;
  /** When it last changed, ISO 8601. */
  readonly savedAt: string;
  readonly tree: BranchTree;
}
