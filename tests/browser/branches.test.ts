/** A replay compared and taken over, and the tree that grows from it, by keyboard alone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BranchTree } from '../../src/app/branches/types.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { AXE, findBarriers } from '../support/axe.ts';
import { dropFile } from '../support/dropFile.ts';
import { KNOWN_LOG } from '../support/knownLog.ts';
import { focusedName, playToEnd, readClock, settle, stepHours, tabTo } from '../support/pagePlay.ts';
import { SIZES, type SizeName, serveGame } from '../support/servedGame.ts';

const game = serveGame();
const folder = mkdtempSync(join(tmpdir(), 'stormward-branches-'));
const logFile = join(folder, 'log.json');
const treeFile = join(folder, 'tree.json');
const known = JSON.parse(KNOWN_LOG) as DecisionLog;

beforeAll(() => writeFileSync(logFile, KNOWN_LOG));
afterAll(() => rmSync(folder, { recursive: true }));

/** From the menu into the paused replay, with keys and the system's dialog. */
async function watchByKeyboard(page: Page): Promise<void> {
  const choosing = page.waitForEvent('filechooser', { timeout: 60_000 });
  await tabTo(page, /^Open a log/);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(logFile);
  await page.getByRole('button', { name: 'Leave the replay' }).waitFor();
  await page.locator('h1:focus').waitFor();
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await page.keyboard.press('Home');
  await expect.poll(() => readClock(page)).toMatch(/^0 ?00:00$/);
}

const decision = (page: Page) => page.locator('.replay-decision [role="status"]').textContent();
const ghostPaths = (page: Page) => page.locator('.ghost-trail').count();
const rows = (page: Page) => page.getByRole('treeitem').allTextContents();

async function compareByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.getByRole('heading', { name: 'Compare' }).waitFor();
  await page.getByRole('button', { name: 'The body alone' }).waitFor();
  await tabTo(page, /^The body alone$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => ghostPaths(page)).toBe(1);
  // A list is called by what it offers here.
  await tabTo(page, /^none/);
  await page.keyboard.press('ArrowDown');
  await page.locator('.beside-table').waitFor();
  expect(await page.locator('.beside-table thead').textContent()).toContain('The body alone');
  expect(await page.locator('.beside-table tbody tr').count()).toBeGreaterThan(12);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Compare' }).waitFor({ state: 'detached' });
}

