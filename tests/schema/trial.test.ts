import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTrial } from '../../src/analysis/trialCheck.ts';
import type { Trial } from '../../src/analysis/trialTypes.ts';
import { loadTrials } from '../../src/levels/nodeTrials.ts';
import { parseTrial } from '../../src/schema/trial.ts';
import { createText } from '../../src/text/catalogue.ts';
import { nirmatrelvir, volunteers } from '../support/trials.ts';

const text = createText('en');

/** What is said of a trial, by either check: `ok`, or code and field. The sentence must name the field. */
function refusal(source: unknown): string {
  const parsed = parseTrial(typeof source === 'string' ? source : JSON.stringify(source));
  if (!parsed.ok) {
    const { code, path, values } = parsed.problem;
    expect(text.tAny(`error.input.${code}`, { ...values, path })).toContain(path);
    return `${code} ${path}`;
  }
  const problem = checkTrial(parsed.value);
  if (problem === null) return 'ok';
  const { code, path, values } = problem;
  expect(text.tAny(`study.problem.${code}`, { ...values, path })).toContain(path);
  return `${code} ${path}`;
}

type Place = Record<string | number, unknown>;

/** A legal trial with one place set to a value, or removed when it is undefined. */
function changed(path: string, value: unknown, base: Trial = TRIAL): Place {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const copy = structuredClone(base) as unknown as Place;
  let place = copy;
  for (const key of keys.slice(0, -1)) place = place[key] as Place;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

const TRIAL = volunteers(
  [nirmatrelvir({ everyHours: 12, count: 2, when: [{ quantity: 'PF', atLeast: 300 }] })],
  {
    usualCare: [{ support: 'oxygen', value: 0.6, when: [{ quantity: 'PF', below: 200 }] }],
    background: [{ probability: 0.5, doses: [nirmatrelvir()] }],
    pulse: { treatment: 'endotoxin', amount: 2, hours: 6 },
    published: [
      {
        endpoint: 'left',
        arm: 'treated',
        stratum: 'all',
        estimate: 1,
        low: 0.5,
        high: 2,
        confidence: 'read',
      },
    ],
  },
);
const DEATH = { id: 'death', type: 'death', measure: 'riskRatio' } as const;

describe('the trials of the project', () => {
  it('are whole, name only what the model has, and are called as their files are', () => {
    const trials = loadTrials();
    for (const trial of trials) expect(checkTrial(trial), trial.id).toBeNull();
    const files = readdirSync(new URL('../../evidence/trials/', import.meta.url)).toSorted();
    expect(trials.map(({ id }) => `${id}.json`)).toEqual(files);
  });

  it('give a source and a confidence for every published number', () => {
    for (const { id, published, sources } of loadTrials()) {
      if (published.length > 0) expect(sources.length, id).toBeGreaterThan(0);
      for (const { confidence, note, estimate, low = estimate, high = estimate } of published) {
        expect(low, id).toBeLessThanOrEqual(estimate);
        expect(high, id).toBeGreaterThanOrEqual(estimate);
        if (confidence === 'computed') expect(note, id).toBeDefined();
      }
    }
  });
});

describe('a trial from outside', () => {
  it('is taken when it is legal, with or without the name of its schema', () => {
    expect(refusal(TRIAL)).toBe('ok');
    expect(refusal({ $schema: '../trial.schema.json', ...TRIAL })).toBe('ok');
    expect(parseTrial(JSON.stringify(TRIAL))).toEqual({ ok: true, value: TRIAL });
  });

  it('is refused field by field', () => {
    const optional = ['usualCare', 'pulse', 'control'];
    for (const key of Object.keys(TRIAL).filter((name) => !optional.includes(name))) {
      expect(refusal(changed(key, undefined))).toBe(`missingField ${key}`);
    }
    expect(refusal(changed('bribe', 1))).toBe('unknownField bribe');
    expect(refusal(changed('arms.1.doses.0.dose', 1))).toBe('unknownField arms[1].doses[0].dose');
    expect(refusal(changed('id', '<script>'))).toBe('wrongForm id');
    expect(refusal(changed('arms', []))).toBe('tooShort arms');
    expect(refusal(changed('arms.1.doses.0.amount', '6'))).toBe('wrongType arms[1].doses[0].amount');
    expect(refusal(changed('arms.1.doses.0.amount', -1))).toBe('tooSmall arms[1].doses[0].amount');
    expect(refusal(changed('arms.1.doses.0.count', 1.5))).toBe('notWhole arms[1].doses[0].count');
    expect(refusal(changed('arms.1.doses.0.start.from', 'birth'))).toBe(
      'notAllowed arms[1].doses[0].start.from',
    );
    expect(refusal(changed('background.0.probability', 1.2))).toBe('tooBig background[0].probability');
    expect(refusal(changed('endpoints.0.type', 'hope'))).toBe('notAllowed endpoints[0].type');
    expect(refusal(changed('endpoints.0.measure', 'riskRatio'))).toBe('notAllowed endpoints[0].measure');
    expect(refusal(changed('horizonDays', 1e9))).toBe('tooBig horizonDays');
    const endless = JSON.stringify(TRIAL).replace('"horizonDays":1', '"horizonDays":1e999');
    expect(refusal(endless)).toBe('tooBig horizonDays');
    expect(refusal(changed('title', 'Calm\u001b[2J'))).toBe('wrongForm title');
  });

  it('is refused where its parts do not fit together', () => {
    expect(refusal(changed('arms.1.id', 'nothing'))).toBe('duplicate arms[1].id');
    expect(refusal(changed('entry.strata.0.id', 'all'))).toBe('duplicate entry.strata[0].id');
    expect(refusal(changed('entry.strata.0.day', [3, 1]))).toBe('tooSmall entry.strata[0].day[1]');
    expect(refusal(changed('arms.1.doses.0.everyHours', undefined))).toBe(
      'missingField arms[1].doses[0].everyHours',
    );
    expect(refusal(changed('arms.1.doses.0.start.hours', [5, 2]))).toBe(
      'tooSmall arms[1].doses[0].start.hours[1]',
    );
    expect(refusal(changed('control', undefined))).toBe('missingField control');
    expect(refusal(changed('control', 'nobody'))).toBe('notAllowed control');
    expect(refusal(changed('published.0.stratum', 'others'))).toBe('notAllowed published[0].stratum');
    expect(refusal(changed('published.0.high', 0.1))).toBe('tooSmall published[0].high');
    expect(refusal(changed('endpoints.0.strata', ['others']))).toBe('notAllowed endpoints[0].strata[0]');
    const pulsed = changed('arms.1.doses.0.start.from', 'pulse') as unknown as Trial;
    expect(refusal(pulsed)).toBe('ok');
    expect(refusal(changed('pulse', undefined, pulsed))).toBe('missingField pulse');
    const early = changed('arms.1.doses.0.start.hours', -12, pulsed) as unknown as Trial;
    expect(refusal(changed('pulse.hours', 11, early))).toBe('beforeEntry arms[1].doses[0].start.hours');
    expect(refusal(changed('pulse.hours', 12, early))).toBe('ok');
  });

  it('is refused when strata have shares in part', () => {
    const { entry } = TRIAL;
    const [only] = entry.strata;
    const strata = [
      { ...only, share: 1 },
      { ...only, id: 'others' },
    ];
    expect(refusal(changed('entry.strata', strata))).toBe('missingField entry.strata[1].share');
    expect(refusal(changed('entry.strata', strata.toReversed()))).toBe('missingField entry.strata[0].share');
  });

  it('is refused when it asks for death in fewer days than the map knows', () => {
    expect(refusal(changed('endpoints.0', DEATH))).toBe('tooSmall horizonDays');
    const long = changed('horizonDays', 28) as unknown as Trial;
    expect(refusal({ ...changed('endpoints.0', DEATH, long), published: [] })).toBe('ok');
  });

  it('is refused for conditions that ask nothing, can never hold, or say two things', () => {
    const at = 'arms[1].doses[0].when[0]';
    const condition = (value: unknown): string => refusal(changed('arms.1.doses.0.when.0', value));
    expect(condition({ quantity: 'PF' })).toBe(`missingField ${at}.atLeast`);
    expect(condition({ atLeast: 3 })).toBe(`missingField ${at}.quantity`);
    expect(condition({ quantity: 'PF', atLeast: 300, below: 300 })).toBe(`tooSmall ${at}.below`);
    expect(condition({ quantity: 'PF', anyOf: [{ quantity: 'MAP', below: 3 }] })).toBe(
      `unknownField ${at}.quantity`,
    );
    expect(condition({ anyOf: [] })).toBe(`tooShort ${at}.anyOf`);
    expect(condition({ anyOf: [{ quantity: 'MAP' }] })).toBe(`missingField ${at}.anyOf[0].atLeast`);
    expect(condition({ anyOf: [{ quantity: 'day', below: 3 }] })).toBe('ok');
  });

  it('is refused for names that the model does not have', () => {
    expect(refusal(changed('trigger', 'plague'))).toBe('unknownTrigger trigger');
    expect(refusal(changed('population', { parameters: { toString: 1 } }))).toBe(
      'unknownParameter population.parameters.toString',
    );
    expect(refusal(changed('population', { initial: { MAP: 1 } }))).toBe(
      'unknownSpecies population.initial.MAP',
    );
    expect(refusal(changed('arms.1.doses.0.treatment', 'hope'))).toBe(
      'unknownTreatment arms[1].doses[0].treatment',
    );
    expect(refusal(changed('background.0.doses.0.treatment', 'oxygen'))).toBe(
      'unknownTreatment background[0].doses[0].treatment',
    );
    expect(refusal(changed('pulse.treatment', 'hope'))).toBe('unknownTreatment pulse.treatment');
    expect(refusal(changed('usualCare.0.when.0.quantity', 'hope'))).toBe(
      'unknownQuantity usualCare[0].when[0].quantity',
    );
    expect(refusal(changed('eligibility', [{ quantity: 'constructor', below: 1 }]))).toBe(
      'unknownQuantity eligibility[0].quantity',
    );
    expect(refusal(changed('endpoints.0.quantity', 'hope'))).toBe('unknownQuantity endpoints[0].quantity');
    expect(refusal(changed('arms.1.doses.0.stop', [{ anyOf: [{ quantity: 'hope', below: 1 }] }]))).toBe(
      'unknownQuantity arms[1].doses[0].stop[0].anyOf[0].quantity',
    );
  });

  it('is refused for prototype keys, for depth, for length, and when it is no JSON', () => {
    const poisoned = JSON.stringify(TRIAL).replace('"title"', '"__proto__":{"a":1},"title"');
    expect(refusal(poisoned)).toBe('forbiddenKey __proto__');
    expect(refusal('['.repeat(100_000))).toBe('tooDeep file');
    expect(refusal(' '.repeat(200_000))).toBe('tooLarge file');
    expect(refusal('')).toBe('empty file');
    expect(refusal('{"format":1')).toBe('notJson file');
  });
});
