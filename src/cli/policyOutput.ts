/** What `policy` prints. */
import type { PlayedPatient } from '../analysis/policyCohort.ts';
import type { Interval, PolicySummary } from '../analysis/policySummary.ts';
import type { Level, Mode } from '../engine/types.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { t } from '../text/catalogue.ts';

export interface PolicyReport {
  readonly policy: string;
  readonly level: Level;
  readonly mode: Mode;
  readonly seed: number;
  readonly summary: PolicySummary;
  /** Every patient, in the order of their numbers. */
  readonly played: readonly PlayedPatient[];
}

/** The summary and every patient, as one line of JSON. */
export function policyJson({ policy, level, mode, seed, summary, played }: PolicyReport): string {
  const head = { policy, level: level.id, mode, model: MODEL_VERSION, seed };
  return `${JSON.stringify({ ...head, ...summary, played })}\n`;
}

/** The summary for reading. */
export function policyText({ policy, level, mode, seed, summary }: PolicyReport): string {
  const { patients, outcomes, deaths, score, medianScore } = summary;
  const percent = ({ value, low, high }: Interval) => ({
    value: whole(100 * value),
    low: whole(100 * low),
    high: whole(100 * high),
  });
  const points = { value: score.value.toFixed(1), low: score.low.toFixed(1), high: score.high.toFixed(1) };
  const hasPurpose = level.objectives.some(({ shareIfLost }) => shareIfLost !== undefined);
  const lines = [
    t('cli.policy.head', { policy, level: level.id, mode, patients, seed, model: MODEL_VERSION }),
    t('cli.policy.outcomes', { ...outcomes, deaths }),
    t('cli.policy.score', { ...points, median: medianScore }),
    t('cli.policy.alive', percent(summary.alive)),
    t('cli.policy.organs', percent(summary.organs)),
    t('cli.policy.guard', percent(summary.guard)),
    ...(hasPurpose ? [t('cli.policy.purpose', percent(summary.purpose))] : []),
    t(hasPurpose ? 'cli.policy.keptAll' : 'cli.policy.kept', percent(summary.kept)),
    t('cli.policy.explain'),
    t('cli.policy.notClinical'),
  ];
  return `${lines.join('\n')}\n`;
}

function whole(value: number): string {
  return value.toFixed(0);
}
