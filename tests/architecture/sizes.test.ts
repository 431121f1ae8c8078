import { expect, test } from 'vitest';
import { findOversized, MOST_LINES_OF_FILE, MOST_LINES_OF_FUNCTION } from './sizes.ts';
import { parseSource, readSources } from './sources.ts';

const lines = (count: number) => 'use(1);\n'.repeat(count);
const functionOf = (count: number) => `function work() {\n${lines(count - 2)}}\n`;

test('files and functions stay within their limits', () => {
  expect(findOversized(readSources('src', 'scripts', 'tests'))).toEqual([]);
});

test('a long file and a long function are found', () => {
  const find = (text: string, path = 'src/engine/step.ts') => findOversized([parseSource(path, text)]);
  expect(find(lines(MOST_LINES_OF_FILE))).toEqual([]);
  expect(find(lines(MOST_LINES_OF_FILE + 1))).toEqual(['src/engine/step.ts: 401 lines']);
  expect(find(functionOf(MOST_LINES_OF_FUNCTION))).toEqual([]);
  expect(find(functionOf(MOST_LINES_OF_FUNCTION + 1))).toEqual([
    'src/engine/step.ts:1: function of 61 lines',
  ]);
  expect(find(`const f = () => {\n${lines(60)}};`)).toHaveLength(1);
  expect(find(`class A {\n  m() {\n${lines(60)}}\n}`)).toHaveLength(1);
});

test('lists of equations may be longer', () => {
  expect(findOversized([parseSource('src/model/generated/system.ts', functionOf(500))])).toEqual([]);
});
