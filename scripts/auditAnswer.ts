/** What `npm audit --json` has said: nothing known, findings, or no answer at all. */

export interface AuditResult {
  readonly kind: 'clean' | 'findings' | 'skipped';
  /** The last one is the verdict. */
  readonly lines: readonly string[];
}

interface Answer {
  readonly auditReportVersion?: unknown;
  readonly vulnerabilities?: Readonly<Record<string, Finding>>;
  readonly metadata?: { readonly dependencies?: { readonly prod?: number } };
  readonly message?: unknown;
  readonly error?: { readonly summary?: unknown; readonly detail?: unknown };
}

interface Finding {
  readonly name?: string;
  readonly severity?: string;
  readonly range?: string;
  /** Advisories of the package itself, or names of packages through which it is touched. */
  readonly via?: readonly (string | { readonly title?: string; readonly url?: string })[];
}

/** @param error what npm wrote beside its answer */
export function readAudit(out: string, error: string): AuditResult {
  const answer = parse(out);
  if (answer?.auditReportVersion === undefined || answer.vulnerabilities === undefined) {
    return { kind: 'skipped', lines: [`SKIPPED the audit: ${reasonOf(answer, error)}`] };
  }
  const findings = Object.entries(answer.vulnerabilities);
  const packages = answer.metadata?.dependencies?.prod ?? 0;
  if (findings.length === 0)
    return { kind: 'clean', lines: [`No known advisory against ${packages} packages.`] };
  const lines = findings.map(([name, finding]) => describe(name, finding));
  return { kind: 'findings', lines: [...lines, `${findings.length} packages with known advisories.`] };
}

function parse(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function reasonOf(answer: Answer | null, error: string): string {
  const { summary, detail } = answer?.error ?? {};
  const said = [answer?.message, summary, detail, /npm error (?:code )?(.+)/.exec(error)?.[1]];
  const reason = said.find((text) => typeof text === 'string' && text.trim() !== '');
  return `the registry gives no answer (${typeof reason === 'string' ? reason.trim().split('\n')[0] : 'nothing was said'})`;
}

function describe(name: string, { severity = 'unknown', range = '', via = [] }: Finding): string {
  const reasons = via.map((one) => (typeof one === 'string' ? `through ${one}` : `${one.title} ${one.url}`));
  return `${severity}: ${name} ${range}: ${reasons.join('; ')}`;
}
