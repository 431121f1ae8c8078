/** The debrief of a game: what mattered, by how much, and how sure that is. */
import { accuracyOf } from './accuracy.ts';
import { createCohort } from './cohort.ts';
import { type Board, glanceAt, importanceOf, markDecision } from './decisions.ts';
import { driftOf } from './drift.ts';
import type { Debrief, DebriefProgress, MakeDebrief, Mark } from './types.ts';
import { glancedWindows, markWindow, scanMoments, scanTicks } from './windows.ts';

/** Patients of a first look, as a part of those of a comparison. */
const GLANCE_SHARE = 8;

/**
 * Marks every decision and every missed window of a game. The game must be one that replayed: commands in the order of
 * ticks and legal. Same level, log, seed and number of patients give the same debrief, whatever the pool.
 */
export const debrief: MakeDebrief = async (level, log, options, pool, onProgress) => {
  const { commands, endTick } = log;
  const decisions = commands.flatMap(({ command }, index) => (command.type === 'lab' ? [] : [index]));
  const scans = scanTicks(endTick);
  const moments = [...new Set([0, ...scans, ...decisions.map((index) => commands[index]?.tick ?? 0)])].sort(
    (a, b) => a - b,
  );
  const progress = createProgress(onProgress, 2 * decisions.length + scans.length / 2 + 1);
  const cohort = await createCohort(level, log, options, pool, moments);
  progress.pass();
  const glance = Math.ceil(options.patients / GLANCE_SHARE);
  const board: Board = { level, commands, endTick, cohort, patients: options.patients, glance };
  const importances = await Promise.all(decisions.map((index) => importanceOf(board, index)));
  const ofDecisions = decisions
    .map((index, place) => ({ index, importance: importances[place] as number }))
    .sort((a, b) => b.importance - a.importance)
    .map(({ index }) => async (): Promise<readonly Mark[]> => {
      const glanced = await progress.after(glanceAt(board, index));
      return [progress.ready(await markDecision(board, glanced))];
    });
  const ofWindows = async (): Promise<readonly Mark[]> => {
    const scanned = await scanMoments(board, scans, progress.after);
    const windows = [...glancedWindows(scanned)].sort((a, b) => b.importance - a.importance);
    return Promise.all(windows.map(async (window) => progress.ready(await markWindow(board, window))));
  };
  // The decision that seems to matter most is shown before anything else takes the workers' time.
  const [first, ...others] = ofDecisions;
  const foremost = first === undefined ? [] : await first();
  const marks = [...foremost, ...(await sideBySide([ofWindows, ...others])).flat()].sort(byTick);
  const drift = await driftOf(board, marks);
  const all = [...marks.filter(isWorthKeeping), ...drift].sort(byTick);
  const result: Debrief = {
    seed: options.seed,
    patients: options.patients,
    marks: all,
    accuracy: accuracyOf(all),
    kept: { played: cohort.playedAt(0) },
    steps: cohort.steps(),
  };
  return result;
};

/** A window whose order turned out to be worth no sign was none. */
function isWorthKeeping({ kind, sign }: Mark): boolean {
  return kind === 'decision' || sign !== '';
}

/** Pieces of work under way at once: enough that no worker waits, few enough that the first is not held up by the last. */
const SIDE_BY_SIDE = 3;

/** Does pieces of work in their order, some at a time; what they come to is in their order too. */
async function sideBySide<T>(work: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  const takeOn = async (): Promise<void> => {
    for (let at = next++; at < work.length; at = next++) results[at] = await (work[at] as () => Promise<T>)();
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, takeOn));
  return results;
}

function byTick(a: Mark, b: Mark): number {
  return a.tick - b.tick || a.commandIndex - b.commandIndex;
}

interface Progress {
  pass(): void;
  after<T>(work: Promise<T>): Promise<T>;
  ready(mark: Mark): Mark;
}

function createProgress(tell: (progress: DebriefProgress) => void, expected: number): Progress {
  const marks: Mark[] = [];
  let passed = 0;
  const pass = (): void => {
    passed += 1;
    tell({ done: Math.min(passed / expected, 1), marks: [...marks] });
  };
  return {
    pass,
    async after(work) {
      const value = await work;
      pass();
      return value;
    },
    ready(mark) {
      marks.push(mark);
      pass();
      return mark;
    },
  };
}
