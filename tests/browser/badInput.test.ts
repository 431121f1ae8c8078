/** What a page can be given that it must refuse: one sentence that names the field, and the game untouched. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { logToFragment } from '../../src/app/logLink.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { MODEL_VERSION } from '../../src/model/version.ts';
import { dropText } from '../support/dropFile.ts';
import { KNOWN_LOG } from '../support/knownLog.ts';
import { levelAddress, readMoment, startPaused, stepHours } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const game = serveGame();

type Loose = Record<string, unknown>;

/** The known log with some of its fields replaced. */
function edited(change: Loose): string {
  return JSON.stringify({ ...(JSON.parse(KNOWN_LOG) as Loose), ...change });
}

const known = JSON.parse(KNOWN_LOG) as DecisionLog;
const [first, second, ...others] = known.commands;
if (!first || !second) throw new Error('The known log has too few commands for these tests.');
const laterSecond = [first, { ...second, tick: second.tick + 1 }, ...others];
const wait = { tick: 0, command: { type: 'lab', test: 'IL6' } };
/** The first checkpoint after the second command was moved. */
const parted = known.checkpoints.find(({ tick }) => tick > second.tick)?.tick;
/** True of no log that is as it was saved. */
const otherScore = known.score - 1;
const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;

/** Name, text, and the sentence's words that name the field. */
const BAD: readonly (readonly [string, string, RegExp])[] = [
  ['nothing', '', /file: it is empty/],
  ['no JSON', '{"format":1,', /file: it is not JSON/],
  ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', /file: it is not JSON/],
  ['no object', '[]', /file: a list stands where an object belongs/],
  ['too large', `{"a":"${'x'.repeat(300_000)}"}`, /larger than 256 kB/],
  ['deep nesting', deep, /file: its brackets go deeper/],
  ['deep nesting in a field', KNOWN_LOG.replace('"seed":1', `"seed":${deep}`), /brackets go deeper/],
  ['another format', edited({ format: 99 }), /format: .*99/],
  [
    'a game of an earlier version of the model',
    readFileSync(new URL('../fixtures/logs/model-1.0.0.json', import.meta.url), 'utf8'),
    new RegExp(`model\\.version: .* version 1\\.0\\.0 .* ${MODEL_VERSION}\\.`),
  ],
  ['other equations', edited({ model: { ...known.model, hash: '0123456789abcdef' } }), /model\.hash: /],
  ['an unknown level', edited({ level: { ...known.level, id: 'nowhere' } }), /level\.id .*nowhere/],
  [
    'a script in a name',
    edited({ level: { ...known.level, id: '<img src=x onerror=alert(1)>' } }),
    /level\.id: /,
  ],
  [
    'an unknown field',
    edited({ '<script>alert(1)</script>': 1 }),
    /<script>alert\(1\)<\/script>: there is no such field/,
  ],
  ['a billion commands in name', edited({ commands: { length: 1e9 } }), /commands: /],
  [
    'more commands than any game',
    edited({ commands: Array.from({ length: 5001 }, () => wait) }),
    /commands: it is longer/,
  ],
  ['the billionth tick', edited({ endTick: 1e9 }), /endTick: .*1000000000/],
  ['NaN', KNOWN_LOG.replace('"seed":1', '"seed":NaN'), /file: it is not JSON/],
  ['infinity', KNOWN_LOG.replace('"seed":1', '"seed":1e999'), /seed: /],
  ['a negative tick', edited({ commands: [{ ...first, tick: -1 }] }), /commands\[0\]\.tick: -1/],
  [
    'a prototype key',
    KNOWN_LOG.replace('"format":1', '"format":1,"__proto__":{"polluted":true}'),
    /__proto__: /,
  ],
  [
    'a constructor key',
    KNOWN_LOG.replace('"seed":1', '"seed":{"constructor":{"prototype":{}}}'),
    /constructor: /,
  ],
  ['a moved decision', edited({ commands: laterSecond }), new RegExp(`checkpoints: .* at tick ${parted}\\b`)],
  [
    'another score',
    edited({ score: otherScore }),
    new RegExp(`score: .* scores ${known.score}, not ${otherScore}`),
  ],
  ['another outcome', edited({ outcome: 'organFailure' }), /outcome: /],
  [
    'a treatment nobody has',
    edited({ commands: [{ tick: 0, command: { type: 'order', treatment: 'leeches', regimen: 'all' } }] }),
    /commands\[0\]\.command\.treatment: /,
  ],
  ['a checkpoint less', edited({ checkpoints: known.checkpoints.slice(1) }), /checkpoints: /],
];

