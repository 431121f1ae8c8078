/** The trees of branches on the page and on the shelf: what they hold, and everything that may change them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DecisionLog, Level } from '../../engine/types.ts';
import { t } from '../../text/catalogue.ts';
import type { Stored } from '../savedLogs.ts';
import type { Notice } from '../types.ts';
import type { TreeOpening } from './openTree.ts';
import { branchOf, branchWithLog, cleanName, hangBranch, plantTree, withoutBranch } from './tree.ts';
import { firstBranchName, firstTreeName } from './treeNames.ts';
import { TREES_LIMIT, type TreeShelf } from './treeShelf.ts';
import type { BranchActions, BranchesState, BranchTree, Fork, Forks } from './types.ts';

/** What the branches need of the world around them. */
export interface BranchesHost {
  readonly shelf: TreeShelf;
  readonly levels: readonly Level[];
  /** Reads a tree from text, or from an address's fragment, and plays it again. */
  openTree(text: string): Promise<TreeOpening>;
  openTreeLink(fragment: string): Promise<TreeOpening>;
  notify(kind: Notice['kind'], text: string): void;
  /** Shows the page of the branches. */
  openPage(): void;
  /** The moment in ISO 8601. */
  date(): string;
  /** A name for a new tree that no other one has: a letter, then letters, digits and hyphens. */
  newId(): string;
}

export interface Branches {
  readonly store: StoreApi<BranchesState>;
  readonly actions: BranchActions;
  /** What the session asks of the branches. */
  readonly forks: Forks;
}

const EMPTY: BranchesState = { trees: [], chosenTree: '', chosenBranch: '', opening: false, problem: '' };

export function createBranches(host: BranchesHost): Branches {
  const store = createStore<BranchesState>(() => EMPTY);
  const shelf = createKeeping(host, store);
  const change = async (treeId: string, alter: (tree: BranchTree) => BranchTree | null): Promise<void> => {
    const tree = treeOf(store, treeId);
    const altered = tree && alter(tree);
    if (altered) await shelf.keep(altered);
    else if (tree) shelf.drop(treeId);
  };
  // Answered only when the shelf has answered: a page that is closed at "Renamed" has the new name later.
  const rename = async (name: string, work: (clean: string) => Promise<void>): Promise<boolean> => {
    const clean = cleanName(name);
    if (clean !== null) await work(clean);
    return clean !== null;
  };
  return {
    store,
    actions: {
      choose: (chosenTree, chosenBranch = '') => store.setState({ chosenTree, chosenBranch }),
      renameTree: (treeId, name) =>
        rename(name, (clean) => change(treeId, (tree) => ({ ...tree, name: clean }))),
      renameBranch: (treeId, branchId, name) =>
        rename(name, (clean) => change(treeId, (tree) => withName(tree, branchId, clean))),
      remove: (treeId, branchId) => void change(treeId, (tree) => withoutBranch(tree, branchId)),
      openText: (text) => takeIn(host, store, shelf, () => host.openTree(text)),
      openLink: (fragment) => takeIn(host, store, shelf, () => host.openTreeLink(fragment)),
    },
    forks: {
      fork: (log, tick) => forkOf(host, store, shelf, log, tick),
      addBranch: (fork, log) => addBranch(host, store, shelf, fork, log),
    },
  };
}

function treeOf(store: StoreApi<BranchesState>, id: string): BranchTree | null {
  return store.getState().trees.find((tree) => tree.id === id) ?? null;
}

function withName(tree: BranchTree, branchId: string, name: string): BranchTree {
  const branches = tree.branches.map((branch) => (branch.id === branchId ? { ...branch, name } : branch));
  return { ...tree, branches };
}

/** Trees on the page, and behind them on the shelf. */
interface Keeping {
  /** Resolves when the shelf has answered. */
  keep(tree: BranchTree): Promise<void>;
  drop(id: string): void;
}

