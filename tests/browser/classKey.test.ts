import { expect, test } from 'vitest';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();
const KEY = `t_${'aB-_9'.repeat(8)}xyz`;
/** There is no such room here, which the server says. */
const NO_ROOM = /404/;

test("a teacher's key is in the address for no moment longer than it takes to read it", async () => {
  const { page } = await game.open({ expected: NO_ROOM });
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, `#class/room/KQ7ZDW/${KEY}`);
  await expect.poll(() => page.url()).toBe(`${game.address()}#class/room/KQ7ZDW`);
  await page.goBack();
  await expect.poll(() => page.url()).toBe(`${game.address()}#menu`);
  await page.goForward();
  await expect.poll(() => page.url()).toBe(`${game.address()}#class/room/KQ7ZDW`);
});

test('a page that is opened by the secret link does not show it', async () => {
  const { page } = await game.open({ at: `#class/room/KQ7ZDW/${KEY}`, expected: NO_ROOM });
  await expect.poll(() => page.url()).toBe(`${game.address()}#class/room/KQ7ZDW`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.reload();
  await expect.poll(() => page.url()).toBe(`${game.address()}#class/room/KQ7ZDW`);
});