/** The sentence that stands over the page. */
async function sentence(page: Page): Promise<string> {
  const alert = page.locator('.notice-place[role="alert"] p');
  await alert.waitFor();
  return ((await alert.textContent()) ?? '').trim();
}

/** What is wrong with a sentence that should name a field, or null. */
function faultOf(said: string, words: RegExp): string | null {
  const isPlain = said.length < 220 && !/undefined|\[object|\{\{|\n| at .*\.js/.test(said);
  return words.test(said) && isPlain ? null : said;
}

test('every bad file is refused in one sentence that names the field, and the paused game stays', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress('student', '&debug') });
  await startPaused(page);
  await page.keyboard.press('1');
  await page.getByRole('dialog').getByRole('button', { name: /^Give/ }).click();
  await stepHours(page, 7);
  const before = await readMoment(page);
  expect(before.tick).toBeGreaterThanOrEqual(140);
  const faults: string[] = [];
  for (const [name, text, words] of BAD) {
    await dropText(page, `${name}.json`, text);
    const fault = faultOf(await sentence(page), words);
    if (fault !== null) faults.push(`${name}: ${fault}`);
    await page.getByRole('button', { name: 'Dismiss the message' }).click();
  }
  expect(faults).toEqual([]);
  expect(await page.locator('.notice-place img, .notice-place script').count()).toBe(0);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  expect(await readMoment(page)).toEqual(before);
  await page.keyboard.press('ArrowRight');
  expect((await readMoment(page)).tick).toBe(before.tick + 20);
});

test('a bad file does not stop a game that runs', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress('clinician', '&debug') });
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await dropText(page, 'bad.json', '{');
  expect(faultOf(await sentence(page), /not JSON/)).toBeNull();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  const { tick } = await readMoment(page);
  expect((await readMoment(page)).tick).toBeGreaterThan(tick);
});

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const BAD_LINKS: readonly (readonly [string, string, RegExp])[] = [
  ['empty', '#log=', /#log=/],
  ['other letters', '#log=<script>alert(1)</script>', /#log=.* letters/],
  ['cut off', `#${logToFragment(known).slice(0, -40)}`, /#log=/],
  [
    'a bomb',
    `#log=${base64url(deflateSync(new Uint8Array(64 * 1024 * 1024), { level: 9 }))}`,
    /#log=.* 256 kB/,
  ],
  ['longer than any game', `#log=${'A'.repeat(200_000)}`, /#log=.* longer/],
  ['edited', `#${logToFragment({ ...known, score: otherScore })}`, /score: /],
];

test.each(BAD_LINKS)('a link that is %s is refused on a fresh page', async (_name, link, words) => {
  const { page } = await game.open({ size: 'landscape', at: link });
  expect(faultOf(await sentence(page), words)).toBeNull();
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
});

test('no bad link touches the game on the screen', async () => {
  const { page } = await game.open({ size: 'landscape', at: levelAddress('student', '&debug') });
  await startPaused(page);
  await stepHours(page, 3);
  const before = await readMoment(page);
  for (const [, link, words] of BAD_LINKS) {
    await page.goto(`${game.address()}${levelAddress('student', '&debug')}${link}`);
    expect(faultOf(await sentence(page), words)).toBeNull();
    expect(page.url()).toMatch(/#play$/);
    await page.getByRole('button', { name: 'Dismiss the message' }).click();
  }
  expect(await readMoment(page)).toEqual(before);
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
});

test.each([
  ['level=<b>x</b>', /level = <b>x<\/b>/],
  ['seed=-1', /seed = -1/],
  ['seed=1e9', /seed = 1e9/],
  ['speed=1000', /speed = 1000/],
  ['mode=god', /mode = god/],
])('an address that asks for %s gets the menu and a sentence', async (query, words) => {
  const { page } = await game.open({ size: 'landscape', at: `?${query}` });
  expect(faultOf(await sentence(page), words)).toBeNull();
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
});
