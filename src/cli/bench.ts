import { parseArgs } from 'node:util';
import type { BenchFigures, BenchOptions, BenchRatios, Reason } from '../../scripts/bench/bench.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { firstSentence, readNumber } from './simOptions.ts';

const USUAL_PATIENTS = 10_000;
const MOST_PATIENTS = 1_000_000;

/** `bench [--json] [--no-page] [--patients n]`: prints figures; the clock passes no verdict, so the exit code is 0. */
export const runBench: CommandRun = async (args, streams) => {
  const { json, ...options } = readOptions(args);
  const { bench } = await import('../../scripts/bench/bench.ts');
  const figures = await bench(options);
  streams.out(json ? `${JSON.stringify({ ...figures, missing: sentencesOf(figures) })}\n` : report(figures));
  return 0;
};

function readOptions(args: readonly string[]): BenchOptions & { readonly json: boolean } {
  const values = parse(args);
  return {
    json: values.json === true,
    page: values['no-page'] !== true,
    patients: readNumber('--patients', values.patients, 1, MOST_PATIENTS, true) ?? USUAL_PATIENTS,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, 'no-page': { type: 'boolean' }, patients: { type: 'string' } },
      strict: true,
    }).values;
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

/** The sentence of each ratio that could not be measured. */
function sentencesOf({ missing }: BenchFigures): Record<string, string> {
  const entries = Object.entries(missing) as [keyof BenchRatios, Reason][];
  return Object.fromEntries(entries.map(([id, reason]) => [id, t(`cli.bench.why.${reason}`)]));
}

const LISTED_CHUNKS = 20;

const number = (value: number | null | undefined, digits = 2): string =>
  value?.toFixed(digits) ?? t('cli.bench.missing');

function report(figures: BenchFigures): string {
  const lines = [
    ...kernelLines(figures),
    ...figures.solvers.flatMap(solverLines),
    t('cli.bench.errorMeaning'),
    ...cohortLines(figures),
    ...threadLines(figures),
    ...pageLines(figures),
    ...Object.entries(sentencesOf(figures)).map(([id, sentence]) => `${id}: ${sentence}.`),
  ];
  return `${lines.join('\n')}\n`;
}

function pageLines({ gzip, ratios, chunks, sceneMilliseconds, debriefPage }: BenchFigures): string[] {
  const frame = (kind: 'rest' | 'storm'): string[] => {
    const times = sceneMilliseconds?.[kind];
    return times
      ? [t(`cli.bench.${kind}`, { update: number(times.update), render: number(times.render) })]
      : [];
  };
  const size = (kind: 'entry' | 'level', ratio: number | null): string[] =>
    gzip ? [t(`cli.bench.${kind}`, { size: number(gzip[kind], 1), ratio: number(ratio) })] : [];
  return [
    ...frame('rest'),
    ...frame('storm'),
    ...debriefLines(debriefPage),
    ...size('entry', ratios.entryOverBudget),
    ...size('level', ratios.levelOverBudget),
    ...chunks
      .slice(0, LISTED_CHUNKS)
      .map((chunk) => `  ${chunk.gzip.toFixed(1).padStart(7)} kB  ${chunk.file}`),
  ];
}

function threadLines({ debrief, verify, ratios }: BenchFigures): string[] {
  return [
    t('cli.bench.debrief', {
      first: number(debrief.firstMark),
      all: number(debrief.allMarks),
      workers: debrief.workers,
      steps: number(debrief.steps / 1e6, 1),
      ratio: number(ratios.debriefOverKernel),
    }),
    t('cli.bench.verify', {
      rate: number(verify.logsPerSecond, 0),
      threads: verify.threads,
      ticks: verify.ticks,
      processorRate: number(verify.logsPerProcessorSecond, 0),
      ratio: number(ratios.verifyOverEngine),
    }),
  ];
}

function debriefLines(figures: BenchFigures['debriefPage']): string[] {
  if (!figures) return [];
  const { firstMark, allMarks, redraw, longTasks, longestTask, threads } = figures;
  return [
    t('cli.bench.debriefPage', {
      first: number(firstMark, 0),
      all: number(allMarks, 0),
      threads,
      redraw: number(redraw.median, 0),
      slowest: number(redraw.longest, 0),
    }),
    t('cli.bench.debriefTasks', { count: longTasks, longest: number(longestTask, 0) }),
  ];
}

function kernelLines({ ratios, rightHandSidesPerSecond, coursesPerSecond }: BenchFigures): string[] {
  const millions = (value: number | null): string => number(value === null ? null : value / 1e6);
  return [
    t('cli.bench.kernel', {
      ratio: number(ratios.jsOverC),
      javascript: millions(rightHandSidesPerSecond.javascript),
      c: millions(rightHandSidesPerSecond.c),
    }),
    t('cli.bench.courses', {
      javascript: number(coursesPerSecond.javascript, 1),
      jsRatio: number(ratios.jsCourseOverC),
      batch: number(coursesPerSecond.batch, 1),
      batchRatio: number(ratios.batchOverC),
      c: number(coursesPerSecond.c, 1),
    }),
  ];
}

function solverLines({ stepHours, rk4, solvers, ratios }: BenchFigures['solvers'][number]): string[] {
  const ids = Object.keys(solvers) as (keyof typeof solvers)[];
  return [
    t('cli.bench.solversHead', {
      step: stepHours,
      error: rk4.error.toExponential(1),
      milliseconds: number(rk4.milliseconds, 1),
    }),
    ...ids.map((id) => {
      const name = t(`cli.bench.solvers.${id}`);
      const run = solvers[id];
      if (run === null) return t('cli.bench.solverMissing', { name });
      return t('cli.bench.solver', {
        name,
        ratio: number(ratios[id]),
        milliseconds: number(run.milliseconds, 1),
        error: run.error.toExponential(1),
        tolerance: run.tolerance,
      });
    }),
  ];
}

function cohortLines({ cohort: { workers, sizes } }: BenchFigures): string[] {
  return [
    t('cli.bench.cohortHead', { workers }),
    ...sizes.map((size) =>
      t('cli.bench.cohort', {
        asked: size.asked,
        patients: size.patients,
        seconds: number(size.seconds, 1),
        rate: number(size.patientsPerSecond, 0),
        processorRate: number(size.patientsPerProcessorSecond, 0),
        memory: number(size.peakMegabytes, 0),
      }),
    ),
  ];
}
