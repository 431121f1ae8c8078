/** Drawing the virtual patients of a debrief, and which of them are like the real one at which moment. */
import type { Level, TreatmentId } from '../../engine/types.ts';
import { temperedWeights } from './selection.ts';
import { gathered } from './shares.ts';
import type { BeginAnswer, PlayedLog } from './tasks.ts';
import type { DebriefOptions, DebriefPool } from './types.ts';

/** The patients that the workers hold, as far as all of them must be known. */
export interface Drawn {
  /** Chance of each as played. */
  readonly kept: Float64Array;
  /** All of them, in an order in which those who fared alike as played stand together. */
  readonly order: readonly number[];
  /** Weight of each at a moment of the debrief. Throws RangeError at any other tick. */
  weightsAt(tick: number): Float64Array;
  /** Treatments that had nothing to act on in the real patient at a moment. */
  idleAt(tick: number): readonly TreatmentId[];
  /** Patients x steps that this took. */
  readonly steps: number;
}

/** Drawn for each patient that is compared: enough to find those who are alike. */
const DRAWN_PER_COMPARED = 4;
/** So many times as many are drawn at most, where few live to see the last moment that is weighed. */
const MOST_DRAWS = 6;

/**
 * Lets the workers draw patients and follow the log in all of them, until at every moment there are as many under
 * treatment as are to be compared.
 *
 * @param moments ticks at which weights will be asked for, ascending
 */
export async function drawCohort(
  level: Level,
  log: PlayedLog,
  { seed, patients }: DebriefOptions,
  pool: DebriefPool,
  moments: readonly number[],
): Promise<Drawn> {
  const draws: (readonly BeginAnswer[])[] = [];
  while (draws.length === 0 || (draws.length < MOST_DRAWS && fewest(draws) < patients)) {
    const from = draws.length * patients * DRAWN_PER_COMPARED;
    const to = from + patients * DRAWN_PER_COMPARED;
    const workers = pool.size;
    const tasks = Array.from({ length: workers }, (_, worker) =>
      pool.ask(worker, { type: 'begin', level, log, seed, from, to, worker, workers, moments }),
    );
    draws.push((await Promise.all(tasks)) as BeginAnswer[]);
  }
  const all = (pick: (answer: BeginAnswer) => Float64Array): Float64Array => valuesOf(draws, pick);
  const kept = all((answer) => answer.kept);
  return {
    kept,
    order: likesTogether(
      kept,
      all((answer) => answer.worst),
    ),
    weightsAt: remembered((tick) => {
      const at = moments.indexOf(tick);
      if (at < 0) throw new RangeError(`Tick ${tick} is no moment of this debrief.`);
      return temperedWeights(all((answer) => answer.logLikelihoods[at] as Float64Array));
    }),
    idleAt: (tick) => draws[0]?.[0]?.idle[moments.indexOf(tick)] ?? [],
    steps: draws.flat().reduce((sum, answer) => sum + answer.steps, 0),
  };
}

/** Values of all patients by their numbers, from draws one after the other. */
function valuesOf(
  draws: readonly (readonly BeginAnswer[])[],
  pick: (answer: BeginAnswer) => Float64Array,
): Float64Array {
  let from = 0;
  const parts = draws.map((answers) => {
    const shares = answers.map(pick);
    const count = shares.reduce((sum, share) => sum + share.length, 0);
    const numbers = Array.from({ length: count }, (_, at) => from + at);
    from += count;
    return gathered(numbers, shares);
  });
  return Float64Array.from(parts.flat());
}

/** Patients who can be the real one at the moment at which they are fewest. */
function fewest(draws: readonly (readonly BeginAnswer[])[]): number {
  const answers = draws.flat();
  const moments = answers[0]?.logLikelihoods.map((_, at) =>
    answers.reduce((sum, { logLikelihoods }) => sum + possible(logLikelihoods[at] as Float64Array), 0),
  );
  return Math.min(...(moments ?? []));
}

function possible(logLikelihoods: Float64Array): number {
  return logLikelihoods.reduce((sum, value) => sum + (value > Number.NEGATIVE_INFINITY ? 1 : 0), 0);
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

/** Patients in the order of how they fared as played: neighbours in it are alike. */
function likesTogether(kept: Float64Array, worst: Float64Array): readonly number[] {
  return Array.from(kept.keys()).sort(
    (a, b) =>
      (kept[a] as number) - (kept[b] as number) || (worst[a] as number) - (worst[b] as number) || a - b,
  );
}
