import { describe, expect, test } from 'vitest';
import { findBanned } from './bannedFunctions.ts';
import { parseSource, readSources } from './sources.ts';

const SEALED = ['src/math', 'src/model', 'src/engine', 'src/analysis'];

describe('the sealed floors', () => {
  const sources = readSources(...SEALED);

  test('are all read', () => {
    expect(sources.length).toBeGreaterThan(20);
    for (const floor of ['src/math', 'src/model', 'src/engine']) {
      expect(sources.some(({ path }) => path.startsWith(floor))).toBe(true);
    }
  });

  test('use nothing that differs from machine to machine', () => {
    expect(findBanned(sources)).toEqual([]);
  });
});

describe('a banned use is found', () => {
  test.each([
    ['const y = Math.exp(x);', 'Math.exp'],
    ['const y = Math.pow(x, 2);', 'Math.pow'],
    ['const y = Math.random();', 'Math.random'],
    ['const y = Math.sin(x);', 'Math.sin'],
    ['const y = Math.round(x);', 'Math.round'],
    ['const y = Math.imul(x, 3);', 'Math.imul'],
    ['const { exp } = Math;', 'Math may only be used as Math.name'],
    ["const y = Math['exp'](x);", 'Math may only be used as Math.name'],
    ['const y = x ** 2;', '**'],
    ['x **= 2;', '**'],
    ['const y = new Date();', 'Date'],
    ['const y = Date.now();', 'Date'],
    ['const y = performance.now();', 'performance'],
    ['const y = crypto.randomUUID();', 'crypto'],
    ['setTimeout(f, 1);', 'setTimeout'],
    ["const y = await fetch('/levels');", 'fetch'],
    ["const y = new Function('return 1')();", 'Function'],
    ['const y = globalThis.Math;', 'globalThis'],
    ['const y = process.env.SEED;', 'process'],
    ['const y = document.title;', 'document'],
    ['const y = window.name;', 'window'],
    ['const y = import.meta.url;', 'import.meta'],
    ["const y = await import('./other.ts');", 'import()'],
    ['const y = a.localeCompare(b);', 'localeCompare'],
  ])('%s', (text, what) => {
    expect(findBanned([parseSource('src/engine/step.ts', text)])).toEqual([`src/engine/step.ts:1 ${what}`]);
  });

  test('and what is allowed is not', () => {
    const text = `
      const y = Math.sqrt(Math.abs(x)) + Math.min(a, Math.max(b, Math.floor(c))) + Math.trunc(d) * Math.sign(e);
      const values = { Date: 1, process: 2 };
      const z = values.Date + list.entries().next().value;
      const names = Object.keys(values).sort();
    `;
    expect(findBanned([parseSource('src/engine/step.ts', text)])).toEqual([]);
  });

  test('whole-number operations belong to math alone', () => {
    const text = 'const y = Math.imul(a, b) + Math.clz32(c);';
    expect(findBanned([parseSource('src/math/random.ts', text)])).toEqual([]);
    expect(findBanned([parseSource('src/model/course.ts', text)])).toHaveLength(2);
  });
});
