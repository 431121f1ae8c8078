import fc from 'fast-check';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzipLogs, ZIP_LIMITS } from '../../../src/app/classroom/unzipLogs.ts';

const zip = (files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 9 = 9): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
    { level },
  );

const problemOf = (bytes: Uint8Array): string => {
  const reading = unzipLogs(bytes);
  return reading.ok ? `${reading.logs.length} logs` : reading.problem;
};

/** A local header whose sizes are what it says, whatever follows. */
function entry(name: string, packed: Uint8Array, says: number): Uint8Array {
  const path = strToU8(name);
  const bytes = new Uint8Array(30 + path.length + packed.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(8, 8, true);
  view.setUint32(18, packed.length, true);
  view.setUint32(22, says, true);
  view.setUint16(26, path.length, true);
  bytes.set(path, 30);
  bytes.set(packed, 30 + path.length);
  return bytes;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe('a zip from outside', () => {
  it.each([0, 9] as const)('gives its JSON files in their order, packed at level %d', (level) => {
    const files = { 'logs/b.json': '{"b":1}', 'a.JSON': '"ä"', 'README.txt': 'x', 'class.csv': '1,2' };
    expect(unzipLogs(zip({ ...files, '__MACOSX/._b.json': 'x', '.hidden.json': 'x' }, level))).toEqual({
      ok: true,
      logs: [
        { path: 'logs/b.json', text: '{"b":1}' },
        { path: 'a.JSON', text: '"ä"' },
      ],
    });
  });

  it('is refused when it is none, holds no logs, or is encrypted', () => {
    expect(problemOf(strToU8('hello'))).toBe('broken');
    expect(problemOf(new Uint8Array())).toBe('broken');
    expect(problemOf(zip({}))).toBe('empty');
    expect(problemOf(zip({ 'a.txt': 'x' }))).toBe('empty');
    const locked = zip({ 'a.json': 'x' });
    locked[6] = (locked[6] as number) | 1;
    expect(problemOf(locked)).toBe('locked');
  });

  it('is refused when a log in it is larger than any log', () => {
    expect(problemOf(zip({ 'a.json': ' '.repeat(ZIP_LIMITS.logBytes) }))).toBe('1 logs');
    expect(problemOf(zip({ 'a.json': ' '.repeat(ZIP_LIMITS.logBytes + 1) }))).toBe('bomb');
  });

  it('is refused when it unpacks to far more than it says', () => {
    const much = deflateSync(new Uint8Array(20_000_000), { level: 9 });
    expect(problemOf(entry('a.json', much, 10))).toBe('bomb');
  });

  it('is refused when many small files become a lot, before the most of it is unpacked', () => {
    const blank = deflateSync(new Uint8Array(ZIP_LIMITS.logBytes), { level: 9 });
    const entries = Array.from({ length: 300 }, (_, index) => entry(`${index}.json`, blank, 10));
    expect(problemOf(joined(...entries))).toBe('bomb');
  });

  it('is refused when it holds more files than any class, or is larger', () => {
    const names = Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, index) => [`${index}.txt`, '']);
    expect(problemOf(zip(Object.fromEntries(names), 0))).toBe('tooMany');
    expect(problemOf(new Uint8Array(ZIP_LIMITS.bytes + 1))).toBe('tooLarge');
  });

  it('is not unpacked within itself', () => {
    expect(problemOf(zip({ 'inner.zip': zip({ 'a.json': '{}' }) }))).toBe('empty');
  });

  it('never throws, wherever it is cut off or changed', () => {
    const whole = zip({ 'a.json': '{"a":1}'.repeat(50), 'b.json': '{"b":2}'.repeat(50) });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (cut, at, value) => {
        const changed = whole.slice();
        changed[at] = value;
        if (cut < whole.length) expect(problemOf(whole.slice(0, cut))).toBe('broken');
        expect(problemOf(changed)).toMatch(/^([12] logs|[a-z]+)$/i);
      }),
      { numRuns: 300 },
    );
  });
});
