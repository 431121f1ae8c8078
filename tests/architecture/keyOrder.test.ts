import { expect, test } from 'vitest';
import { findKeyOrder } from './keyOrder.ts';
import { parseSource, readSources } from './sources.ts';

const find = (text: string) => findKeyOrder([parseSource('src/engine/step.ts', text)]);

test('no step of the game depends on the order of keys', () => {
  expect(findKeyOrder(readSources('src/math', 'src/model', 'src/engine'))).toEqual([]);
});

test.each([
  'for (const key in object) use(key);',
  'for (const key of Object.keys(object)) use(key);',
  'for (const [key] of Object.entries(object)) use(key);',
  'const sum = Object.values(object).reduce(add);',
  'const list = [...new Set(names)];',
  'const byTick = new Map(pairs); for (const pair of byTick) use(pair);',
  'const byTick = new Map(pairs); const list = [...byTick];',
  'const byTick = new Map(pairs); byTick.forEach(use);',
  'const byTick = new Map(pairs); const first = byTick.values().next();',
  'const byTick = new Map(pairs); use(byTick);',
  'function go(names: ReadonlySet<string>) { for (const name of names) use(name); }',
  'interface State { readonly running: Map<string, number> }',
])('%s', (text) => {
  expect(find(text)).toHaveLength(1);
});

test('looking up and sorting are fine', () => {
  expect(find('const byTick = new Map<number, string>(); byTick.set(1, a); use(byTick.get(1));')).toEqual([]);
  expect(find('const known = new Set(names); use(known.has(a), known.size);')).toEqual([]);
  expect(find('const names = Object.keys(object).filter(isOwn).sort();')).toEqual([]);
  expect(find('for (const [index, item] of list.entries()) use(index, item);')).toEqual([]);
});
