import { expect, test } from 'vitest';
import { javascriptKernel } from '../../src/analysis/cohortKernel.ts';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import kept from './cohort.json' with { type: 'json' };
import { compareCohorts, runGoldenCohort } from './cohort.ts';
import { TEST_LEVELS } from './testLevels.ts';

test.each([
  ['JavaScript', () => javascriptKernel],
  ['WebAssembly', createNodeKernel],
])('the %s kernel gives every patient the course that was kept', (_name, createKernel) => {
  expect(compareCohorts(kept, runGoldenCohort(createKernel()))).toEqual([]);
});

test('there is a course of each patient, and no two are the same', () => {
  expect(Object.keys(kept)).toEqual(TEST_LEVELS.map(({ id }) => id));
  const ends = Object.values(kept).map((hashes) => hashes.at(-1));
  expect(new Set(ends).size).toBe(TEST_LEVELS.length);
  for (const hashes of Object.values(kept)) expect(new Set(hashes).size).toBe(9);
});

test('another bit, a lost day and a lost patient are found', () => {
  const one = { first: ['a', 'b', 'c'], second: ['d'] };
  expect(compareCohorts(one, one)).toEqual([]);
  expect(compareCohorts(one, { ...one, first: ['a', 'x', 'y'] })).toEqual([
    'first: the state differs on day 1',
  ]);
  expect(compareCohorts(one, { ...one, first: ['a', 'b'] })).toEqual(['first: the state differs on day 2']);
  expect(compareCohorts(one, { first: one.first })).toEqual(['second: the state differs on day 0']);
});
