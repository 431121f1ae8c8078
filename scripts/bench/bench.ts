/** The figures of the bench: ratios against something real, never a pass or a fail by the clock. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Chunk, chunksOf, sumOf } from './chunks.ts';
import { type CohortFigures, cohortFigures } from './cohort.ts';
import { type DebriefFigures, measureDebrief } from './debrief.ts';
import { benchLog, type DebriefPageFigures, measureDebriefPage } from './debriefPage.ts';
import { type KernelFigures, kernelFigures } from './kernel.ts';
import { type FrameMilliseconds, measurePage } from './page.ts';
import type { SolverComparison } from './solvers.ts';
import { measureVerify, type VerifyFigures } from './verify.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** Ratios of throughput; more than 1 is faster than the other. Null where `missing` says why. */
export interface BenchRatios {
  /** Bare right-hand sides a second, JavaScript over C at -O3. */
  readonly jsOverC: number | null;
  /** Courses of 28 days a second, each side with its own RK4 and the check of every state. */
  readonly jsCourseOverC: number | null;
  /** The same for the batch kernel on one core, hourly visits included. */
  readonly batchOverC: number | null;
  /** The course in JavaScript over other solvers at an error like that of the game's step. */
  readonly jsOverOdex: number | null;
  readonly jsOverOde45: number | null;
  /** SciPy's LSODA; its right-hand side is the C code, called through a Python function. */
  readonly jsOverLsoda: number | null;
  /** R's deSolve; its right-hand side is the C code itself. */
  readonly jsOverDeSolve: number | null;
  /** Time of the debrief's steps alone on as many cores over that of the debrief. */
  readonly debriefOverKernel: number | null;
  /** Logs that the class server verifies in a second of processor time over those that the bare engine plays in it. */
  readonly verifyOverEngine: number | null;
  /** Packed size over its budget; at most 1 is within. */
  readonly entryOverBudget: number | null;
  readonly levelOverBudget: number | null;
  /** Scene milliseconds in full storm over those at rest. */
  readonly stormOverRest: number | null;
}

/** Why a ratio could not be measured here; each has a sentence in the catalogue. */
export type Reason = 'noCompiler' | 'noScipy' | 'noDeSolve' | 'noTolerance' | 'noPage' | 'pageTooSlow';

export interface BenchFigures {
  readonly units: Readonly<Record<string, string>>;
  readonly ratios: BenchRatios;
  readonly missing: Readonly<Partial<Record<keyof BenchRatios, Reason>>>;
  readonly rightHandSidesPerSecond: KernelFigures['rightHandSidesPerSecond'];
  readonly coursesPerSecond: KernelFigures['coursesPerSecond'];
  readonly solvers: readonly SolverComparison[];
  readonly cohort: CohortFigures;
  readonly sceneMilliseconds: { readonly rest: FrameMilliseconds; readonly storm: FrameMilliseconds } | null;
  /** The debrief in threads of Node. */
  readonly debrief: DebriefFigures;
  /** The threads of the class server that play handed-in logs again. */
  readonly verify: VerifyFigures;
  /** The debrief in the browser; null without a page. */
  readonly debriefPage: DebriefPageFigures | null;
  readonly gzip: { readonly entry: number; readonly level: number } | null;
  readonly chunks: readonly Chunk[];
}

/** Hours of the level whose debrief is measured in Node; the page has the level as it is, of twenty days. */
const TEN_DAYS = 240;

/** kB gzip: the entry without Phaser, and all of the first level without music. */
const BUDGETS = { entry: 120, level: 900 } as const;

const UNITS = {
  rightHandSidesPerSecond: '1 per second of processor time',
  coursesPerSecond: '28-day patients per second of processor time on one core',
  milliseconds: 'ms of processor time for one course',
  patientsPerSecond: '28-day patients per second by the clock, on all workers',
  patientsPerProcessorSecond: '28-day patients per second of processor time',
  peakMegabytes: 'MB',
  error: 'relative to the largest value of each species',
  sceneMilliseconds: 'ms of JavaScript a frame',
  debrief: 'seconds by the clock; steps a second of one core',
  verify: 'logs a second, by the clock and of processor time',
  debriefPage: 'ms by the clock of the page',
  gzip: 'kB',
} as const;

