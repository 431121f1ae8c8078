/** The debrief of a game: what mattered, by how much, and how sure that is. */

import type { Level, TimedCommand } from '../../engine/types.ts';
import { accuracyOf } from './accuracy.ts';
import { createCohort, type DebriefCohort } from './cohort.ts';
import { type Board, glanceAt, importanceOf, markDecision } from './decisions.ts';
import { driftOf } from './drift.ts';
import { type EstimatedFuture, futureOf } from './future.ts';
import type { PlayedLog } from './tasks.ts';
import type { Debrief, DebriefOptions, DebriefPool, DebriefProgress, MakeDebrief, Mark } from './types.ts';
import { glancedWindows, markWindow, scanMoments, scanTicks } from './windows.ts';

/** Patients of a first look, as a part of those of a comparison. */
const GLANCE_SHARE = 8;

/** A game on the board: its patients are drawn once, its marks are made once, and futures can be asked for. */
export interface OpenDebrief {
  /** Draws the patients, once; what else is asked for does so by itself, but may be asked for later. */
  draw(): Promise<unknown>;
  /** Marks every decision and every missed window. Same level, log, seed and number of patients give the same, whatever the pool. */
  make(onProgress: (progress: DebriefProgress) => void): Promise<Debrief>;
  /**
   * Patients who were like the real one at a tick (the last moment that is weighed before it) along commands from the
   * start of the level.
   *
   * @param quantity index into QUANTITIES
   */
  future(tick: number, commands: readonly TimedCommand[], quantity: number): Promise<EstimatedFuture>;
}

/** Opens the debrief of a game that replayed: commands in the order of ticks and legal. Nothing is drawn before it is asked for. */
export function openDebrief(
  level: Level,
  log: PlayedLog,
  options: DebriefOptions,
  pool: DebriefPool,
): OpenDebrief {
  const decisions = log.commands.flatMap(({ command }, index) => (command.type === 'lab' ? [] : [index]));
  const scans = scanTicks(log.endTick);
  const ticks = [0, ...scans, ...decisions.map((index) => log.commands[index]?.tick ?? 0)];
  const moments = [...new Set(ticks)].sort((a, b) => a - b);
  let drawn: Promise<DebriefCohort> | null = null;
  const cohortOf = (): Promise<DebriefCohort> => {
    drawn ??= createCohort(level, log, options, pool, moments);
    return drawn;
  };
  return {
    draw: cohortOf,
    make: async (onProgress) => {
      const { patients } = options;
      const { commands, endTick } = log;
      const glance = Math.max(Math.floor(patients / GLANCE_SHARE), 1);
      const board: Board = { level, commands, endTick, cohort: await cohortOf(), patients, glance };
      return makeMarks(board, { decisions, scans }, options, onProgress);
    },
    future: async (tick, commands, quantity) =>
      futureOf(
        await cohortOf(),
        moments.findLast((moment) => moment <= tick) ?? 0,
        commands,
        options.patients,
        quantity,
      ),
  };
}

/** The marks of a game, from drawing its patients to the last one. */
export const debrief: MakeDebrief = (level, log, options, pool, onProgress) =>
  openDebrief(level, log, options, pool).make(onProgress);

/** Which commands are weighed, by their places, and at which ticks missing ones are looked for. */
interface Plan {
  readonly decisions: readonly number[];
  readonly scans: readonly number[];
}

async function makeMarks(
  board: Board,
  { decisions, scans }: Plan,
  { seed, patients }: DebriefOptions,
  onProgress: (progress: DebriefProgress) => void,
): Promise<Debrief> {
  const progress = createProgress(onProgress, 2 * decisions.length + scans.length / 2 + 1);
  progress.pass();
  const importances = await Promise.all(decisions.map((index) => importanceOf(board, index)));
  const ofDecisions = importances
    .sort((a, b) => b.value - a.value)
    .map((importance) => async (): Promise<readonly Mark[]> => {
      const glanced = await progress.after(glanceAt(board, importance));
      return [progress.ready(await markDecision(board, glanced))];
    });
  const ofWindows = async (): Promise<readonly Mark[]> => {
    const scanned = await scanMoments(board, scans, progress.after);
    const windows = [...glancedWindows(scanned)].sort((a, b) => b.importance - a.importance);
    return Promise.all(windows.map(async (glanced) => progress.ready(await markWindow(board, glanced))));
  };
  // The decision that seems to matter most is shown before anything else takes the workers' time.
  const [first, ...others] = ofDecisions;
  const foremost = first === undefined ? [] : await first();
  const marks = [...foremost, ...(await sideBySide([ofWindows, ...others])).flat()].sort(byTick);
  const drift = await driftOf(board, marks);
  const all = [...marks.filter(isWorthKeeping), ...drift].sort(byTick);
  return {
    seed,
    patients,
    marks: all,
    accuracy: accuracyOf(all),
    kept: { played: board.cohort.playedAt(0) },
    steps: board.cohort.steps(),
  };
}

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
