import { type ParseArgsConfig, parseArgs } from 'node:util';
import { planOf } from '../analysis/plan.ts';
import { summarise } from '../analysis/policySummary.ts';
import type { Level, Mode } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { openBestLog, openLevel, openLog } from './files.ts';
import { POLICY_NAMES, type PolicySource } from './policyFile.ts';
import { type PolicyReport, policyJson, policyText } from './policyOutput.ts';
import { runPolicy } from './runPolicy.ts';
import { firstSentence, readNumber } from './simOptions.ts';

/** Patients when nobody says otherwise: as many as the debrief compares. */
const PATIENTS = 200;
const SEED = 1;
const MOST_PATIENTS = 1_000_000;
const MOST_SEED = 4_294_967_295;
const MOST_WORKERS = 64;

interface PolicyLine {
  readonly player: string;
  readonly level: string;
  readonly patients: number;
  readonly seed: number;
  readonly workers: number | undefined;
  readonly mode: string | undefined;
  readonly json: boolean;
}

/**
 * `policy <random|guideline|best|none|file> <level> [--patients N] [--seed n] [--mode student|clinician] [--json]`: plays a
 * policy on virtual patients of a level and sums up how they fared.
 */
export const runPolicyCommand: CommandRun = async (args, streams) => {
  const { player, patients, seed, workers, json, ...line } = readOptions(args);
  const level = openLevel(line.level);
  const mode = readMode(level, line.mode);
  const source = sourceOf(player, level);
  const played = await runPolicy(level, source, { mode, patients, seed, workers });
  const report: PolicyReport = { policy: player, level, mode, seed, summary: summarise(played), played };
  streams.out(json ? policyJson(report) : policyText(report));
  return 0;
};

const OPTIONS = {
  patients: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  mode: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

function readOptions(args: readonly string[]): PolicyLine {
  const { values, positionals } = parse(args);
  const [player, level, ...more] = positionals;
  if (player === undefined || level === undefined || more.length > 0)
    throw wrongUse(t('cli.policy.needs', { policies: POLICY_NAMES.join(', ') }));
  return {
    player,
    level,
    patients: readNumber('--patients', values.patients, 1, MOST_PATIENTS, true) ?? PATIENTS,
    seed: readNumber('--seed', values.seed, 0, MOST_SEED, true) ?? SEED,
    workers: readNumber('--workers', values.workers, 1, MOST_WORKERS, true) ?? undefined,
    mode: values.mode,
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

/** The mode that was asked for, or the one that the level is meant for. */
function readMode(level: Level, text: string | undefined): Mode {
  const mode = level.modes.find((candidate) => candidate === (text ?? level.modes[0]));
  if (mode !== undefined) return mode;
  throw wrongUse(t('cli.policy.noMode', { mode: text ?? '', modes: level.modes.join(', ') }));
}

/** A name of ours before a file of that name; a decision log is played by the clock. @throws CommandFailure when there is no such log */
function sourceOf(player: string, level: Level): PolicySource {
  const name = POLICY_NAMES.find((candidate) => candidate === player);
  if (name === 'best') return { type: 'plan', plan: planOf(level, openBestLog(level).commands) };
  if (name !== undefined) return { type: name };
  if (!player.endsWith('.json')) return { type: 'file', file: player };
  return { type: 'plan', plan: planOf(level, openLog(player).commands) };
}
