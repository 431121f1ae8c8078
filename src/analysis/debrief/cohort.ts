/** The virtual patients of a debrief, spread over the workers of a pool. */
import type { Level, TimedCommand } from '../../engine/types.ts';
import { meanOf } from './estimate.ts';
import { type Selection, selectPatients } from './selection.ts';
import type { ArmsAnswer, BeginAnswer, PlayedLog, SeriesAnswer } from './tasks.ts';
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

/** Series of a quantity, by full hour, of patients with weights. */
export interface WeightedSeries {
  readonly selection: Selection;
  readonly series: readonly Float64Array[];
  readonly kept: Float64Array;
}

export interface DebriefCohort {
  /** Compares arms that are the log's up to `tick` over patients who were like the real one at a moment. */
  compare(tick: number, arms: readonly Arm[], size: number): Promise<Compared>;
  follow(
    tick: number,
    commands: readonly TimedCommand[],
    size: number,
    quantity: number,
  ): Promise<WeightedSeries>;
  /** Chance as played, over the patients like the real one at a moment. */
  playedAt(tick: number): number;
  /** Patients x steps so far. */
  steps(): number;
}

/** Drawn for each patient that is compared: enough to find those who are alike. */
const DRAWN_PER_COMPARED = 4;

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
  const drawn = patients * DRAWN_PER_COMPARED;
  const begun = await Promise.all(
    Array.from({ length: pool.size }, (_, worker) => {
      const workers = pool.size;
      return pool.ask(worker, { type: 'begin', level, log, seed, patients: drawn, worker, workers, moments });
    }),
  );
  const answers = begun as readonly BeginAnswer[];
  const kept = interleaved(answers.map((answer) => answer.kept));
  const worst = interleaved(answers.map((answer) => answer.worst));
  const likelihoods = moments.map((_, at) =>
    interleaved(answers.map((answer) => answer.likelihoods[at] as Float64Array)),
  );
  const order = likesTogether(kept, worst);
  let steps = answers.reduce((sum, answer) => sum + answer.steps, 0);
  const select = (tick: number, size: number): Selection =>
    selectPatients(likelihoodsAt(tick), order, size, seed, `debrief ${tick} ${size}`);
  const likelihoodsAt = (tick: number): Float64Array => {
    const found = likelihoods[moments.indexOf(tick)];
    if (found === undefined) throw new RangeError(`Tick ${tick} is no moment of this debrief.`);
    return found;
  };
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
    async compare(tick, arms, size) {
      const selection = select(tick, size);
      const plain = arms.map(({ commands, added }) => ({ commands, added }));
      const parts = await spread<ArmsAnswer>(selection, (share) => ({
        type: 'arms',
        tick,
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
    async follow(tick, commands, size, quantity) {
      const selection = select(tick, size);
      const parts = await spread<SeriesAnswer>(selection, (share) => ({
        type: 'series',
        tick,
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
    playedAt(tick) {
      const likelihood = likelihoodsAt(tick);
      const sum = likelihood.reduce((total, value) => total + value, 0);
      return meanOf(
        kept,
        Array.from(likelihood, (value) => value / sum),
      );
    },
    steps: () => steps,
  };
}

/** Patient i was with worker i modulo the number of workers. */
function interleaved(parts: readonly Float64Array[]): Float64Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Float64Array.from(
    { length },
    (_, patient) => parts[patient % parts.length]?.[Math.floor(patient / parts.length)] as number,
  );
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
