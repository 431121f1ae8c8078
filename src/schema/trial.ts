import * as v from 'valibot';
import type { Condition, DosingRule, Endpoint, Trial } from '../analysis/trialTypes.ts';
import { LIMITS } from './limits.ts';
import { type Parsed, refuse } from './problem.ts';
import { problemOf } from './problemOf.ts';
import { readJson } from './readJson.ts';
import { trialSchema } from './trialSchema.ts';

type Refused = Extract<Parsed<Trial>, { ok: false }>;

/**
 * A trial from text. Never throws. Names of the model's quantities, parameters and treatments are for checkTrial of
 * the analysis.
 */
export function parseTrial(text: string): Parsed<Trial> {
  const read = readJson(text, LIMITS.levelCharacters);
  if (!read.ok) return read;
  const result = v.safeParse(trialSchema, read.value, { abortEarly: true });
  if (!result.success) return problemOf(result.issues[0]);
  const { $schema: _, ...trial } = result.output;
  return (
    checkIds(trial) ??
    checkEntry(trial) ??
    checkConditions(trial) ??
    checkDoses(trial) ??
    checkControl(trial) ??
    checkEndpoints(trial) ??
    checkPublished(trial) ?? { ok: true, value: trial }
  );
}

function checkIds({ arms, endpoints, entry }: Trial): Refused | null {
  const lists = [
    ['arms', arms],
    ['endpoints', endpoints],
    ['entry.strata', entry.strata],
  ] as const;
  for (const [path, entries] of lists) {
    const ids = entries.map(({ id }) => id);
    const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (again >= 0) return refuse('duplicate', `${path}[${again}].id`, { found: ids[again] ?? '' });
  }
  // The word for all strata together.
  const taken = entry.strata.findIndex(({ id }) => id === 'all');
  return taken < 0 ? null : refuse('duplicate', `entry.strata[${taken}].id`, { found: 'all' });
}

/** Windows run forward; either every stratum has a share or none has. */
function checkEntry({ entry: { strata } }: Trial): Refused | null {
  for (const [index, { day, share }] of strata.entries()) {
    const path = `entry.strata[${index}]`;
    const late = fallsBack(`${path}.day`, day);
    if (late) return late;
    if ((share === undefined) !== (strata[0]?.share === undefined)) {
      const without = strata.findIndex((stratum) => stratum.share === undefined);
      return refuse('missingField', `entry.strata[${without}].share`);
    }
  }
  return null;
}

function fallsBack(path: string, [from, to]: readonly [number, number]): Refused | null {
  return to < from ? refuse('tooSmall', `${path}[1]`, { found: to, expected: from }) : null;
}

/** Every dosing rule with its path. */
function rulesOf({ background, arms }: Trial): { readonly path: string; readonly rule: DosingRule }[] {
  const within = (path: string, doses: readonly DosingRule[]) =>
    doses.map((rule, index) => ({ path: `${path}.doses[${index}]`, rule }));
  return [
    ...background.flatMap(({ doses }, index) => within(`background[${index}]`, doses)),
    ...arms.flatMap(({ doses }, index) => within(`arms[${index}]`, doses)),
  ];
}

/** A condition without a bound asks nothing; one whose bounds cross can never hold. */
function checkConditions(trial: Trial): Refused | null {
  const lists = [
    ['eligibility', trial.eligibility],
    ...trial.entry.strata.map(({ when }, index) => [`entry.strata[${index}].when`, when] as const),
    ...(trial.usualCare ?? []).map(({ when }, index) => [`usualCare[${index}].when`, when] as const),
    ...rulesOf(trial).flatMap(({ path, rule }) => [
      [`${path}.when`, rule.when ?? []] as const,
      [`${path}.stop`, rule.stop ?? []] as const,
    ]),
    ...trial.endpoints.flatMap((endpoint, index) => [
      [`endpoints[${index}].when`, 'when' in endpoint ? endpoint.when : []] as const,
      [`endpoints[${index}].after`, endpoint.type === 'event' ? (endpoint.after ?? []) : []] as const,
      [
        `endpoints[${index}].failed.when`,
        endpoint.type === 'event' ? (endpoint.failed?.when ?? []) : [],
      ] as const,
    ]),
  ] as const;
  for (const [path, conditions] of lists) {
    for (const [index, condition] of conditions.entries()) {
      const refused = checkCondition(`${path}[${index}]`, condition);
      if (refused) return refused;
    }
  }
  return null;
}

