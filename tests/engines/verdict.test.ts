import { expect, test } from 'vitest';
import type { GoldenReport } from '../golden/goldenReport.ts';
import { countVerdicts, describeVerdicts, type EngineVerdict, judgeGolden } from './verdict.ts';

const kernels = [{ name: 'JavaScript', courses: 2, faults: [] }];
const good = { logs: 3, checkpoints: 30, ticks: 100, faults: [], kernels };

const passes = (report: GoldenReport, expected = 3) => judgeGolden(report, expected).map(({ ok }) => ok);

test('golden logs pass only when all that were expected were replayed and are the same', () => {
  expect(judgeGolden(good, 3)).toEqual([
    { ok: true, text: 'identical 3 of 3 logs (30 checkpoints)' },
    { ok: true, text: 'JavaScript kernel identical in 2 courses' },
  ]);
  expect(passes(good, 4)).toEqual([false, true]);
  expect(passes({ ...good, logs: 0, checkpoints: 0 }, 0)).toEqual([false, true]);
  expect(passes({ ...good, checkpoints: 0 })).toEqual([false, true]);
  const [parted] = judgeGolden({ ...good, faults: ['one: checkpoints: … at tick 240.'] }, 3);
  expect(parted?.ok).toBe(false);
  expect(parted?.text).toBe('identical 2 of 3 logs (30 checkpoints)\n    one: checkpoints: … at tick 240.');
});

test('a kernel passes only when it ran courses and all are the same', () => {
  const kernel = { name: 'WebAssembly', courses: 44, faults: ['one: the state differs on day 1'] };
  expect(passes({ ...good, kernels: [kernel] })).toEqual([true, false]);
  expect(passes({ ...good, kernels: [{ ...kernel, courses: 0, faults: [] }] })).toEqual([true, false]);
});

const tried: EngineVerdict = {
  name: 'One 1.0',
  skipped: null,
  checks: [
    { ok: true, text: 'identical 3 of 3 logs (30 checkpoints)' },
    { ok: false, text: 'waited 60 s for the menu' },
  ],
};
const notTried: EngineVerdict = { name: 'Two', skipped: 'no Two on this machine', checks: [] };

test('a skipped engine is neither passed nor failed, and is said aloud', () => {
  expect(countVerdicts([tried, notTried])).toEqual({
    passed: 1,
    failed: 1,
    skipped: ['Two SKIPPED (no Two on this machine)'],
  });
  expect(describeVerdicts([tried, notTried]).split('\n')).toEqual([
    'One 1.0: identical 3 of 3 logs (30 checkpoints); FAILED waited 60 s for the menu',
    'Two: SKIPPED (no Two on this machine)',
    '1 passed, 1 failed, 1 skipped',
  ]);
});
