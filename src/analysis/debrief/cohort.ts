/** The virtual patients of a debrief, spread over the workers of a pool. */
import type { Level, TimedCommand, TreatmentId } from '../../engine/types.ts';
import { isSameCommand } from './alternatives.ts';
import { drawCohort } from './drawCohort.ts';
import { meanOf } from './estimate.ts';
import { type Selection, selectPatients } from './selection.ts';
import { askEach, gathered } from './shares.ts';
import type { ArmsAnswer, GuidelineAnswer, PlayedLog, SeriesAnswer } from './tasks.ts';
import type { DebriefOptions, DebriefPool } from './types.ts';

/** What came of the arms of a comparison, in the same patients. */
export interface Compared {
  readonly selection: Selection;
  /** Chance of each selected patient as played. */
  readonly played: Float64Array;
  /** Of each arm; null where what was added is not legal. */
  readonly arms: readonly (Float64Array | null)[];
}

export interface Arm {
  readonly commands: readonly TimedCommand[];
  readonly added: number;
}

/** Series of a quantity, by SERIES_HOURS, of patients with weights. */
export interface WeightedSeries {
  readonly selection: Selection;
  readonly series: readonly Float64Array[];
  readonly kept: Float64Array;
}

export interface DebriefCohort {
  /** Compares arms that are the log's up to the tick `from` over patients who were like the real one at `tick`. */
  compare(tick: number, arms: readonly Arm[], size: number, from: number): Promise<Compared>;
  /** True when commands are those of the log. */
  isPlayed(commands: readonly TimedCommand[]): boolean;
  /** Follows patients who were like the real one at `tick` along commands from the start of the level. */
  follow(
    tick: number,
    commands: readonly TimedCommand[],
    size: number,
    quantity: number,
  ): Promise<WeightedSeries>;
  /** What the guideline orders for the real patient from each tick on. */
  guidelineFrom(ticks: readonly number[]): Promise<readonly (readonly TimedCommand[])[]>;
  /** Treatments that had nothing to act on in the real patient at a moment: none to be held against a player. */
  idleAt(tick: number): readonly TreatmentId[];
  /** Chance as played, over the patients like the real one at a moment. */
  playedAt(tick: number): number;
  /** Patients x steps so far. */
  steps(): number;
}

/**
 * Draws the patients and follows the log in all of them.
 *
 * @param moments ticks at which `compare` will be asked, ascending
 */
export async function createCohort(
  level: Level,
  log: PlayedLog,
  options: DebriefOptions,
  pool: DebriefPool,
  moments: readonly number[],
): Promise<DebriefCohort> {
  const drawn = await drawCohort(level, log, options, pool, moments);
  const { kept, order, weightsAt } = drawn;
  let { steps } = drawn;
  const select = (tick: number, size: number): Selection =>
    selectPatients(weightsAt(tick), order, size, options.seed, `debrief ${tick} ${size}`);
  return {
    async compare(tick, arms, size, from) {
      const selection = select(tick, size);
      const parts = await followArms(pool, selection, arms, from);
      for (const part of parts) steps += part.steps;
      return {
        selection,
        played: Float64Array.from(selection.patients, (patient) => kept[patient] as number),
        arms: arms.map((_, arm) => armOf(selection, parts, arm)),
      };
    },
    isPlayed: (commands) =>
      commands.length === log.commands.length &&
      commands.every((timed, place) => isTheSame(timed, log.commands[place] as TimedCommand)),
    follow: (tick, commands, size, quantity) => followSeries(pool, select(tick, size), commands, quantity),
    guidelineFrom: (ticks) => askGuideline(pool, level, log, ticks),
    playedAt(tick) {
      const weights = weightsAt(tick);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return meanOf(
        kept,
        Array.from(weights, (weight) => weight / sum),
      );
    },
    idleAt: drawn.idleAt,
    steps: () => steps,
  };
}

function followArms(
  pool: DebriefPool,
  { patients }: Selection,
  arms: readonly Arm[],
  tick: number,
): Promise<readonly ArmsAnswer[]> {
  // Only what is plain data crosses to a worker.
  const plain = arms.map(({ commands, added }) => ({ commands, added }));
  return askEach(pool, patients, (own) => ({ type: 'arms', tick, patients: own, arms: plain }));
}

/** One arm in all patients; null where a worker found it not legal, which every worker then does. */
function armOf({ patients }: Selection, parts: readonly ArmsAnswer[], arm: number): Float64Array | null {
  const shares = parts.map((part) => part.kept[arm] ?? null);
  return shares.includes(null) ? null : Float64Array.from(gathered(patients, shares as Float64Array[]));
}

async function followSeries(
  pool: DebriefPool,
  selection: Selection,
  commands: readonly TimedCommand[],
  quantity: number,
): Promise<WeightedSeries> {
  const { patients } = selection;
  const parts = await askEach<SeriesAnswer>(pool, patients, (own) => ({
    type: 'series',
    patients: own,
    commands,
    quantity,
  }));
  return {
    selection,
    series: gathered(
      patients,
      parts.map((part) => part.series),
    ),
    kept: Float64Array.from(
      gathered(
        patients,
        parts.map((part) => part.kept),
      ),
    ),
  };
}

/** The ticks are shared out in turn. */
async function askGuideline(
  pool: DebriefPool,
  level: Level,
  log: PlayedLog,
  ticks: readonly number[],
): Promise<readonly (readonly TimedCommand[])[]> {
  const places = Array.from(ticks.keys());
  const parts = await askEach<GuidelineAnswer>(pool, places, (own) => ({
    type: 'guideline',
    level,
    log,
    ticks: own.map((place) => ticks[place]),
  }));
  return gathered(
    places,
    parts.map((part) => part.orders),
  );
}

function isTheSame(a: TimedCommand, b: TimedCommand): boolean {
  return a.tick === b.tick && isSameCommand(a.command, b.command);
}
