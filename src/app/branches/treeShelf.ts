/** The trees of branches that this browser keeps. Every failure is a value: losing the shelf never loses a game. */
import { parseStoredTree } from '../../schema/branchTree.ts';
import { openGameDatabase } from '../database.ts';
import { type Stored, storageProblemOf } from '../savedLogs.ts';
import type { BranchTree, KeptTree } from './types.ts';

/** How many trees are kept. */
export const TREES_LIMIT = 20;

/** The few things asked of a database; each may reject. The real one is {@link openTreeDatabase}. */
export interface TreeDatabase {
  rows(): Promise<readonly KeptTree[]>;
  put(row: KeptTree): Promise<unknown>;
  remove(id: string): Promise<unknown>;
}

/** What the branches ask of the shelf. Never rejects. */
export interface TreeShelf {
  /** All kept trees that still can be read, the one that changed last first. */
  list(): Promise<Stored<readonly BranchTree[]>>;
  keep(tree: BranchTree, savedAt: string): Promise<Stored<null>>;
  remove(id: string): Promise<Stored<null>>;
}

/** The trees of the browser's database. Rejects, or throws, where there is none or it is refused. */
export async function openTreeDatabase(): Promise<TreeDatabase> {
  const database = await openGameDatabase();
  return {
    rows: () => database.getAll('trees'),
    put: (row) => database.put('trees', row),
    remove: (id) => database.delete('trees', id),
  };
}

/** The shelf on a database that is opened at the first call, and tried again at the next one when it could not be opened. */
export function createTreeShelf(open: () => Promise<TreeDatabase>): TreeShelf {
  let opened: Promise<TreeDatabase> | null = null;

  async function attempt<T>(work: (database: TreeDatabase) => Promise<T>): Promise<Stored<T>> {
    try {
      opened ??= open();
      return { ok: true, value: await work(await opened) };
    } catch (error) {
      opened = null;
      return { ok: false, problem: storageProblemOf(error) };
    }
  }

  return {
    list: () =>
      attempt(async (database) => {
        const rows = await database.rows();
        const newestFirst = [...rows].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
        return newestFirst.flatMap(({ tree }) => {
          const parsed = parseStoredTree(tree);
          return parsed.ok ? [parsed.value] : [];
        });
      }),
    keep: (tree, savedAt) =>
      attempt(async (database) => {
        await database.put({ id: tree.id, savedAt, tree });
        return null;
      }),
    remove: (id) =>
      attempt(async (database) => {
        await database.remove(id);
        return null;
      }),
  };
}
