import { describe, expect, it } from 'vitest';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import { LIMITS } from '../../src/schema/limits.ts';
import { createText } from '../../src/text/catalogue.ts';

const HASH = '0123456789abcdef';
const LOG = {
  format: 1,
  model: { version: '1.0.0', hash: HASH },
  level: { id: 'the-quiet-doubling', hash: HASH },
  seed: 7,
  mode: 'clinician',
  commands: [
    { tick: 3, command: { type: 'order', treatment: 'dexamethasone', regimen: 'low' } },
    { tick: 3, command: { type: 'lab', test: 'IL6' } },
    { tick: 9, command: { type: 'oxygen', step: 1 } },
    { tick: 12, command: { type: 'stop', treatment: 'dexamethasone' } },
  ],
  checkpoints: [{ tick: 0, hash: HASH }],
  outcome: 'recovered',
  endTick: 100,
  score: 80,
  pauses: [{ tick: 4, seconds: 12.5 }],
  speeds: [{ tick: 0, speed: 0.5 }],
};

const text = createText('en');

/** `code path` of a refused text, after making sure that it has a sentence which names the path. */
function refusal(source: string): string {
  const parsed = parseDecisionLog(source);
  if (parsed.ok) return 'ok';
  const { code, path, values } = parsed.problem;
  const sentence = text.tAny(`error.input.${code}`, { ...values, path });
  expect(sentence).toContain(path);
  expect(sentence).not.toMatch(/\{\{|undefined|\[object/);
  expect(sentence.length).toBeLessThan(400);
  expect(sentence.split('\n')).toHaveLength(1);
  return `${code} ${path}`;
}

const refusalOf = (change: object): string => refusal(JSON.stringify({ ...LOG, ...change }));
const command = (value: unknown): string => refusalOf({ commands: [{ tick: 0, command: value }] });

describe('a decision log from outside', () => {
  it('is taken when it is whole, with or without a byte order mark', () => {
    expect(parseDecisionLog(JSON.stringify(LOG))).toEqual({ ok: true, value: LOG });
    expect(parseDecisionLog(`\uFEFF${JSON.stringify(LOG, null, 2)}`)).toEqual({ ok: true, value: LOG });
  });

  it('is refused when it is no JSON', () => {
    expect(refusal('')).toBe('empty file');
    expect(refusal('  \n')).toBe('empty file');
    expect(refusal('hello')).toBe('notJson file');
    expect(refusal(JSON.stringify(LOG).slice(0, -20))).toBe('notJson file');
    expect(refusal('{"format": NaN}')).toBe('notJson file');
    expect(refusal('\u0000')).toBe('notJson file');
  });

  it('is refused when it is something else', () => {
    for (const other of ['null', '[]', '7', '"log"', 'true']) expect(refusal(other)).toBe('wrongType file');
    expect(refusal('{}')).toBe('missingField format');
    for (const format of [0, 2, 1.5, -1, 1e300, '1', null, {}]) {
      expect(refusalOf({ format })).toBe('unknownFormat format');
    }
  });

  it('is refused unread when it is too large or too deep', () => {
    expect(refusal(' '.repeat(LIMITS.logCharacters + 1))).toBe('tooLarge file');
    expect(refusal('['.repeat(200_000))).toBe('tooDeep file');
    expect(refusal(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`)).toBe('tooDeep file');
    // Brackets inside a text are no nesting.
    expect(refusalOf({ note: `\\"${'['.repeat(1000)}` })).toBe('unknownField note');
  });

  it('is refused when it has more entries than a game can have', () => {
    const many = (count: number, entry: string): string => `[${Array(count).fill(entry).join()}]`;
    const withCommands = (list: string): string =>
      JSON.stringify(LOG).replace(/"commands":\[.*?\],"check/, `"commands":${list},"check`);
    expect(refusal(withCommands(many(5_001, '{}')))).toMatch(/^(tooLong|missingField) commands/);
    expect(refusalOf({ checkpoints: Array(501).fill({ tick: 0, hash: HASH }) })).toBe('tooLong checkpoints');
    expect(refusalOf({ checkpoints: [] })).toBe('tooShort checkpoints');
  });

  it('is refused for keys that reach into the prototype, wherever they stand', () => {
    expect(refusal('{"__proto__":{"format":1}}')).toBe('forbiddenKey __proto__');
    expect(refusal(JSON.stringify(LOG).replace('"seed"', '"constructor":{},"seed"'))).toBe(
      'forbiddenKey constructor',
    );
    expect(refusal('{"format":1,"commands":[{"tick":0,"command":{"__proto__":1}}]}')).toBe(
      'forbiddenKey commands[0].command.__proto__',
    );
    expect(({} as { format?: unknown }).format).toBeUndefined();
  });

  it('is refused for numbers that are none, too large, negative or not whole', () => {
    for (const [seed, code] of [
      ['-1', 'tooSmall'],
      ['4294967296', 'tooBig'],
      ['1e999', 'notWhole'],
      ['0.5', 'notWhole'],
      ['"7"', 'wrongType'],
      ['null', 'wrongType'],
    ] as const) {
      expect(refusal(JSON.stringify(LOG).replace('"seed":7', `"seed":${seed}`))).toBe(`${code} seed`);
    }
    expect(refusalOf({ endTick: 1e9 })).toBe('tooBig endTick');
    expect(refusalOf({ score: 101 })).toBe('tooBig score');
    expect(refusalOf({ pauses: [{ tick: 0, seconds: -1 }] })).toBe('tooSmall pauses[0].seconds');
  });

  it('is refused field by field', () => {
    for (const key of Object.keys(LOG)) {
      const { [key as keyof typeof LOG]: _dropped, ...rest } = LOG;
      expect(refusal(JSON.stringify(rest))).toBe(`missingField ${key}`);
    }
    expect(refusalOf({ cheat: 1 })).toBe('unknownField cheat');
    expect(refusalOf({ mode: 'god' })).toBe('notAllowed mode');
    expect(refusalOf({ outcome: 'immortal' })).toBe('notAllowed outcome');
    expect(refusalOf({ model: { version: '1', hash: HASH } })).toBe('wrongForm model.version');
    expect(refusalOf({ level: { id: '<img src=x onerror=alert(1)>', hash: HASH } })).toBe(
      'wrongForm level.id',
    );
    expect(refusalOf({ checkpoints: [{ tick: 0, hash: 'XYZ' }] })).toBe('wrongForm checkpoints[0].hash');
  });

  it('is refused for commands that are none', () => {
    expect(command(null)).toBe('wrongType commands[0].command');
    expect(command({ type: 'pray' })).toBe('notAllowed commands[0].command.type');
    expect(command({ type: 'order', treatment: 'leeches', regimen: 'low' })).toBe(
      'notAllowed commands[0].command.treatment',
    );
    expect(command({ type: 'order', treatment: 'fluids' })).toBe('missingField commands[0].command.regimen');
    expect(command({ type: 'oxygen', step: 1, fio2: 1 })).toBe('unknownField commands[0].command.fio2');
    expect(command({ type: 'oxygen', step: -1 })).toBe('tooSmall commands[0].command.step');
    expect(refusalOf({ commands: [{ tick: 5, command: LOG.commands[2]?.command }, LOG.commands[0]] })).toBe(
      'order commands[1].tick',
    );
    expect(refusalOf({ endTick: 9 })).toBe('tooBig commands[2].tick');
  });

  it('says what is wrong in plain words and shows little of what it was given', () => {
    const parsed = parseDecisionLog(JSON.stringify({ ...LOG, mode: `x\n\u202E${'y'.repeat(5000)}` }));
    if (parsed.ok) throw new Error('taken');
    const sentence = text.tAny(`error.input.${parsed.problem.code}`, {
      ...parsed.problem.values,
      path: parsed.problem.path,
    });
    expect(sentence).toMatch(/^mode: x y+… is not one of these: student, clinician\.$/);
    const key = parseDecisionLog(JSON.stringify({ ...LOG, ['k'.repeat(9000)]: 1 }));
    expect(key.ok ? '' : key.problem.path.length).toBeLessThan(60);
  });
});
