import { COHORT_DAYS, type CohortBlock, columnsOf } from '../analysis/cohort.ts';
import { eachBlock } from '../analysis/trialRun.ts';
import { TRIGGERS } from '../model/triggers.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { t } from '../text/catalogue.ts';
import type { CohortInput } from './cohortJob.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { streamParallel } from './parallel.ts';
import { readStudyOptions } from './studyOptions.ts';

/** Patients when nobody says otherwise. */
const PATIENTS = 100;

/** What a summary shows: the middle, and the ends of the middle 80 %. */
const SHARES = { low: 0.1, median: 0.5, high: 0.9 } as const;

/** Where the columns are that the summary counts. */
const SUMMARY = ['peakIL6', 'peakIL6Hour', 'peakCRP', 'peakTemp', 'lowestMAP', 'lowestPF', 'peakSOFA'];

/**
 * `cohort <trigger> [--patients N] [--seed n] [--workers n] [--csv]`: draws patients, keeps the plausible and follows them
 * untreated. With --csv a row is written as soon as it is there, so memory does not grow, and the rate of acceptance goes
 * to standard error.
 */
export const runCohort: CommandRun = async (args, streams) => {
  const { positionals, patients, seed, workers, csv } = readStudyOptions(args, 'csv', PATIENTS);
  const [trigger, ...more] = positionals;
  const triggers = TRIGGERS.join(', ');
  if (trigger === undefined || more.length > 0) throw wrongUse(t('study.cohort.needsTrigger', { triggers }));
  if (!TRIGGERS.includes(trigger))
    throw wrongUse(t('study.cohort.unknownTrigger', { name: trigger, triggers }));
  const columns = columnsOf(trigger);
  const kept: Float64Array[] = [];
  let count = 0;
  let drawn = 0;
  if (csv) streams.out(`${columns.map(({ id, unit }) => `${id} (${unit})`).join(',')}\n`);
  const inputs = inputsOf(trigger, patients, seed);
  const job = new URL('./cohortJob.ts', import.meta.url);
  for await (const { rows, to } of streamParallel<CohortInput, CohortBlock>(job, inputs, workers)) {
    const wanted = rows.slice(0, patients - count);
    count += wanted.length;
    drawn = count === patients ? (wanted.at(-1)?.[0] ?? -1) + 1 : to;
    if (csv) streams.out(wanted.map((row) => `${row.join(',')}\n`).join(''));
    else kept.push(...wanted);
    if (count === patients) break;
  }
  const rate = t('study.cohort.rate', { drawn, kept: count, rate: ((100 * count) / drawn).toFixed(1) });
  const short = count < patients ? [t('study.cohort.short', { kept: count, asked: patients, drawn })] : [];
  if (csv) streams.err(`${[rate, ...short].join('\n')}\n`);
  else {
    const head = { trigger, patients: count, days: COHORT_DAYS, seed, version: MODEL_VERSION };
    const lines = [t('study.cohort.settings', head), rate, ...short, ...summary(trigger, kept)];
    streams.out(`${lines.join('\n')}\n`);
  }
  return 0;
};

function* inputsOf(trigger: string, patients: number, seed: number): Generator<CohortInput> {
  for (const block of eachBlock({ patients, seed })) yield { trigger, seed, block };
}

function summary(trigger: string, rows: readonly Float64Array[]): string[] {
  if (rows.length === 0) return [];
  const columns = columnsOf(trigger);
  const place = (id: string): number => columns.findIndex((column) => column.id === id);
  const share = (id: string, value: number): string => {
    const at = place(id);
    return ((100 * rows.filter((row) => row[at] === value).length) / rows.length).toFixed(0);
  };
  return [
    t('study.cohort.spread'),
    ...SUMMARY.map((id) => {
      const at = place(id);
      const sorted = rows.map((row) => row[at] ?? 0).sort((a, b) => a - b);
      const shown = (part: number): string =>
        (sorted[Math.floor(part * (sorted.length - 1) + 0.5)] ?? 0).toPrecision(3);
      return `  ${t('study.cohort.row', {
        name: t(`study.cohort.column.${id as 'peakIL6'}`),
        unit: (columns[at]?.unit ?? '').replace(/^1$/, ''),
        low: number(shown(SHARES.low)),
        median: number(shown(SHARES.median)),
        high: number(shown(SHARES.high)),
      })}`.trimEnd();
    }),
    t('study.cohort.grades', {
      none: share('berlin', 0),
      mild: share('berlin', 1),
      moderate: share('berlin', 2),
      severe: share('berlin', 3),
      recovered: share('recovered', 1),
    }),
    t('study.cohort.notClinical'),
  ];
}

/** Three digits without an exponent. */
function number(text: string): string {
  return String(Number(text));
}
