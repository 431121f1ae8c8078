/**
 * A class without a server: logs from files, zips and links are verified in workers and grouped by level and view, and
 * each group gets its map. What is refused says why, and the rest goes on.
 */
import { type GameGroup, groupGames } from '../../classroom/groups.ts';
import type { ClassRow } from '../../classroom/types.ts';
import { t } from '../../classroom/words.ts';
import type { DecisionLog, Level } from '../../engine/types.ts';
import { type Source, sourcesOfFile, sourcesOfText } from './fileSources.ts';
import type { FileBoard, FileEntry, FilesState } from './types.ts';
import { namesBeside, verdictSentence } from './verdictSentence.ts';
import { createVerifyPool, type VerifyPool, type VerifyPoolOptions } from './verifyInWorkers.ts';

/** Games of one class from files, refused ones among them. */
const MOST_ENTRIES = 400;

export const NO_FILES: FilesState = { entries: [], done: 0, total: 0, boards: [] };

export interface FileBoardHost extends VerifyPoolOptions {
  readonly levels: readonly Level[];
  /** The best known log of a level; null where there is none. */
  bestLog(level: Level): Promise<DecisionLog | null>;
  /** Called with every change, also of the progress. */
  onChange(state: FilesState): void;
}

export interface FileBoardWork {
  /** Resolves when everything that was added is verified and the maps are made. Never rejects. */
  addFiles(files: readonly File[]): Promise<void>;
  /** Links anywhere in a text. False when there is none. */
  addLinks(text: string): Promise<boolean>;
  /** Forgets everything; what is under way comes to nothing. */
  clear(): void;
}

interface Held {
  readonly host: FileBoardHost;
  readonly pool: VerifyPool;
  state: FilesState;
  /** Verified games by the key of their entry. */
  rows: Map<string, ClassRow>;
  /** Entries by the text of their log in its canonical form. */
  known: Map<string, FileEntry>;
  entries: number;
  /** Additions that are not finished; the maps are made by the last one. */
  adding: number;
  /** Grows when everything is forgotten. */
  epoch: number;
}

export function createFileBoard(host: FileBoardHost): FileBoardWork {
  const pool = createVerifyPool(host.levels, host);
  const held: Held = {
    host,
    pool,
    state: NO_FILES,
    rows: new Map(),
    known: new Map(),
    entries: 0,
    adding: 0,
    epoch: 0,
  };
  return {
    addFiles: (files) =>
      add(held, () =>
        Promise.all(files.map((file) => sourcesOfFile(file, pool.unzip))).then((all) => all.flat()),
      ),
    async addLinks(text) {
      const sources = sourcesOfText(text, new Set(held.state.entries.map(({ name }) => name)));
      if (sources.length > 0) await add(held, async () => sources);
      return sources.length > 0;
    },
    clear() {
      Object.assign(held, { rows: new Map(), known: new Map(), entries: 0, epoch: held.epoch + 1 });
      change(held, NO_FILES);
    },
  };
}

async function add(held: Held, find: () => Promise<readonly Source[]>): Promise<void> {
  const { epoch } = held;
  const isCurrent = (): boolean => held.epoch === epoch;
  held.adding += 1;
  try {
    const sources = await find();
    if (isCurrent()) await Promise.all(takeIn(held, sources).map((work) => work(isCurrent)));
  } finally {
    held.adding -= 1;
    // Whoever is the last one makes the maps, also of what was added after everything had been forgotten.
    if (held.adding === 0) await makeBoards(held);
    if (held.adding === 0) held.pool.rest();
  }
}

/** Lists the games, and returns what is to be done for each. */
function takeIn(
  held: Held,
  sources: readonly Source[],
): readonly ((isCurrent: () => boolean) => Promise<void>)[] {
  const listed = sources.map((source) => {
    held.entries += 1;
    const id = `file${held.entries}`;
    const isOver = held.entries > MOST_ENTRIES;
    const reason = isOver ? t('class.files.tooMany', { most: MOST_ENTRIES }) : reasonOf(source);
    const entry: FileEntry = { id, name: source.name, state: reason === '' ? 'waiting' : 'refused', reason };
    return { source, entry };
  });
  const entries = [...held.state.entries, ...listed.map(({ entry }) => entry)];
  change(held, {
    ...held.state,
    entries,
    done: entries.filter(({ state }) => state !== 'waiting').length,
    total: entries.length,
  });
  return listed
    .filter(({ entry }) => entry.state === 'waiting')
    .map(
      ({ source, entry }) =>
        (isCurrent) =>
          verify(held, source, entry, isCurrent),
    );
}

function reasonOf(source: Source): string {
  return source.kind === 'refused' ? source.reason : '';
}

async function verify(held: Held, source: Source, entry: FileEntry, isCurrent: () => boolean): Promise<void> {
  if (source.kind === 'refused') return;
  const { kind, text } = source;
  const verdict = await held.pool.verify({ id: entry.id, name: entry.name, kind, text });
  if (!isCurrent()) return;
  if (!verdict.ok) return settle(held, { ...entry, state: 'refused', reason: verdictSentence(verdict) });
  // The schema's output has its keys in one order, whatever the order in the text.
  const canonical = JSON.stringify(verdict.row.log);
  const twin = held.known.get(canonical);
  // Workers finish in any order; the one that was given first stays.
  const [first, second] = twin !== undefined && isBefore(held, twin, entry) ? [twin, entry] : [entry, twin];
  held.known.set(canonical, first);
  if (first === entry) {
    held.rows.set(entry.id, verdict.row);
    settle(held, { ...entry, state: 'verified', reason: '' });
  }
  if (second === undefined) return;
  held.rows.delete(second.id);
  settle(held, { ...second, state: 'twice', reason: t('class.files.twice', { name: first.name }) });
}

function isBefore({ state }: Held, a: FileEntry, b: FileEntry): boolean {
  const place = ({ id }: FileEntry): number => state.entries.findIndex((entry) => entry.id === id);
  return place(a) < place(b);
}

/** Notes what became of an entry. */
function settle(held: Held, entry: FileEntry): void {
  const entries = held.state.entries.map((old) => (old.id === entry.id ? entry : old));
  change(held, {
    ...held.state,
    entries,
    done: entries.filter(({ state }) => state !== 'waiting').length,
  });
}

/** The maps, each group in the order in which its games were given. */
async function makeBoards(held: Held): Promise<void> {
  const { epoch } = held;
  const rows = held.state.entries.flatMap(({ id }) => held.rows.get(id) ?? []);
  const boards = await Promise.all(
    groupGames(held.host.levels, rows).map((group) => makeBoard(held, group).catch(() => null)),
  );
  // Where more was added meanwhile, its end makes them anew.
  if (held.adding === 0 && held.epoch === epoch && held.state.entries.length > 0)
    change(held, { ...held.state, boards: boards.filter((board) => board !== null) });
}

async function makeBoard({ host, pool }: Held, { level, mode, seed, rows }: GameGroup): Promise<FileBoard> {
  const bestLog = await host.bestLog(level).catch(() => null);
  const map = await pool.map({ levelId: level.id, rows, bestLog, names: namesBeside() });
  return {
    levelId: level.id,
    mode,
    seed,
    logs: rows.map(({ id, name, log }) => ({ id, name, log })),
    map,
  };
}

function change(held: Held, state: FilesState): void {
  held.state = state;
  held.host.onChange(state);
}
