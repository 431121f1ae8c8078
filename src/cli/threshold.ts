import { parseArgs } from 'node:util';
import { javascriptKernel } from '../analysis/cohortKernel.ts';
import {
  type BranchPoint,
  branches,
  DIALS,
  type Dial,
  findThreshold,
  NOT_BACK_IL6,
  SEVERITY,
  THRESHOLD_DAY,
} from '../analysis/threshold.ts';
import { PARAMETER_DEFINITIONS } from '../model/definition/parameters.ts';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { firstSentence } from './simOptions.ts';

/** Relative width to which a threshold is closed in. */
const TOLERANCE = 0.001;

/** Points of the branch diagram, between the dial's ends. */
const POINTS = 20;

/** A threshold as `threshold --json` prints it; null ends: there is none between the dial's ends. */
interface ThresholdResult {
  readonly trigger: string;
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly back: number | null;
  readonly lost: number | null;
}

/** `threshold [--json]`: severities at which the untreated body no longer comes back by day 28. */
export const runThreshold: CommandRun = async (args, streams) => {
  const json = readJson(args);
  const thresholds = DIALS.map(resultOf);
  const points = branchPoints();
  const settings = { version: MODEL_VERSION, hash: MODEL_HASH, day: THRESHOLD_DAY, il6: NOT_BACK_IL6 };
  const results = {
    ...settings,
    thresholds,
    branches: { trigger: SEVERITY.trigger, id: SEVERITY.id, points },
  };
  streams.out(json ? `${JSON.stringify(results)}\n` : textOf(thresholds, points));
  return 0;
};

function readJson(args: readonly string[]): boolean {
  try {
    return (
      parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, strict: true }).values.json ===
      true
    );
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

function resultOf(dial: Dial): ThresholdResult {
  const found = findThreshold(javascriptKernel, dial, TOLERANCE);
  const parameter = PARAMETER_DEFINITIONS.find(({ id }) => id === dial.id);
  return {
    trigger: dial.trigger,
    id: dial.id,
    name: parameter?.name ?? dial.id,
    unit: parameter?.unit ?? '1',
    back: found?.back ?? null,
    lost: found?.lost ?? null,
  };
}

function branchPoints(): BranchPoint[] {
  const { back, lost } = SEVERITY;
  const step = (lost - back) / (POINTS - 1);
  const values = Array.from({ length: POINTS }, (_, index) => back + step * index);
  return branches(javascriptKernel, SEVERITY, values);
}

function textOf(results: readonly ThresholdResult[], points: readonly BranchPoint[]): string {
  const found = results.map(({ trigger, id, name, back, lost }) =>
    back === null || lost === null
      ? t('cli.threshold.none', { trigger, id, name })
      : t('cli.threshold.found', { trigger, id, name, back: back.toPrecision(4), lost: lost.toPrecision(4) }),
  );
  const rows = points.map(
    ({ value, fromHealth, fromStorm }) =>
      `  ${value.toFixed(1).padStart(6)} ${figure(fromHealth)} ${figure(fromStorm)}`,
  );
  const { trigger, id } = SEVERITY;
  const meaning = t('cli.threshold.meaning', { day: THRESHOLD_DAY, il6: NOT_BACK_IL6 });
  const head = t('cli.threshold.head', { trigger, id, day: THRESHOLD_DAY });
  return `${[meaning, ...found, head, ...rows, t('cli.notClinical')].join('\n')}\n`;
}

const figure = (value: number): string => String(Number(value.toPrecision(3))).padStart(8);
