/** The debrief of a game: what mattered, by how much, and how sure that is. */
import { accuracyOf } from './accuracy.ts';
import { createCohort } from './cohort.ts';
import { type Board, glanceAt, markDecision } from './decisions.ts';
import { driftOf } from './drift.ts';
import type { Debrief, DebriefProgress, MakeDebrief, Mark } from './types.ts';
import { glancedWindows, markWindow, scanMoment, scanTicks } from './windows.ts';

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
  const progress = createProgress(onProgress, 2 * decisions.length + scans.length + 2);
  const cohort = await createCohort(level, log, options, pool, moments);
  progress.pass();
  const glance = Math.ceil(options.patients / GLANCE_SHARE);
  const board: Board = { level, commands, endTick, cohort, patients: options.patients, glance };
  const glanced = await Promise.all(decisions.map((index) => progress.after(glanceAt(board, index))));
  const scanned = await Promise.all(scans.map((tick) => progress.after(scanMoment(board, tick))));
  const windows = glancedWindows(scanned);
  const work = [
    ...windows.map((window) => ({ importance: window.importance, make: () => markWindow(board, window) })),
    ...glanced.map((one) => ({ importance: one.importance, make: () => markDecision(board, one) })),
  ].sort((a, b) => b.importance - a.importance);
  const marks = await Promise.all(work.map(async ({ make }) => progress.ready(await make())));
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

/** A window whose order turned out to be worth nothing was none. */
function isWorthKeeping({ kind, sign, unclear }: Mark): boolean {
  return kind === 'decision' || sign !== '' || unclear;
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
