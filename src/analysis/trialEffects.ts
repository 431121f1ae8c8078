/** The result of a trial: arms, strata and effects with their intervals. */
import { compare, meanOf, medianDayOf, standsAlone } from './trialMeasures.ts';
import { REPEATS, type StratumSums, type Tally } from './trialTally.ts';
import type { Endpoint, Measure, Published, Trial } from './trialTypes.ts';

/** All strata together. */
const ALL = 'all';

export interface ArmResult {
  readonly id: string;
  readonly n: number;
  /** Patients for whom the primary endpoint happened by their own draw; null for a value. */
  readonly events: number | null;
  /** Mean of the primary endpoint: a risk, days to it, or a value; null where nobody entered. */
  readonly mean: number | null;
}

export interface Outcome extends ArmResult {
  readonly endpoint: string;
  readonly stratum: string;
  /** Day by whose end half of the patients got there, for a time. */
  readonly median: number | null;
}

export interface Effect {
  readonly endpoint: string;
  readonly arm: string;
  readonly control: string | null;
  readonly stratum: string;
  readonly measure: Measure;
  readonly estimate: number | null;
  /** 2.5th and 97.5th percentile of the bootstrap. */
  readonly low: number | null;
  readonly high: number | null;
  readonly published: Published | null;
}

export interface TrialResult {
  readonly trial: string;
  readonly seed: number;
  /** asked: patients wanted; drawn: draws looked at; screened: those that could be people; entered. */
  readonly patients: {
    readonly asked: number;
    readonly drawn: number;
    readonly screened: number;
    readonly entered: number;
  };
  readonly arms: readonly ArmResult[];
  readonly outcomes: readonly Outcome[];
  readonly effects: readonly Effect[];
}

interface Counted {
  readonly trial: Trial;
  readonly options: { readonly patients: number; readonly seed: number };
  readonly tally: Tally;
  readonly drawn: number;
  readonly screened: number;
  readonly entered: number;
}

/** The result of what a trial has counted so far. */
export function summarize({ trial, options, tally, drawn, screened, entered }: Counted): TrialResult {
  const outcomes = trial.endpoints.flatMap((endpoint, place) =>
    groupsOf(trial, endpoint).flatMap((group) =>
      trial.arms.map((_, arm) => outcomeOf(trial, tally, { place, group, arm })),
    ),
  );
  const primary = trial.endpoints[0]?.id;
  return {
    trial: trial.id,
    seed: options.seed,
    patients: { asked: options.patients, drawn, screened, entered },
    arms: outcomes
      .filter(({ endpoint, stratum }) => endpoint === primary && stratum === ALL)
      .map(({ id, n, events, mean }) => ({ id, n, events, mean })),
    outcomes,
    effects: trial.endpoints.flatMap((endpoint, place) => effectsOf(trial, tally, endpoint, place)),
  };
}

/** A group of strata that is shown by itself. */
interface Group {
  readonly id: string;
  /** Places in the trial's list. */
  readonly strata: readonly number[];
}

function groupsOf({ entry }: Trial, { strata: only }: Endpoint): Group[] {
  const own = entry.strata.flatMap(({ id }, place): Group[] =>
    only === undefined || only.includes(id) ? [{ id, strata: [place] }] : [],
  );
  const all = { id: ALL, strata: own.flatMap(({ strata }) => strata) };
  return own.length === 1 ? [all] : [all, ...own];
}

/** One arm of one group in one endpoint. */
interface Cell {
  readonly place: number;
  readonly group: Group;
  readonly arm: number;
}

/**
 * Mean numbers of a cell in one row. Strata are weighed by their shares where the trial gives them, else by their
 * patients. NaN where nobody entered.
 */
