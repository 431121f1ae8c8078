/** The page about the model: reached by keyboard, by address and from a running game, which it must not lose. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { AXE, findBarriers } from '../support/axe.ts';
import { findMisplaced } from '../support/misplaced.ts';
import {
  focusedName,
  levelAddress,
  readClock,
  settle,
  startPaused,
  stepHours,
  tabTo,
} from '../support/pagePlay.ts';
import { type SizeName, serveGame } from '../support/servedGame.ts';

const game = serveGame();

/** What a fingertip needs. */
const FINGER = 44;

interface Results {
  readonly rows: readonly { readonly what: string; readonly color: string }[];
}
const RESULTS = JSON.parse(
  readFileSync(new URL('../../evidence/results.json', import.meta.url), 'utf8'),
) as Results;

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
const opened = (page: Page) => page.locator('.model-body').waitFor();
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('is opened from the menu by keyboard, searched, and left again', async () => {
  const { page } = await game.open();
  await tabTo(page, /^The model/);
  await page.keyboard.press('Enter');
  await opened(page);
  await expect.poll(() => focusedName(page)).toBe('The model behind the game');
  await expect.poll(() => page.title()).toBe('The model · Stormward');
  await tabTo(page, /^Look up a name or a symbol/);
  await page.keyboard.type('il-6');
  await tabTo(page, /^Interleukin-6 /, 5);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedId(page)).toBe('model-IL6');
  expect(await page.evaluate(() => location.hash)).toBe('#model/IL6');
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  await page.goForward();
  await opened(page);
  await page.getByRole('button', { name: 'Back to the menu' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
});

test.each(['#model/IL6', '?page=model#IL6'])('%s opens at the equation of IL-6', async (at) => {
  const { page } = await game.open({ at });
  await opened(page);
  await expect.poll(() => focusedId(page)).toBe('model-IL6');
  const equation = page.locator('article', { has: page.locator('#model-IL6') });
  expect(await equation.locator('.equation math mfrac').count()).toBeGreaterThan(0);
  await equation.getByText(/^What its \d+ symbols mean$/).click();
  const table = equation.getByRole('table');
  expect(await table.getByRole('row').count()).toBeGreaterThan(5);
  expect(await table.textContent()).toMatch(/published|this model/);
});

test('a place that does not exist opens the page at its top', async () => {
  const { page } = await game.open({ at: '#model/nothing' });
  await opened(page);
  await settle(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('shows every row of the evidence, the red ones first and as red', async () => {
  const { page } = await game.open({ at: '#model' });
  await opened(page);
  const rows = page.locator('.evidence-table tbody tr');
  expect(await rows.count()).toBe(RESULTS.rows.length);
  const reds = RESULTS.rows.filter(({ color }) => color === 'red');
  expect(await page.locator('.evidence-red .color-word').allTextContents()).toEqual(reds.map(() => 'red'));
  for (const [index, { what }] of reds.entries())
    expect(await rows.nth(index).getByRole('rowheader').textContent()).toContain(what);
  await section(page, 'Against published data').getByText('green', { exact: true }).first().click();
  const greens = RESULTS.rows.filter(({ color }) => color === 'green');
  await expect.poll(() => rows.count()).toBe(greens.length);
});

test('filters the parameters by text and origin', async () => {
  const { page } = await game.open({ at: '#model' });
  await opened(page);
  const part = section(page, 'Every parameter');
  const rows = part.getByRole('table').locator('tbody tr');
  const all = await rows.count();
  await part.getByRole('combobox', { name: 'Origin' }).selectOption({ label: 'unconfirmed' });
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const unconfirmed = await rows.count();
  expect(await part.getByText('unconfirmed', { exact: true }).count()).toBeGreaterThanOrEqual(unconfirmed);
  await part.getByRole('searchbox').fill('phlogiston');
  await expect.poll(() => rows.count()).toBe(0);
});

test('gives the model as SBML and as a COMBINE archive, and the evidence as data', async () => {
  const { page } = await game.open({ at: '#model/part-downloads' });
  await opened(page);
  const save = async (name: string) => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const sbml = await save('Save COVID-19 as SBML');
  expect(sbml.name).toBe('stormward-covid19.xml');
  expect(sbml.bytes.toString()).toContain('<sbml');
  const archive = await save('Save COVID-19 as a COMBINE archive');
  expect(archive.name).toBe('stormward-covid19.omex');
  const files = unzipSync(new Uint8Array(archive.bytes));
  expect(Object.keys(files)).toContain('manifest.xml');
  expect(Buffer.from(files['model.xml'] ?? []).toString()).toBe(sbml.bytes.toString());
  const evidence = await save('The table against published data, as JSON');
  expect(JSON.parse(evidence.bytes.toString())).toEqual(RESULTS);
});

test('a picture is drawn when it is asked for, with a title and words', async () => {
  const { page } = await game.open({ at: '#model' });
  await opened(page);
  await page.getByText('Picture: endotoxin in volunteers, model and data').click();
  await page.locator('.drawing svg title').waitFor({ state: 'attached' });
  const box = await page.locator('.drawing svg').boundingBox();
  expect(box?.width).toBeGreaterThan(500);
  expect((await page.locator('figcaption').textContent())?.length).toBeGreaterThan(20);
});

test('a running game is paused, kept, and gone on with', async () => {
  const { page } = await game.open({ at: levelAddress() });
  await startPaused(page);
  await stepHours(page, 30);
  const clock = await readClock(page);
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  for (const [button, place] of [
    [/^Mean arterial pressure/, 'MAP'],
    [/^Lungs: /, 'sofaLungs'],
    [/^Interleukin 6 /, 'IL6'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await page.locator('.explanation:focus').waitFor();
    await page.getByRole('link', { name: /^In the model/ }).press('Enter');
    await expect.poll(() => focusedId(page)).toBe(`model-${place}`);
    await page.getByRole('button', { name: 'Back to the game' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  }
  const later = await readClock(page);
  expect(later >= clock, `${clock} ${later}`).toBe(true);
  await page.waitForTimeout(500);
  expect(await readClock(page)).toBe(later);
  await page.goBack();
  await opened(page);
  await page.goForward();
  await expect.poll(() => readClock(page)).toBe(later);
});

test.each(['desk', 'portrait'] as SizeName[])(
  '%s: nothing in it is a barrier or out of place',
  async (size) => {
    const { page } = await game.open({ size, at: '#model/IL6', before: AXE });
    await opened(page);
    await expect.poll(() => focusedId(page)).toBe('model-IL6');
    await page.locator('#model-IL6 ~ .symbols summary').click();
    const faults: string[] = [];
    for (const theme of ['night', 'projector']) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      await settle(page);
      faults.push(...(await findBarriers(page)).map((barrier) => `${theme}: ${barrier}`));
    }
    faults.push(...(await findMisplaced(page, { smallest: size === 'portrait' ? FINGER : 0 })));
    expect(faults).toEqual([]);
  },
);
