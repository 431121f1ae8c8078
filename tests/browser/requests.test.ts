/** A whole game, with its sound, asks nobody but its own server, under a strict policy. */
import { expect, test } from 'vitest';
import { logToFragment } from '../../src/app/logLink.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { KNOWN_LOG } from '../support/knownLog.ts';
import { levelAddress, playToEnd, readClock, stepHours } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

/** Counts what the page's audio does. */
const COUNT_AUDIO = `
  window.audio = { contexts: 0, sources: 0, elements: 0 };
  const { AudioContext: Context, Audio: Element } = window;
  window.AudioContext = class extends Context { constructor(...given) { super(...given); audio.contexts += 1; } };
  window.Audio = class extends Element { constructor(...given) { super(...given); audio.elements += 1; } };
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...given) { audio.sources += 1; return start.apply(this, given); };`;

interface Audio {
  readonly contexts: number;
  readonly sources: number;
  readonly elements: number;
}

test('the policy allows no evaluated code and no inline script', async () => {
  const answer = await fetch(game.address());
  const policy = answer.headers.get('content-security-policy') ?? '';
  // WebAssembly may be compiled: the batch kernel of the debrief. JavaScript may not.
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|https?:/);
});

test('sound comes with the first gesture and from here, goes with one key, and nothing leaves', async () => {
  const { page, watch } = await game.open({
    size: 'landscape',
    at: levelAddress('student', '&speed=4'),
    settings: { muted: false },
    before: COUNT_AUDIO,
  });
  const audio = () => page.evaluate(() => (window as unknown as { audio: Audio }).audio);
  const isSound = (url: string): boolean => /\/sound\/|howler/.test(url);
  await page.getByRole('button', { name: 'Start' }).waitFor();
  await page.waitForTimeout(2000);
  expect(await audio()).toEqual({ contexts: 0, sources: 0, elements: 0 });
  expect(watch.requests.filter(isSound)).toEqual([]);

  await page.getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => watch.requests.filter(isSound).length).toBeGreaterThan(3);
  await expect.poll(async () => (await audio()).sources).toBeGreaterThan(2);

  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Sound off', pressed: true }).waitFor();
  await page.waitForTimeout(500);
  const { sources } = await audio();
  const clock = () => readClock(page);
  const before = await clock();
  await expect.poll(clock).not.toBe(before);
  await page.waitForTimeout(1500);
  expect((await audio()).sources).toBe(sources);

  await page.keyboard.press('m');
  await expect.poll(async () => (await audio()).sources).toBeGreaterThan(sources);
  await stepHours(page, 6);
  await playToEnd(page);
  expect(
    watch.requests.filter((url) => !url.startsWith(game.address()) && !/^(blob|data):/.test(url)),
  ).toEqual([]);
});

test('a replay that a link opens is silent until the first gesture', async () => {
  const link = logToFragment(JSON.parse(KNOWN_LOG) as DecisionLog);
  const { page, watch } = await game.open({
    size: 'landscape',
    at: `#${link}`,
    settings: { muted: false },
    before: COUNT_AUDIO,
  });
  const clock = () => readClock(page);
  const first = await clock();
  await expect.poll(clock).not.toBe(first);
  expect(await page.evaluate(() => (window as unknown as { audio: Audio }).audio.contexts)).toBe(0);
  expect(watch.requests.filter((url) => /\/sound\/|howler/.test(url))).toEqual([]);
});
