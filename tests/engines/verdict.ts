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

/** Judges what the page of golden logs reports. All of `expected` logs must have been replayed, and every one be the same. */
export function judgeGolden(report: GoldenReport, expected: number): Check {
  const identical = report.logs - report.faults.length;
  const text = `identical ${identical} of ${report.logs} logs (${report.checkpoints} checkpoints)`;
  if (report.logs !== expected) return { ok: false, text: `${text}, and ${expected} were to be replayed` };
  if (report.faults.length === 0) return { ok: report.logs > 0 && report.checkpoints >= report.logs, text };
  const shown = report.faults.slice(0, MOST_FAULTS).map((fault) => `\n    ${fault}`);
  const more = report.faults.length - shown.length;
  return { ok: false, text: `${text}${shown.join('')}${more > 0 ? `\n    and ${more} more` : ''}` };
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
