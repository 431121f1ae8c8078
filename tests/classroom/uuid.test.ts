import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha1, uuidOf } from '../../src/classroom/uuid.ts';

const URL_SPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
const DNS_SPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('SHA-1', () => {
  it('is what Node computes, at every length around a block and for long texts', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (37 * index + length) % 256);
      expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(Buffer.from(sha1(bytes)).equals(createHash('sha1').update(bytes).digest())).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a UUID of a name', () => {
  it('is that of RFC 9562', () => {
    expect(uuidOf('www.example.com', DNS_SPACE)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('has its version and variant, and is another for another name', () => {
    const uuids = ['a', 'b', 'ä', ''].map((name) => uuidOf(name, URL_SPACE));
    expect(new Set(uuids).size).toBe(4);
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
