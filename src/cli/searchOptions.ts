import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { SearchEffort } from '../analysis/search/searchBest.ts';
import { t } from '../text/catalogue.ts';
import { wrongUse } from './command.ts';
import { firstSentence, readNumber } from './simOptions.ts';

/** Searches beside each other when nobody says otherwise, and how long each goes on: a minute or two on two processors. */
export const SEARCHES = 4;
export const SEARCH_EFFORT: SearchEffort = { rounds: 20, plans: 60, steps: 1000 };

const LIMITS = { searches: 64, rounds: 1_000, plans: 10_000, steps: 100_000, workers: 64 } as const;
const MOST_SEED = 4_294_967_295;
const SEED = 1;

export interface SearchLine {
  /** Id or file. */
  readonly level: string;
  readonly seed: number;
  readonly searches: number;
  readonly effort: SearchEffort;
  /** A log from whose orders half of the searches set out. */
  readonly from: string | null;
  /** Where the log of what was found goes; null: a file named after level and seed, here. */
  readonly output: string | null;
  readonly workers: number | undefined;
  readonly json: boolean;
}

const OPTIONS = {
  seed: { type: 'string' },
  searches: { type: 'string' },
  rounds: { type: 'string' },
  plans: { type: 'string' },
  steps: { type: 'string' },
  from: { type: 'string' },
  output: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the arguments of `search`. @throws CommandFailure with one sentence on wrong use */
export function readSearchOptions(args: readonly string[]): SearchLine {
  const { values, positionals } = parse(args);
  const [level, ...more] = positionals;
  if (level === undefined || more.length > 0) throw wrongUse(t('cli.search.needsLevel'));
  const whole = (option: keyof typeof LIMITS, least: number): number | undefined =>
    readNumber(`--${option}`, values[option], least, LIMITS[option], true) ?? undefined;
  return {
    level,
    seed: readNumber('--seed', values.seed, 0, MOST_SEED, true) ?? SEED,
    searches: whole('searches', 1) ?? SEARCHES,
    effort: {
      rounds: whole('rounds', 0) ?? SEARCH_EFFORT.rounds,
      // An elite of fewer than two has no spread.
      plans: whole('plans', 2) ?? SEARCH_EFFORT.plans,
      steps: whole('steps', 0) ?? SEARCH_EFFORT.steps,
    },
    from: values.from ?? null,
    output: values.output ?? null,
    workers: whole('workers', 1),
    json: values.json === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}