function checkCondition(path: string, condition: Condition): Refused | null {
  const { anyOf, quantity } = condition;
  if (anyOf === undefined) {
    return quantity === undefined ? refuse('missingField', `${path}.quantity`) : checkRange(path, condition);
  }
  const other = (['quantity', 'atLeast', 'below'] as const).find((key) => condition[key] !== undefined);
  if (other !== undefined) return refuse('unknownField', `${path}.${other}`);
  for (const [index, range] of anyOf.entries()) {
    const refused = checkRange(`${path}.anyOf[${index}]`, range);
    if (refused) return refused;
  }
  return null;
}

function checkRange(path: string, { atLeast, below }: Pick<Condition, 'atLeast' | 'below'>): Refused | null {
  if (atLeast === undefined && below === undefined) return refuse('missingField', `${path}.atLeast`);
  if (atLeast === undefined || below === undefined || below > atLeast) return null;
  return refuse('tooSmall', `${path}.below`, { found: below, expected: atLeast });
}

/** More than one dose needs an interval; a start from the pulse needs a pulse. */
function checkDoses(trial: Trial): Refused | null {
  for (const { path, rule } of rulesOf(trial)) {
    const { count = 1, everyHours, start } = rule;
    if (count > 1 && everyHours === undefined) return refuse('missingField', `${path}.everyHours`);
    if (start.from === 'pulse' && trial.pulse === undefined) return refuse('missingField', 'pulse');
    if (typeof start.hours === 'number') continue;
    const late = fallsBack(`${path}.start.hours`, start.hours);
    if (late) return late;
  }
  return null;
}

function checkControl({ arms, control, endpoints }: Trial): Refused | null {
  const ids = arms.map(({ id }) => id);
  if (control !== undefined) return ids.includes(control) ? null : notAmong('control', control, ids);
  const compares = endpoints.some(({ measure }) => measure !== 'fraction' && measure !== 'level');
  return compares || arms.length > 1 ? refuse('missingField', 'control') : null;
}

function notAmong(path: string, found: string, expected: readonly string[]): Refused {
  return refuse('notAllowed', path, { found, expected: expected.join(', ') });
}

/** Days over which the mortality map is defined. */
const MORTALITY_DAYS = 28;

function needsDeath(endpoint: Endpoint): boolean {
  return (
    endpoint.type === 'death' ||
    (endpoint.type === 'event' && endpoint.orDeath === true) ||
    (endpoint.type === 'time' && endpoint.alive === true)
  );
}

function checkEndpoints({ endpoints, entry, horizonDays }: Trial): Refused | null {
  const strata = entry.strata.map(({ id }) => id);
  for (const [index, { strata: only = [] }] of endpoints.entries()) {
    const lost = only.findIndex((id) => !strata.includes(id));
    if (lost >= 0) return notAmong(`endpoints[${index}].strata[${lost}]`, only[lost] ?? '', strata);
  }
  if (horizonDays < MORTALITY_DAYS && endpoints.some(needsDeath)) {
    return refuse('tooSmall', 'horizonDays', { found: horizonDays, expected: MORTALITY_DAYS });
  }
  return null;
}

function checkPublished({ published, endpoints, arms, entry }: Trial): Refused | null {
  const names = {
    endpoint: endpoints.map(({ id }) => id),
    arm: arms.map(({ id }) => id),
    stratum: ['all', ...entry.strata.map(({ id }) => id)],
  };
  for (const [index, row] of published.entries()) {
    for (const key of ['endpoint', 'arm', 'stratum'] as const) {
      if (!names[key].includes(row[key])) return notAmong(`published[${index}].${key}`, row[key], names[key]);
    }
    const { estimate, low = estimate, high = estimate } = row;
    const path = `published[${index}].high`;
    if (high < low) return refuse('tooSmall', path, { found: high, expected: low });
  }
  return null;
}
