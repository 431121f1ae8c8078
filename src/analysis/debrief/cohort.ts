/** The virtual patients of a debrief, spread over the workers of a pool. */
import type { Level, TimedCommand } from '../../engine/types.ts';
import { isSameCommand } from './alternatives.ts';
import { meanOf } from './estimate.ts';
import { type Selection, selectPatients, temperedWeights } from './selection.ts';
import type { ArmsAnswer, BeginAnswer, GuidelineAnswer, PlayedLog, SeriesAnswer } from './tasks.ts';
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
  /** Chance as played, over the patients like the real one at a moment. */
  playedAt(tick: number): number;
  /** Patients x steps so far. */
  steps(): number;
}

/** Drawn for each patient that is compared: enough to find those who are alike. */
const DRAWN_PER_COMPARED = 4;
/** So many times as many are drawn at most, where few live to see the last moment that is weighed. */
const MOST_DRAWS = 6;

/**
 * Draws the patients and follows the log in all of them.
 *
 * @param moments ticks at which `compare` will be asked, ascending
 */
export async function createCohort(
  level: Level,
  log: PlayedLog,
  { seed, patients }: DebriefOptions,
  pool: DebriefPool,
  moments: readonly number[],
): Promise<DebriefCohort> {
  const perBatch = patients * DRAWN_PER_COMPARED;
  const drawn: BeginAnswer[][] = [];
  const drawMore = async (): Promise<void> => {
    const from = drawn.length * perBatch;
    const to = from + perBatch;
    const workers = pool.size;
    const tasks = Array.from({ length: workers }, (_, worker) =>
      pool.ask(worker, { type: 'begin', level, log, seed, from, to, worker, workers, moments }),
    );
    drawn.push((await Promise.all(tasks)) as BeginAnswer[]);
  };
  await drawMore();
  while (drawn.length < MOST_DRAWS && fewest(drawn) < patients) await drawMore();
  const all = (pick: (answer: BeginAnswer) => Float64Array): Float64Array =>
    joined(drawn.map((answers, batch) => interleaved(answers.map(pick), batch * perBatch)));
  const kept = all((answer) => answer.kept);
  const worst = all((answer) => answer.worst);
  const order = likesTogether(kept, worst);
  let steps = drawn.flat().reduce((sum, answer) => sum + answer.steps, 0);
  const weightsAt = remembered((at: number) =>
    temperedWeights(all((answer) => answer.logLikelihoods[at] as Float64Array)),
  );
  const weightsOf = (tick: number): Float64Array => {
    const at = moments.indexOf(tick);
    if (at < 0) throw new RangeError(`Tick ${tick} is no moment of this debrief.`);
    return weightsAt(at);
  };
  const select = (tick: number, size: number): Selection =>
    selectPatients(weightsOf(tick), order, size, seed, `debrief ${tick} ${size}`);
  const spread = async <Answer>(
    selection: Selection,
    taskOf: (patients: readonly number[]) => unknown,
  ): Promise<readonly Answer[]> => {
    const shares = Array.from({ length: pool.size }, (_, worker) =>
      selection.patients.filter((patient) => patient % pool.size === worker),
    );
    return (await Promise.all(
      shares.map((share, worker) => pool.ask(worker, taskOf(share))),
    )) as readonly Answer[];
  };
  return {
    async compare(tick, arms, size, from) {
      const selection = select(tick, size);
      const plain = arms.map(({ commands, added }) => ({ commands, added }));
      const parts = await spread<ArmsAnswer>(selection, (share) => ({
        type: 'arms',
        tick: from,
        patients: share,
        arms: plain,
      }));
      for (const part of parts) steps += part.steps;
      return {
        selection,
        played: Float64Array.from(selection.patients, (patient) => kept[patient] as number),
        arms: arms.map((_, arm) => {
          const shares = parts.map((part) => part.kept[arm] ?? null);
          return shares.includes(null) ? null : gathered(selection, shares as readonly Float64Array[]);
        }),
      };
    },
    isPlayed: (commands) =>
      commands.length === log.commands.length &&
      commands.every((timed, place) => isTheSame(timed, log.commands[place] as TimedCommand)),
    async follow(tick, commands, size, quantity) {
      const selection = select(tick, size);
      const parts = await spread<SeriesAnswer>(selection, (share) => ({
        type: 'series',
        patients: share,
        commands,
        quantity,
      }));
      const places = parts.map(() => 0);
      const series = selection.patients.map((patient) => {
        const worker = patient % pool.size;
        const place = places[worker] as number;
        places[worker] = place + 1;
        return parts[worker]?.series[place] as Float64Array;
      });
      const chances = parts.map((part) => part.kept);
      return { selection, series, kept: gathered(selection, chances) };
    },
    async guidelineFrom(ticks) {
      const shares = Array.from({ length: pool.size }, (_, worker) =>
        ticks.filter((_, place) => place % pool.size === worker),
      );
      const parts = (await Promise.all(
        shares.map((share, worker) => pool.ask(worker, { type: 'guideline', level, log, ticks: share })),
      )) as readonly GuidelineAnswer[];
      return ticks.map(
        (_, place) =>
          parts[place % pool.size]?.orders[Math.floor(place / pool.size)] as readonly TimedCommand[],
      );
    },
    playedAt(tick) {
      const weights = weightsOf(tick);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return meanOf(
        kept,
        Array.from(weights, (weight) => weight / sum),
      );
    },
    steps: () => steps,
  };
}

function isTheSame(a: TimedCommand, b: TimedCommand): boolean {
  return a.tick === b.tick && isSameCommand(a.command, b.command);
}

/** Patients who can be the real one at the moment at which they are fewest. */
function fewest(drawn: readonly (readonly BeginAnswer[])[]): number {
  const answers = drawn.flat();
  const moments = answers[0]?.logLikelihoods.map((_, at) =>
    answers.reduce((sum, { logLikelihoods }) => sum + possible(logLikelihoods[at] as Float64Array), 0),
  );
  return Math.min(...(moments ?? []));
}

function possible(logLikelihoods: Float64Array): number {
  return logLikelihoods.reduce((sum, value) => sum + (value > Number.NEGATIVE_INFINITY ? 1 : 0), 0);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A function of a number that is worked out once for each. */
function remembered<T>(make: (key: number) => T): (key: number) => T {
  const made = new Map<number, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** Values of the patients from number `from` on: patient i was with worker i modulo the number of workers. */
function interleaved(parts: readonly Float64Array[], from: number): Float64Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const places = parts.map(() => 0);
  return Float64Array.from({ length }, (_, at) => {
    const worker = (from + at) % parts.length;
    const place = places[worker] as number;
    places[worker] = place + 1;
    return parts[worker]?.[place] as number;
  });
}

/** Values of the selected patients, in their order, from the shares of the workers. */
function gathered({ patients }: Selection, shares: readonly Float64Array[]): Float64Array {
  const places = shares.map(() => 0);
  return Float64Array.from(patients, (patient) => {
    const worker = patient % shares.length;
    const place = places[worker] as number;
    places[worker] = place + 1;
    return shares[worker]?.[place] as number;
  });
}

/** Patients in the order of how they fared as played: neighbours in it are alike. */
function likesTogether(kept: Float64Array, worst: Float64Array): readonly number[] {
  return Array.from(kept.keys()).sort(
    (a, b) =>
      (kept[a] as number) - (kept[b] as number) || (worst[a] as number) - (worst[b] as number) || a - b,
  );
}
