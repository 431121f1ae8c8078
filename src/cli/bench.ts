import { parseArgs } from 'node:util';
import type { BenchFigures } from '../../scripts/bench/bench.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { firstSentence } from './simOptions.ts';

/** `bench [--json] [--no-page]`: prints figures; the clock passes no verdict, so the exit code is 0. */
export const runBench: CommandRun = async (args, streams) => {
  const { json, page } = readOptions(args);
  const { bench } = await import('../../scripts/bench/bench.ts');
  const figures = await bench({ page });
  streams.out(json ? `${JSON.stringify(figures)}\n` : report(figures));
  return 0;
};

function readOptions(args: readonly string[]): { json: boolean; page: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, 'no-page': { type: 'boolean' } },
      strict: true,
    });
    return { json: values.json === true, page: values['no-page'] !== true };
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

const LISTED_CHUNKS = 20;

function report(figures: BenchFigures): string {
  const { ratios, rightHandSidesPerSecond, patientsPerSecond, sceneMilliseconds, gzip, chunks } = figures;
  const missing = t('cli.bench.missing');
  const number = (value: number | null | undefined, digits = 2): string => value?.toFixed(digits) ?? missing;
  const millions = (value: number | null): string => (value === null ? missing : number(value / 1e6));
  const frame = (kind: 'rest' | 'storm'): { update: string; render: string } => ({
    update: number(sceneMilliseconds?.[kind].update),
    render: number(sceneMilliseconds?.[kind].render),
  });
  const lines = [
    t('cli.bench.kernel', {
      ratio: number(ratios.jsOverC),
      javascript: millions(rightHandSidesPerSecond.javascript),
      c: millions(rightHandSidesPerSecond.c),
    }),
    t('cli.bench.patients', { patients: number(patientsPerSecond, 1) }),
    t('cli.bench.rest', frame('rest')),
    t('cli.bench.storm', frame('storm')),
    t('cli.bench.entry', { size: number(gzip?.entry, 1), ratio: number(ratios.entryOverBudget) }),
    t('cli.bench.level', { size: number(gzip?.level, 1), ratio: number(ratios.levelOverBudget) }),
    ...chunks
      .slice(0, LISTED_CHUNKS)
      .map((chunk) => `  ${chunk.gzip.toFixed(1).padStart(7)} kB  ${chunk.file}`),
  ];
  return `${lines.join('\n')}\n`;
}
