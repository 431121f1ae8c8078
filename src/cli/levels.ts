import { parseArgs } from 'node:util';
import {
  type BaselineFault,
  type Baselines,
  baselineFaults,
  type namedBaselines,
} from '../analysis/levelBaselines.ts';
import type { Level } from '../engine/types.ts';
import { type LevelFile, readBestLog, readLevelFiles } from '../levels/nodeLevels.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { problemText } from './files.ts';
import { levelFaults } from './levelFaults.ts';
import type { LevelsInput, LevelsOutput } from './levelsJob.ts';
import { chunksOf, runParallel } from './parallel.ts';
import { firstSentence, readNumber } from './simOptions.ts';

/** One level as it is printed. */
interface LevelReport {
  readonly id: string;
  readonly ok: boolean;
  /** null when the level could not be played. */
  readonly baselines: Baselines | null;
  readonly faults: readonly string[];
}

const JOB = new URL('./levelsJob.ts', import.meta.url);
const RANDOM_SEEDS = 200;
const MOST_SEEDS = 10_000;
const SEEDS_OF_A_JOB = 20;

/** `levels`: checks every level file and plays its baselines. Exit code 1 when a level has a fault. */
export const runLevels: CommandRun = async (args, streams) => {
  const { json, seeds } = readOptions(args);
  const reports: LevelReport[] = [];
  for (const file of readLevelFiles()) reports.push(await report(file, seeds));
  streams.out(json ? `${JSON.stringify({ levels: reports })}\n` : reports.map(lines).join('\n'));
  return reports.every(({ ok }) => ok) ? 0 : 1;
};

function readOptions(args: readonly string[]): { readonly json: boolean; readonly seeds: number } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, seeds: { type: 'string' } },
      strict: true,
    });
    const seeds = readNumber('--seeds', values.seeds, 1, MOST_SEEDS, true) ?? RANDOM_SEEDS;
    return { json: values.json === true, seeds };
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

async function report({ name, parsed }: LevelFile, seeds: number): Promise<LevelReport> {
  if (!parsed.ok) return { id: name, ok: false, baselines: null, faults: [problemText(parsed.problem)] };
  const level = parsed.value;
  const broken = levelFaults(level);
  if (broken.length > 0) return { id: level.id, ok: false, baselines: null, faults: broken };
  const baselines = await play(level, seeds);
  const faults = baselineFaults(baselines).map(sentence);
  return { id: level.id, ok: faults.length === 0, baselines, faults };
}

async function play(level: Level, seeds: number): Promise<Baselines> {
  const best = readBestLog(level.id);
  const inputs: LevelsInput[] = [
    { kind: 'named', level, best: best?.ok === true ? best.value : null },
    ...chunksOf(seeds, SEEDS_OF_A_JOB).map(
      // Seed 0 is left out: seeds count from 1.
      ({ from, to }): LevelsInput => ({ kind: 'random', level, seeds: { from: from + 1, to: to + 1 } }),
    ),
  ];
  const [named, ...scores] = await runParallel<LevelsInput, LevelsOutput>(JOB, inputs);
  const totals = (scores as (readonly number[])[]).flat();
  const sum = totals.reduce((total, score) => total + score, 0);
  const { none, ...others } = named as ReturnType<typeof namedBaselines>;
  return { none, random: Math.round((100 * sum) / totals.length) / 100, ...others };
}

function sentence({ code, baseline, found, guideline }: BaselineFault): string {
  const what = baseline === '' ? '' : t(`levels.baseline.${baseline}`);
  return t(`levels.fault.${code}`, { what, found, guideline });
}

function lines({ id, ok, baselines, faults }: LevelReport): string {
  const scores =
    baselines === null
      ? []
      : (['none', 'random', 'guideline', 'best', 'over', 'under'] as const).map((baseline) =>
          t('levels.row', { what: t(`levels.baseline.${baseline}`), points: baselines[baseline] ?? '–' }),
        );
  const head = t(ok ? 'levels.ok' : 'levels.notOk', { id });
  return `${[head, ...scores, ...faults.map((fault) => t('levels.faultRow', { fault }))].join('\n')}\n`;
}
