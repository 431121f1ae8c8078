import { expect, it } from 'vitest';
import { run } from '../support/commandLine.ts';

it('prints every threshold and the two branches', async () => {
  const { code, out } = await run('threshold', '--json');
  expect(code).toBe(0);
  const { thresholds, branches } = JSON.parse(out);
  expect(thresholds.map(({ trigger, id }: { trigger: string; id: string }) => `${trigger} ${id}`)).toEqual([
    'covid19 wI',
    'sepsis kpg',
  ]);
  for (const { back, lost } of thresholds) expect(lost).toBeGreaterThan(back);
  expect(branches.points[0].fromHealth).toBeLessThan(500);
  expect(branches.points.at(-1).fromHealth).toBeGreaterThan(500);
});

it('says the same in words', async () => {
  const { code, out } = await run('threshold');
  expect(code).toBe(0);
  expect(out).toMatch(/covid19, wI \(.*\): comes back at [\d.]+, does not at [\d.]+\./);
});

it('refuses what it does not know', async () => {
  const { code, err } = await run('threshold', '--loud');
  expect(code).toBe(2);
  expect(err).toMatch(/--loud/);
});
