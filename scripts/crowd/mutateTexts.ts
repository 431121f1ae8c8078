/** Mutations of a log's text: what a broken disk, a bad network or a text editor makes of a file. */
import { nextIndex, type RandomState } from '../../src/math/random.ts';

/** Makes a text of a text. */
export type TextMutation = (text: string, draw: RandomState) => string;

export const pick = <T>(draw: RandomState, list: readonly T[]): T => list[nextIndex(draw, list.length)] as T;

/** Spellings of numbers: some are none in JSON, some are larger than any number, some are another spelling of one that is. */
const NUMBERS = [
  ...['1e400', '-1e400', 'NaN', 'Infinity', '-Infinity', '-0', '0x10', '012', '1.', '.5', '+1', '1e', '--1'],
  ...['1e-400', '9007199254740993', '99999999999999999999', '1e1000000', '0.1', '1e2', '0.0', '"1"', 'null'],
  ...['true', '[]', '{}', '[1]', '4294967296', '4294967295', '2147483648', '-1', '28801', '1e+1', '1E0'],
];

const SNIPPETS = [
  ...[
    '\uFEFF',
    '\u0000',
    '\u202E',
    '\u2028',
    '\uD800',
    '\uDFFF',
    '💉',
    'İ',
    '\\u0000',
    '\\',
    '"',
    '\\"',
    '\n',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ',,',
    '/*x*/',
    '//',
    '<script>alert(1)</script>',
    '__proto__',
    '"__proto__":1,',
  ],
  ...[
    '"constructor":{},',
    '"score":100,',
    '"score":100',
    '"outcome":"recovered",',
    '"a":1,',
    '\t',
    '  ',
    '\v',
  ],
];

/** Every match of a pattern, one of which is replaced. */
function replaceOne(
  text: string,
  draw: RandomState,
  pattern: RegExp,
  replace: (found: string) => string,
): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return `${text} `;
  const { 0: match, index } = pick(draw, found);
  return text.slice(0, index) + replace(match) + text.slice(index + match.length);
}

function flipBits(text: string, draw: RandomState): string {
  const bytes = Buffer.from(text);
  for (let left = 1 + nextIndex(draw, 4); left > 0; left -= 1) {
    const at = nextIndex(draw, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << nextIndex(draw, 8));
  }
  return bytes.toString('utf8');
}

const insert = (text: string, draw: RandomState): string => {
  const at = nextIndex(draw, text.length + 1);
  return text.slice(0, at) + pick(draw, SNIPPETS) + text.slice(at);
};

function cut(text: string, draw: RandomState): string {
  const from = nextIndex(draw, text.length);
  const length = pick(draw, [1, 2, 10, 100, 1_000]);
  return text.slice(0, from) + text.slice(from + length);
}

function repeat(text: string, draw: RandomState): string {
  const from = nextIndex(draw, text.length);
  const to = from + pick(draw, [1, 2, 10, 100, 1_000]);
  return text.slice(0, to) + text.slice(from, to) + text.slice(to);
}

/** Of a key that comes twice, JSON takes the last. */
function repeatKey(text: string, draw: RandomState): string {
  const entry = pick(draw, [
    ...[
      '"score":100',
      '"outcome":"recovered"',
      '"endTick":1',
      '"commands":[]',
      '"checkpoints":[]',
      '"seed":1',
    ],
    ...['"pauses":[]', '"format":1', '"format":2', '"mode":"student"', '"mode":"clinician"', '"level":{}'],
  ]);
  return nextIndex(draw, 2) === 0 ? text.replace(/^\{/, `{${entry},`) : text.replace(/\}\s*$/, `,${entry}}`);
}

const nest = (text: string, draw: RandomState): string => {
  const depth = pick(draw, [1, 5, 13, 1_000, 50_000]);
  const [open, close] = pick(draw, [['[', ']'] as const, ['{"a":', '}'] as const]);
  return replaceOne(text, draw, /\d+|"[^"]*"/g, (found) => open.repeat(depth) + found + close.repeat(depth));
};

/** A sign of a text in its other spelling, which is the same text. */
const spellOtherwise = (found: string): string =>
  found.replace(/[a-z0-9]/, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const TEXT_MUTATIONS: Readonly<Record<string, TextMutation>> = {
  flipBits,
  insert,
  cut,
  repeat,
  repeatKey,
  nest,
  digit: (text, draw) => replaceOne(text, draw, /\d/g, () => String(nextIndex(draw, 10))),
  number: (text, draw) => replaceOne(text, draw, /-?\d+(\.\d+)?/g, () => pick(draw, NUMBERS)),
  escape: (text, draw) => replaceOne(text, draw, /"[^"]+"/g, spellOtherwise),
  truncate: (text, draw) => text.slice(0, nextIndex(draw, text.length)),
  twice: (text, draw) => text + pick(draw, ['', '\n', ',']) + text,
  mark: (text, draw) =>
    pick(draw, ['\uFEFF', '\uFEFF\uFEFF', ' ', '\n', '\u00A0', '\u2028', '\u0000']) + text,
  spaces: (text, draw) => text.replaceAll(',', `,${' '.repeat(1 + nextIndex(draw, 3))}`),
  huge: (text, draw) => text + ' '.repeat(pick(draw, [10, 250_000, 262_145])),
  upper: (text) => text.toUpperCase(),
  wide: (text) => Buffer.from(text, 'utf16le').toString('latin1'),
};
