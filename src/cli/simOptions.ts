import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isParameter } from '../model/triggers.ts';
import { t } from '../text/catalogue.ts';
import { wrongUse } from './command.ts';

export const POLICIES = ['none', 'random', 'guideline', 'best', 'over', 'under'] as const;
export type PolicyName = (typeof POLICIES)[number];

export interface SimOptions {
  /** Id or file. */
  readonly level: string;
  readonly policy: PolicyName;
  readonly log: string | null;
  /** null: the seed of the log, or 1. */
  readonly seed: number | null;
  /** Hours to simulate at most; null: to the end. */
  readonly hours: number | null;
  readonly everyHours: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly format: 'text' | 'json' | 'csv';
  readonly saveLog: string | null;
}

const OPTIONS = {
  policy: { type: 'string' },
  log: { type: 'string' },
  seed: { type: 'string' },
  hours: { type: 'string' },
  every: { type: 'string' },
  set: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  'save-log': { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

const LONGEST_HOURS = 1_440;
const DEFAULT_EVERY_HOURS = 6;
const SHORTEST_EVERY_HOURS = 0.05;

/** Reads the arguments of `sim`. @throws CommandFailure with one sentence on wrong use */
export function readSimOptions(args: readonly string[]): SimOptions {
  const { values, positionals } = parse(args);
  const [level, ...more] = positionals;
  if (level === undefined || more.length > 0) throw wrongUse(t('cli.simNeedsLevel'));
  if (values.json === true && values.csv === true) throw wrongUse(t('cli.jsonOrCsv'));
  if (values.policy !== undefined && values.log !== undefined) throw wrongUse(t('cli.policyOrLog'));
  const parameters = readParameters(values.set ?? []);
  const saveLog = values['save-log'] ?? null;
  if (saveLog !== null && Object.keys(parameters).length > 0) throw wrongUse(t('cli.changedLog'));
  return {
    level,
    policy: readPolicy(values.policy),
    log: values.log ?? null,
    seed: readNumber('--seed', values.seed, 0, 4_294_967_295, true),
    hours: readNumber('--hours', values.hours, 0, LONGEST_HOURS, false),
    everyHours:
      readNumber('--every', values.every, SHORTEST_EVERY_HOURS, LONGEST_HOURS, false) ?? DEFAULT_EVERY_HOURS,
    parameters,
    format: values.json === true ? 'json' : values.csv === true ? 'csv' : 'text',
    saveLog,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

/** Node explains a wrong option in several sentences, of which the first says what is wrong. */
export function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\.\s|\n/)[0]?.replace(/\.$/, '') ?? message;
}

function readPolicy(text: string | undefined): PolicyName {
  const policy = POLICIES.find((name) => name === (text ?? 'none'));
  if (policy === undefined)
    throw wrongUse(t('cli.unknownPolicy', { name: text ?? '', policies: POLICIES.join(', ') }));
  return policy;
}

export function readNumber(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
  whole: boolean,
): number | null {
  if (text === undefined) return null;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value)))
    return value;
  throw wrongUse(t(whole ? 'cli.wholeNumber' : 'cli.number', { option, text, least, most }));
}

function readParameters(settings: readonly string[]): Readonly<Record<string, number>> {
  const parameters: Record<string, number> = {};
  for (const setting of settings) {
    const [name = '', text = '', ...rest] = setting.split('=');
    if (rest.length > 0 || text === '') throw wrongUse(t('cli.setForm', { setting }));
    if (!isParameter(name)) throw wrongUse(t('cli.unknownParameter', { name }));
    const value = readNumber(`--set ${name}`, text, -1e15, 1e15, false);
    if (value !== null) parameters[name] = value;
  }
  return parameters;
}
