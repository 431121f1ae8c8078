import { expect, test } from 'vitest';
import { createLine } from '../../../src/server/store/line.ts';

test('so many are inside, the rest in order, and one that fails gives its place on', async () => {
  const inLine = createLine(2);
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const visit = (number: number) =>
    inLine(async () => {
      began.push(number);
      await new Promise<void>((end) => ends.push(end));
      if (number === 1) throw new Error('no');
      return number;
    });
  const visits = [0, 1, 2, 3].map(visit);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect(began).toEqual([0, 1]);
  ends[1]?.();
  await expect(visits[1]).rejects.toThrow('no');
  await turn();
  expect(began).toEqual([0, 1, 2]);
  const late = visit(4);
  ends[0]?.();
  await turn();
  expect(began).toEqual([0, 1, 2, 3]);
  for (const end of ends) end();
  await turn();
  for (const end of ends) end();
  expect(await Promise.all([visits[0], visits[2], visits[3], late])).toEqual([0, 2, 3, 4]);
  expect(await inLine(async () => 'free again')).toBe('free again');
});