function createKeeping(host: BranchesHost, store: StoreApi<BranchesState>): Keeping {
  const answered = (stored: Stored<unknown>): void =>
    store.setState({ problem: stored.ok ? '' : t(`app.branches.storage.${stored.problem}`) });
  void host.shelf.list().then((stored) => {
    answered(stored);
    if (!stored.ok) return;
    // A tree that was begun in the meantime stands before those of earlier visits.
    const { trees } = store.getState();
    const ids = new Set(trees.map(({ id }) => id));
    store.setState({ trees: [...trees, ...stored.value.filter(({ id }) => !ids.has(id))] });
  });
  const drop = (id: string): void => {
    const { trees, chosenTree } = store.getState();
    const left = trees.filter((tree) => tree.id !== id);
    store.setState(chosenTree === id ? { trees: left, chosenTree: '', chosenBranch: '' } : { trees: left });
    void host.shelf.remove(id).then(answered);
  };
  return {
    keep: async (tree) => {
      const others = store.getState().trees.filter(({ id }) => id !== tree.id);
      store.setState({ trees: [tree, ...others] });
      // A game that was taken over and never ended leaves a tree without a branch: it is the first to make room.
      const spare =
        others.length >= TREES_LIMIT ? others.findLast(({ branches }) => branches.length === 1) : undefined;
      if (spare) drop(spare.id);
      if (others.length >= TREES_LIMIT && !spare)
        store.setState({ problem: t('app.branches.limit.trees', { count: TREES_LIMIT }) });
      else answered(await host.shelf.keep(tree, host.date()));
    },
    drop,
  };
}

function forkOf(
  host: BranchesHost,
  store: StoreApi<BranchesState>,
  shelf: Keeping,
  log: DecisionLog,
  forkTick: number,
): Fork {
  const { trees, chosenTree } = store.getState();
  const chosenFirst = [...trees].sort((a, b) => Number(b.id === chosenTree) - Number(a.id === chosenTree));
  for (const tree of chosenFirst) {
    const branch = branchWithLog(tree, log);
    if (branch) return { treeId: tree.id, parent: branch.id, forkTick };
  }
  const level = host.levels.find(({ id }) => id === log.level.id);
  const tree = plantTree(host.newId(), firstTreeName(level, trees), t('app.branches.root'), log);
  void shelf.keep(tree);
  return { treeId: tree.id, parent: tree.branches[0]?.id ?? '', forkTick };
}

function addBranch(
  host: BranchesHost,
  store: StoreApi<BranchesState>,
  shelf: Keeping,
  fork: Fork,
  log: DecisionLog,
): void {
  const tree = treeOf(store, fork.treeId);
  const hung = tree && hangBranch(tree, fork, firstBranchName(fork.forkTick, tree), log);
  if (!hung?.ok) {
    host.notify('info', t(`app.branches.limit.${hung?.limit ?? 'gone'}`));
    return;
  }
  void shelf.keep(hung.tree);
  store.setState({ chosenTree: hung.tree.id, chosenBranch: hung.branch.id });
}

/** Opens a tree, says what is wrong with it, or shows it. */
async function takeIn(
  host: BranchesHost,
  store: StoreApi<BranchesState>,
  shelf: Keeping,
  open: () => Promise<TreeOpening>,
): Promise<boolean> {
  store.setState({ opening: true });
  const opening = await open().catch(
    (error: unknown): TreeOpening => ({
      ok: false,
      sentence: t('app.branches.checkFailed', {
        message: error instanceof Error ? error.message : String(error),
      }),
    }),
  );
  store.setState({ opening: false });
  if (!opening.ok) {
    host.notify('error', opening.sentence);
    return false;
  }
  const tree = apartFrom(host, store.getState().trees, opening.tree);
  void shelf.keep(tree);
  store.setState({ chosenTree: tree.id, chosenBranch: tree.branches[0]?.id ?? '' });
  host.openPage();
  return true;
}

/** The opened tree under its own id; under a new one where a tree of that id holds anything that the opened one does not. */
function apartFrom(host: BranchesHost, trees: readonly BranchTree[], opened: BranchTree): BranchTree {
  const known = trees.find(({ id }) => id === opened.id);
  const isContained = known?.branches.every((branch) => {
    const same = branchOf(opened, branch.id);
    return same !== null && JSON.stringify(same) === JSON.stringify(branch);
  });
  return isContained === false ? { ...opened, id: host.newId() } : opened;
}
