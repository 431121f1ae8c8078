/** Options that cohorts and trials share. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { t } from '../text/catalogue.ts';
import { wrongUse } from './command.ts';
import { firstSentence } from './simOptions.ts';

const MOST_PATIENTS = 1_000_000;
const MOST_SEED = 4_294_967_295;
const MOST_WORKERS = 64;
const SEED = 1;

export interface StudyOptions {
  readonly positionals: readonly string[];
  readonly patients: number;
  readonly seed: number;
  /** Threads; undefined: one for each processor. */
  readonly workers: number | undefined;
  readonly json: boolean;
  readonly csv: boolean;
}

const NUMBERS = {
  patients: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/**
 * Reads the arguments of a command that runs virtual patients.
 *
 * @param format the one form of output that the command has beside text
 * @throws CommandFailure with one sentence on wrong use
 */
export function readStudyOptions(
  args: readonly string[],
  format: 'json' | 'csv',
  patients: number,
): StudyOptions {
  const { values, positionals } = parse(args, format);
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positionals,
    patients: whole('--patients', text('patients'), 1, MOST_PATIENTS) ?? patients,
    seed: whole('--seed', text('seed'), 0, MOST_SEED) ?? SEED,
    workers: whole('--workers', text('workers'), 1, MOST_WORKERS),
    json: values.json === true,
    csv: values.csv === true,
  };
}

function parse(
  args: readonly string[],
  format: 'json' | 'csv',
): { readonly values: Record<string, unknown>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({
      args: [...args],
      options: { ...NUMBERS, [format]: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

function whole(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw wrongUse(t('cli.wholeNumber', { option, text, least, most }));
}
