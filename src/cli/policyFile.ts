/** Players from files of others, and the ones that come with the program. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { none, random } from '../analysis/baselines.ts';
import { guideline } from '../analysis/guideline.ts';
import { byPlan, type PlannedOrder } from '../analysis/plan.ts';
import { decideByPlayer, type Player, PlayerError } from '../analysis/player.ts';
import { decideHourly, type Policy } from '../analysis/policy.ts';
import type { MakeDecide } from '../analysis/policyCohort.ts';
import { createRandom, nextUnit } from '../math/random.ts';
import { t } from '../text/catalogue.ts';
import { commandErrorText } from '../text/refusalText.ts';
import { cannot } from './command.ts';
import { firstSentence } from './simOptions.ts';

export const POLICY_NAMES = ['random', 'guideline', 'best', 'none'] as const;

/** Who plays; plain data, so that it reaches a worker thread. */
export type PolicySource =
  | { readonly type: 'random' | 'guideline' | 'none' }
  /** Orders by the clock, such as those of a log, with support as by the guideline. */
  | { readonly type: 'plan'; readonly plan: readonly PlannedOrder[] }
  | { readonly type: 'file'; readonly file: string };

/** What a file of a player exports: one of both. */
interface PolicyModule {
  /** The same for every patient; it remembers nothing. */
  readonly policy?: unknown;
  /** Makes one for each patient: for players that remember, or draw numbers from `random`, which gives 0 to 1. */
  readonly createPolicy?: unknown;
}

/** How a source decides. @throws CommandFailure naming the file when it cannot be read or exports no policy */
export async function openPolicy(source: PolicySource): Promise<MakeDecide> {
  if (source.type === 'file') return openFile(source.file);
  if (source.type === 'plan') {
    const policy = byPlan(source.plan);
    return (level) => decideHourly(level, policy);
  }
  const { type } = source;
  return (level, seed) => decideHourly(level, builtIn(type, level, seed));
}

function builtIn(name: 'random' | 'guideline' | 'none', ...game: Parameters<typeof random>): Policy {
  if (name === 'random') return random(...game);
  return name === 'guideline' ? guideline : none;
}

async function openFile(file: string): Promise<MakeDecide> {
  const path = resolve(file);
  if (!existsSync(path)) {
    throw cannot(t('cli.policy.noFile', { file, policies: POLICY_NAMES.join(', ') }));
  }
  const { policy, createPolicy } = await load(file, path);
  if (typeof createPolicy === 'function') {
    return (level, seed) => {
      const stream = createRandom(seed, 'player');
      const made: unknown = guarded(file, () => createPolicy(() => nextUnit(stream)));
      if (typeof made !== 'function') throw cannot(t('cli.policy.noFunction', { file }));
      return named(file, decideByPlayer(level, made as Player));
    };
  }
  if (typeof policy !== 'function') throw cannot(t('cli.policy.noExport', { file }));
  return (level) => named(file, decideByPlayer(level, policy as Player));
}

async function load(file: string, path: string): Promise<PolicyModule> {
  try {
    return (await import(pathToFileURL(path).href)) as PolicyModule;
  } catch (error) {
    throw cannot(t('cli.policy.notLoaded', { file, message: firstSentence(error) }));
  }
}

function guarded(file: string, make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    throw cannot(t('cli.policy.notMade', { file, message: firstSentence(error) }));
  }
}

/** A player's fault becomes a sentence with the file and the hour. */
function named(file: string, decide: ReturnType<MakeDecide>): ReturnType<MakeDecide> {
  return (state) => {
    try {
      return decide(state);
    } catch (error) {
      if (!(error instanceof PlayerError)) throw error;
      const { code, hour, reason, refusal } = error.fault;
      const why = refusal === null ? firstSentence(reason) : commandErrorText(refusal).replace(/\.$/, '');
      throw cannot(t(`cli.policy.fault.${code}`, { file, hour, why }));
    }
  };
}
