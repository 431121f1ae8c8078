import { expect, test } from 'vitest';
import { countVerdicts, describeVerdicts, type EngineVerdict, judgeGolden } from './verdict.ts';

const good = { logs: 3, checkpoints: 30, ticks: 100, faults: [] };

test('golden logs pass only when all that were expected were replayed and are the same', () => {
  expect(judgeGolden(good, 3)).toEqual({ ok: true, text: 'identical 3 of 3 logs (30 checkpoints)' });
  expect(judgeGolden(good, 4).ok).toBe(false);
  expect(judgeGolden({ ...good, logs: 0, checkpoints: 0 }, 0).ok).toBe(false);
  expect(judgeGolden({ ...good, checkpoints: 0 }, 3).ok).toBe(false);
  const parted = judgeGolden({ ...good, faults: ['one: checkpoints: … at tick 240.'] }, 3);
  expect(parted.ok).toBe(false);
  expect(parted.text).toContain('identical 2 of 3 logs');
  expect(parted.text).toContain('at tick 240');
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
