import { describe, expect, it } from 'vitest';
import { readUrlParameters } from '../../src/app/urlParameters.ts';

const read = (search: string) => readUrlParameters(search, (id) => id === 'the-quiet-doubling');

describe('the parameters of an address', () => {
  it('are read', () => {
    expect(
      read('?level=the-quiet-doubling&seed=4294967295&speed=0.5&mode=clinician&page=model&debug'),
    ).toEqual({
      level: 'the-quiet-doubling',
      seed: 4294967295,
      speed: 0.5,
      mode: 'clinician',
      page: 'model',
      debug: true,
      refused: [],
    });
  });

  it('are absent without complaint, and strangers are ignored', () => {
    expect(read('?utm_source=mail')).toEqual({
      level: null,
      seed: null,
      speed: null,
      mode: null,
      page: null,
      debug: false,
      refused: [],
    });
  });

  it.each([
    ['level', 'nowhere'],
    ['level', '../secret'],
    ['seed', '-1'],
    ['seed', '4294967296'],
    ['seed', '1e3'],
    ['seed', ''],
    ['speed', '3'],
    ['speed', 'NaN'],
    ['mode', 'god'],
    ['page', 'nowhere'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(read(`?${name}=${encodeURIComponent(value)}`)).toMatchObject({
      [name]: null,
      refused: [{ name, value }],
    });
  });

  it('repeats no more than a piece of a long value', () => {
    expect(read(`?mode=${'x'.repeat(5000)}`).refused[0]?.value).toHaveLength(24);
  });
});
