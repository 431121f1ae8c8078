import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from '../../scripts/generateSchemas.ts';
import { checkLevel } from '../../src/engine/checkLevel.ts';
import { loadLevels, readBestLog, readLevelFile } from '../../src/levels/nodeLevels.ts';
import { parseLevel } from '../../src/schema/level.ts';
import { createText } from '../../src/text/catalogue.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const text = createText('en');

function refusal(source: unknown): string {
  const parsed = parseLevel(source);
  if (parsed.ok) return 'ok';
  const { code, path, values } = parsed.problem;
  expect(text.tAny(`error.input.${code}`, { ...values, path })).toContain(path);
  return `${code} ${path}`;
}

/** A deep copy with one place set to a value, or removed when it is undefined. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(QUIET_DOUBLING) as unknown as Record<string | number, unknown>;
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

describe('the levels of the game', () => {
  it('are whole, name only what the model has, and have a best known log', () => {
    const levels = loadLevels();
    expect(levels.length).toBeGreaterThan(0);
    for (const level of levels) {
      expect(checkLevel(level)).toBeNull();
      expect(readBestLog(level.id)?.ok).toBe(true);
    }
    expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length);
  });

  it('are taken as text too', () => {
    expect(parseLevel(JSON.stringify(QUIET_DOUBLING))).toEqual({ ok: true, value: QUIET_DOUBLING });
  });
});

describe('a level from outside', () => {
  it('is refused field by field', () => {
    for (const key of Object.keys(QUIET_DOUBLING))
      expect(refusal(changed([key], undefined))).toBe(`missingField ${key}`);
    expect(refusal(changed(['cheat'], 1))).toBe('unknownField cheat');
    expect(refusal(changed(['id'], '<script>alert(1)</script>'))).toBe('wrongForm id');
    expect(refusal(changed(['horizonHours'], 1e9))).toBe('tooBig horizonHours');
    expect(refusal(changed(['horizonHours'], Number.NaN))).toBe('wrongType horizonHours');
    expect(refusal(changed(['patient', 'hoursBefore'], -1))).toBe('tooSmall patient.hoursBefore');
    expect(refusal(changed(['patient', 'parameters', 'wI'], '16'))).toBe('wrongType patient.parameters.wI');
    expect(refusal(changed(['patient', 'parameters', 'wI'], Number.POSITIVE_INFINITY))).toMatch(
      / patient.parameters.wI$/,
    );
    const goal = ['objectives', 0, 'byHour'] as const;
    expect(refusal(changed(goal, 10))).toBe('unknownField objectives[0].byHour');
    const toReach = { ...QUIET_DOUBLING.objectives[0], rule: 'reachBelow' };
    const { horizonHours } = QUIET_DOUBLING;
    expect(refusal(changed(['objectives', 0], { ...toReach, byHour: horizonHours }))).toBe('ok');
    expect(refusal(changed(['objectives', 0], { ...toReach, byHour: horizonHours + 1 }))).toBe(
      'tooBig objectives[0].byHour',
    );
    expect(refusal(changed(['patient', 'initial'], { V: -1 }))).toBe('tooSmall patient.initial.V');
    expect(refusal(changed(['text', 'en', 'title'], 'Calm\u001b[2J'))).toBe('wrongForm text.en.title');
    expect(refusal(changed(['text', 'en', 'subtitle'], 'two\nlines'))).toBe('wrongForm text.en.subtitle');
    expect(refusal(changed(['text', 'en', 'briefing'], 'two\nlines'))).toBe('ok');
    expect(refusal(changed(['text', 'en', 'briefing'], 'turned\u202e'))).toBe('wrongForm text.en.briefing');
    expect(refusal(changed(['oxygen'], []))).toBe('tooShort oxygen');
    expect(refusal(changed(['oxygen', 0, 'fio2'], 0))).toBe('tooSmall oxygen[0].fio2');
    expect(refusal(changed(['modes'], []))).toBe('tooShort modes');
    expect(refusal(changed(['labs', 0, 'noise'], 2))).toBe('tooBig labs[0].noise');
    expect(refusal(changed(['sources', 0, 'url'], 'javascript:alert(1)'))).toBe('wrongForm sources[0].url');
    expect(refusal(changed(['treatments', 0, 'regimens', 0, 'everyHours'], 0))).toBe(
      'tooSmall treatments[0].regimens[0].everyHours',
    );
  });

  it('is refused when ids repeat, a course has no interval, or English is missing', () => {
    expect(refusal(changed(['labs', 1, 'id'], 'IL6'))).toBe('duplicate labs[1].id');
    expect(refusal(changed(['treatments', 1, 'id'], 'antiviral'))).toBe('duplicate treatments[1].id');
    expect(refusal(changed(['treatments', 2, 'regimens', 1, 'id'], 'low'))).toBe(
      'duplicate treatments[2].regimens[1].id',
    );
    expect(refusal(changed(['treatments', 0, 'regimens', 0, 'everyHours'], undefined))).toBe(
      'missingField treatments[0].regimens[0].everyHours',
    );
    expect(refusal(changed(['text'], {}))).toBe('missingField text.en');
    expect(refusal(changed(['objectives', 0, 'text'], {}))).toBe('missingField objectives[0].text.en');
  });

  it('is refused for prototype keys and for depth, parsed or not', () => {
    const poisoned = JSON.parse('{"format":1,"patient":{"parameters":{"__proto__":{"a":1}}}}') as unknown;
    expect(refusal(poisoned)).toBe('forbiddenKey patient.parameters.__proto__');
    let deep: unknown = 1;
    for (let level = 0; level < 5000; level++) deep = [deep];
    expect(refusal({ format: 1, deep })).toBe('tooDeep file');
    const circle: Record<string, unknown> = { format: 1 };
    circle.self = circle;
    expect(refusal(circle)).toBe('tooDeep file');
  });

  it('is refused by the engine for names that the model does not have', () => {
    const problemOf = (path: readonly (string | number)[], value: unknown): string => {
      const parsed = parseLevel(changed(path, value));
      if (!parsed.ok) return parsed.problem.code;
      const problem = checkLevel(parsed.value);
      if (problem === null) return 'ok';
      expect(text.tAny(`error.level.${problem.code}`, { ...problem.values, path: problem.path })).toContain(
        problem.path,
      );
      return `${problem.code} ${problem.path}`;
    };
    expect(problemOf(['trigger'], 'plague')).toBe('unknownTrigger trigger');
    expect(problemOf(['patient', 'parameters', 'toString'], 1)).toBe(
      'unknownParameter patient.parameters.toString',
    );
    expect(problemOf(['patient', 'initial', 'MAP'], 1)).toBe('unknownSpecies patient.initial.MAP');
    expect(problemOf(['objectives', 0, 'quantity'], 'hope')).toBe('unknownQuantity objectives[0].quantity');
  });

  it('is null when there is no file', () => {
    expect(readLevelFile('/nowhere/level.json')).toBeNull();
    expect(readLevelFile('/')).toBeNull();
  });

  it('is too large when it has no end, and is read no further than shows it', () => {
    expect(readLevelFile('/dev/zero')).toMatchObject({ ok: false, problem: { code: 'tooLarge' } });
  });
});

describe('the published JSON Schemas', () => {
  it('are those of the parsers (npm run generate when they are not)', () => {
    for (const { file, text: expected } of publishedSchemas()) {
      expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(expected);
    }
  });
});
