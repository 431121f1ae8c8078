/** What came of one engine, in numbers for the count and in words for people. */
import type { GoldenReport } from '../golden/goldenReport.ts';

export interface EngineVerdict {
  readonly name: string;
  /** Why nothing was tried; null when it was. */
  readonly skipped: string | null;
  /** One line a check: what was seen, or what failed. */
  readonly checks: readonly Check[];
}

export interface Check {
  readonly ok: boolean;
  readonly text: string;
}

export interface BrowserCount {
  readonly passed: number;
  readonly failed: number;
  /** One sentence for each engine that was not tried. */
  readonly skipped: readonly string[];
}

/** Faults of which a line tells; the page shows all of them. */
const MOST_FAULTS = 5;

/**
 * Judges what the page of golden logs reports: one check for the logs, one for each kernel of cohorts. All of
 * `expected` logs must have been replayed, and every one be the same.
 */
export function judgeGolden(report: GoldenReport, expected: number): readonly Check[] {
  const { logs, checkpoints, faults, kernels } = report;
  const all = `identical ${logs - faults.length} of ${logs} logs (${checkpoints} checkpoints)`;
  const enough = logs === expected && logs > 0 && checkpoints >= logs;
  const text = logs === expected ? all : `${all}, and ${expected} were to be replayed`;
  return [
    { ok: enough && faults.length === 0, text: `${text}${listed(faults)}` },
    ...kernels.map(({ name, courses, faults: lost }) => ({
      ok: courses > 0 && lost.length === 0,
      text: `${name} kernel ${lost.length === 0 ? `identical in ${courses} courses` : `differs${listed(lost)}`}`,
    })),
  ];
}

/** The first faults, a line each. */
function listed(faults: readonly string[]): string {
  const shown = faults.slice(0, MOST_FAULTS).map((fault) => `\n    ${fault}`);
  const more = faults.length - shown.length;
  return `${shown.join('')}${more > 0 ? `\n    and ${more} more` : ''}`;
}

/** A skipped engine counts as nothing, neither passed nor failed, and is named. */
export function countVerdicts(verdicts: readonly EngineVerdict[]): BrowserCount {
  const checks = verdicts.flatMap((verdict) => (verdict.skipped === null ? verdict.checks : []));
  return {
    passed: checks.filter(({ ok }) => ok).length,
    failed: checks.filter(({ ok }) => !ok).length,
    skipped: verdicts.flatMap(({ name, skipped }) =>
      skipped === null ? [] : [`${name} SKIPPED (${skipped})`],
    ),
  };
}

/** One line an engine, and one for the count. */
export function describeVerdicts(verdicts: readonly EngineVerdict[]): string {
  const { passed, failed, skipped } = countVerdicts(verdicts);
  const lines = verdicts.map(({ name, skipped: why, checks }) => {
    if (why !== null) return `${name}: SKIPPED (${why})`;
    return `${name}: ${checks.map(({ ok, text }) => (ok ? text : `FAILED ${text}`)).join('; ')}`;
  });
  return [...lines, `${passed} passed, ${failed} failed, ${skipped.length} skipped`].join('\n');
}