function meansOf(trial: Trial, tally: Tally, { place, group, arm }: Cell, row: number): Float64Array {
  const { readers, armWidth, arms, strata } = tally;
  const width = readers[place]?.width ?? 0;
  const before = readers.slice(0, place).reduce((sum, reader) => sum + reader.width, 0);
  const at = row * arms * armWidth + arm * armWidth + before;
  const means = new Float64Array(width);
  let whole = 0;
  for (const stratum of group.strata) {
    const { counts, sums } = strata[stratum] as StratumSums;
    const count = counts[row] as number;
    if (count === 0) continue;
    const share = trial.entry.strata[stratum]?.share ?? count;
    whole += share;
    // Moved towards each stratum, and not summed and divided: so a risk of 1 in each stays 1 and does not come out above.
    for (let number = 0; number < width; number += 1) {
      const mean = means[number] as number;
      means[number] = mean + ((sums[at + number] as number) / count - mean) * (share / whole);
    }
  }
  return whole === 0 ? means.fill(Number.NaN) : means;
}

function outcomeOf(trial: Trial, tally: Tally, cell: Cell): Outcome {
  const { place, group, arm } = cell;
  const endpoint = trial.endpoints[place] as Endpoint;
  const means = meansOf(trial, tally, cell, 0);
  const sumOver = (read: (sums: StratumSums) => number): number =>
    group.strata.reduce((sum, stratum) => sum + read(tally.strata[stratum] as StratumSums), 0);
  const happened = sumOver(({ events }) => events[arm * tally.readers.length + place] as number);
  return {
    endpoint: endpoint.id,
    stratum: group.id,
    id: trial.arms[arm]?.id ?? '',
    n: sumOver(({ counts }) => counts[0] as number),
    events: endpoint.type === 'value' ? null : happened,
    mean: finiteOrNull(meanOf(endpoint, means)),
    median: medianDayOf(endpoint, means),
  };
}

function effectsOf(trial: Trial, tally: Tally, endpoint: Endpoint, place: number): Effect[] {
  const control = trial.arms.findIndex(({ id }) => id === trial.control);
  const alone = standsAlone(endpoint.measure);
  const compared = trial.arms.flatMap((_, arm) => (alone || arm !== control ? [arm] : []));
  return groupsOf(trial, endpoint).flatMap((group) =>
    compared.map((arm): Effect => {
      const against = alone || control < 0 ? arm : control;
      const estimate = (row: number): number =>
        compare(
          endpoint,
          meansOf(trial, tally, { place, group, arm }, row),
          meansOf(trial, tally, { place, group, arm: against }, row),
        );
      const id = trial.arms[arm]?.id ?? '';
      const { low, high } = intervalOf(estimate);
      return {
        endpoint: endpoint.id,
        arm: id,
        control: alone ? null : (trial.control ?? null),
        stratum: group.id,
        measure: endpoint.measure,
        estimate: finiteOrNull(estimate(0)),
        low,
        high,
        published: publishedOf(trial, endpoint.id, id, group.id),
      };
    }),
  );
}

function publishedOf(trial: Trial, endpoint: string, arm: string, stratum: string): Published | null {
  const found = trial.published.find(
    (entry) => entry.endpoint === endpoint && entry.arm === arm && entry.stratum === stratum,
  );
  return found ?? null;
}

/** Share of repeats that must have an answer for an interval to mean something. */
const LEAST_ANSWERS = 0.9;
const TAIL = 0.025;

/** Percentile interval over the rows of the bootstrap; null when too few of them have an answer. */
function intervalOf(estimate: (row: number) => number): { low: number | null; high: number | null } {
  const answers = new Float64Array(REPEATS);
  let found = 0;
  for (let row = 1; row <= REPEATS; row += 1) {
    const answer = estimate(row);
    if (!Number.isFinite(answer)) continue;
    answers[found] = answer;
    found += 1;
  }
  if (found < LEAST_ANSWERS * REPEATS) return { low: null, high: null };
  const sorted = answers.subarray(0, found).sort();
  const at = (share: number): number => sorted[Math.floor(share * (found - 1) + 0.5)] as number;
  return { low: at(TAIL), high: at(1 - TAIL) };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