async function orderByDigit(page: Page, digit: string, action: RegExp): Promise<void> {
  await page.keyboard.press(digit);
  await page.locator('[role="dialog"]:focus-within').waitFor();
  await tabTo(page, action, 8);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** From the end of the game to its tree. */
async function openTreeByKeyboard(page: Page): Promise<void> {
  await tabTo(page, /^Menu$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  await tabTo(page, /^Branches$/);
  await page.keyboard.press('Enter');
  await page.getByRole('tree').waitFor();
}

test('a replay is stepped through, compared and taken over; its tree is walked, named, saved, removed and opened again', async () => {
  const { page } = await game.open({ at: '?seed=1' });
  await watchByKeyboard(page);

  await page.keyboard.press('n');
  await expect.poll(() => decision(page)).toMatch(/^Now decision 2 of 7: Dexamethasone/);
  await page.keyboard.press('End');
  await expect.poll(() => decision(page)).toMatch(/^After decision 7 of 7/);
  await page.keyboard.press('p');
  await expect.poll(() => decision(page)).toMatch(/^Now decision 7 of 7/);
  expect(await page.locator('.replay-score').textContent()).toBe(`Score ${known.score}`);

  await compareByKeyboard(page);

  await page.keyboard.press('Home');
  await stepHours(page, 21);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => readClock(page)).toMatch(/20:00$/);
  await page.keyboard.press('o');
  await page.locator('.branch-chip-now').waitFor();
  await page.locator('h1:focus').waitFor();
  expect(await page.locator('.branch-chip-now').textContent()).toBe(
    'Branch of “First game” from day 0, 20:00',
  );
  expect(await readClock(page)).toMatch(/20:00$/);
  await orderByDigit(page, '3', /^High dose/);
  await playToEnd(page);

  await openTreeByKeyboard(page);
  expect(await page.getByRole('treeitem').count()).toBe(2);
  const [, branch] = await page.getByRole('treeitem').all();
  expect(await branch?.textContent()).toMatch(
    /^From day 0, 20:00\. Leaves “First game” on day 0, 20:00\. .*\. Score \d+$/,
  );
  expect(await branch?.getAttribute('aria-level')).toBe('2');

  await tabTo(page, /^From day 0, 20:00/);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => focusedName(page)).toMatch(/^First game\. The first game of this tree\./);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Name of the branch/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('High dose early');
  await page.keyboard.press('Enter');
  await page.getByText('Renamed.').waitFor();
  await expect.poll(() => rows(page)).toContainEqual(expect.stringContaining('High dose early'));

  await page.reload();
  await page.getByRole('tree').waitFor();
  const kept = await rows(page);
  expect(kept.join()).toContain('High dose early');

  await tabTo(page, /^Save the tree$/);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('stormward-tree-the-quiet-doubling.json');
  await download.saveAs(treeFile);

  await tabTo(page, /^First game|^High dose early/);
  await page.keyboard.press('Home');
  await tabTo(page, /^Remove the tree$/);
  await page.keyboard.press('Enter');
  await page.getByText('One game that hangs on it goes too.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('No tree is kept here yet.').waitFor();

  const choosing = page.waitForEvent('filechooser', { timeout: 60_000 });
  await tabTo(page, /^Open a log or a tree$/);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(treeFile);
  await page.getByRole('tree').waitFor();
  expect(await rows(page)).toEqual(kept);
});

test('a tree dropped on the page is opened whole, and one that does not hold is refused in one sentence', async () => {
  const { page } = await game.open();
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  const tree = JSON.parse(readFileSync(treeFile, 'utf8')) as BranchTree;
  const [root, branch] = tree.branches;
  const bad = join(folder, 'bad.json');
  writeFileSync(
    bad,
    JSON.stringify({ ...tree, branches: [root, { ...branch, log: { ...branch?.log, score: 3 } }] }),
  );
  await dropFile(page, bad);
  await page
    .getByRole('alert')
    .getByText(/^The tree was not opened\. Branch “High dose early”: score: /)
    .waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Stormward');

  await dropFile(page, treeFile);
  await page.getByRole('tree').waitFor();
  expect(await page.getByRole('treeitem').count()).toBe(2);
  await page.getByRole('treeitem').first().click();
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await page.getByRole('button', { name: 'Leave the replay' }).click();
  await page.getByRole('tree').waitFor();
});

test.each([1, 2])('games that layout %i of the database kept are still there', async (layout) => {
  const { page } = await game.open({
    before: `if (!sessionStorage.made) {
      sessionStorage.made = 'yes';
      const opening = indexedDB.open('stormward', ${layout});
      opening.onupgradeneeded = () => {
        const logs = opening.result.createObjectStore('logs', { keyPath: 'key', autoIncrement: true });
        logs.add({ savedAt: '2026-01-01T10:00:00Z', log: ${KNOWN_LOG} });
        if (${layout} > 1) opening.result.createObjectStore('trees', { keyPath: 'id' });
      };
      opening.onsuccess = () => opening.result.close();
    }`,
  });
  const watch = page.getByRole('button', { name: /^Watch the game of .* score 100$/ });
  await watch.waitFor();
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  await watch.click();
  await page.getByRole('button', { name: 'Leave the replay' }).waitFor();
  await page.keyboard.press('o');
  await page.locator('.branch-chip-now').waitFor();
  await page.goto(`${game.address()}#branches`);
  await page.reload();
  await page.getByRole('tree').waitFor();
});

test.each(Object.keys(SIZES) as SizeName[])(
  'nothing of it bars anyone, and nothing is cut off, at the size %s',
  async (size) => {
    const { page } = await game.open({ size, before: AXE });
    await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
    await dropFile(page, logFile);
    await page.getByRole('button', { name: 'Leave the replay' }).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('n');
    await page.keyboard.press('g');
    await page.getByRole('button', { name: 'Guideline' }).click();
    await page.getByLabel('Beside this log').selectOption('guideline');
    await page.locator('.beside-table').waitFor();
    await settle(page);
    expect(await findBarriers(page)).toEqual([]);
    await page.locator('.scene-switch').getByText('Guideline').click();
    await expect.poll(() => page.locator('.replay-score').textContent()).not.toBe(`Score ${known.score}`);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Compare' }).waitFor({ state: 'detached' });

    await page.goto(`${game.address()}#menu`);
    await dropFile(page, treeFile);
    await page.getByRole('tree').waitFor();
    await settle(page);
    expect(await findBarriers(page)).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  },
);