export interface BenchOptions {
  /** False leaves the browser out. */
  readonly page: boolean;
  /** Size of the largest cohort. */
  readonly patients: number;
}

/** Measures everything that can be measured here. */
export async function bench({ page, patients }: BenchOptions): Promise<BenchFigures> {
  const kernel = await kernelFigures();
  const cohort = cohortFigures(patients);
  const { level, log } = benchLog(TEN_DAYS);
  const debrief = await measureDebrief(level, log);
  const played = benchLog();
  const verify = await measureVerify(played.level, played.log);
  const { chunks, gzip, scene, debriefPage, reason } = await pageFigures(page);
  const comparison = kernel.solvers.comparisons[0] as SolverComparison;
  const cost = ({ update, render }: FrameMilliseconds): number => update + render;
  const ratios: BenchRatios = {
    ...kernel.ratios,
    jsOverOdex: comparison.ratios.odex,
    jsOverOde45: comparison.ratios.ode45,
    jsOverLsoda: comparison.ratios.lsoda,
    jsOverDeSolve: comparison.ratios.deSolve,
    debriefOverKernel: debrief.overKernel,
    verifyOverEngine: verify.overBare,
    entryOverBudget: gzip && gzip.entry / BUDGETS.entry,
    levelOverBudget: gzip && gzip.level / BUDGETS.level,
    stormOverRest: scene && cost(scene.storm) / cost(scene.rest),
  };
  return {
    units: UNITS,
    ratios,
    missing: reasonsOf(ratios, kernel, reason),
    rightHandSidesPerSecond: kernel.rightHandSidesPerSecond,
    coursesPerSecond: kernel.coursesPerSecond,
    solvers: kernel.solvers.comparisons,
    cohort,
    sceneMilliseconds: scene,
    debrief,
    verify,
    debriefPage,
    gzip,
    chunks,
  };
}

async function pageFigures(page: boolean): Promise<{
  readonly chunks: readonly Chunk[];
  readonly gzip: BenchFigures['gzip'];
  readonly scene: BenchFigures['sceneMilliseconds'];
  readonly debriefPage: DebriefPageFigures | null;
  readonly reason: Reason;
}> {
  const chunks = existsSync(DIST) ? chunksOf(DIST) : [];
  const nothing = { chunks, gzip: null, scene: null, debriefPage: null };
  if (!page || chunks.length === 0) return { ...nothing, reason: 'noPage' };
  const figures = await measurePage(DIST).catch(ifTooSlow);
  if (figures === null) return { ...nothing, reason: 'pageTooSlow' };
  const { entryFiles, levelFiles, rest, storm } = figures;
  return {
    chunks,
    gzip: { entry: sumOf(chunks, entryFiles), level: sumOf(chunks, levelFiles) },
    scene: { rest, storm },
    debriefPage: await measureDebriefPage(DIST).catch(ifTooSlow),
    reason: 'pageTooSlow',
  };
}

/** On a busy machine the browser may not get there in its time; the other figures stand all the same. */
function ifTooSlow(error: unknown): null {
  if (error instanceof Error && error.name === 'TimeoutError') return null;
  throw error;
}

function reasonsOf(ratios: BenchRatios, { ratios: { jsOverC }, solvers }: KernelFigures, page: Reason) {
  const noTool = jsOverC === null ? 'noCompiler' : null;
  const solver = (id: 'lsoda' | 'deSolve', reason: Reason): Reason =>
    solvers.missing.includes(id) ? (noTool ?? reason) : 'noTolerance';
  const reasons: Readonly<Record<keyof BenchRatios, Reason>> = {
    jsOverC: 'noCompiler',
    jsCourseOverC: 'noCompiler',
    batchOverC: 'noCompiler',
    jsOverOdex: 'noTolerance',
    jsOverOde45: 'noTolerance',
    jsOverLsoda: solver('lsoda', 'noScipy'),
    jsOverDeSolve: solver('deSolve', 'noDeSolve'),
    debriefOverKernel: page,
    verifyOverEngine: page,
    entryOverBudget: page,
    levelOverBudget: page,
    stormOverRest: page,
  };
  const entries = Object.entries(reasons) as [keyof BenchRatios, Reason][];
  return Object.fromEntries(entries.filter(([id]) => ratios[id] === null));
}
