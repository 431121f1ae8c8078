/** The level played from the menu to its end by keyboard alone, and its log proven in every way there is. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { DecisionLog } from '../../src/engine/types.ts';
import { dropFile } from '../support/dropFile.ts';
import { focusedName, stepHours, tabTo } from '../support/pagePlay.ts';
import { serveGame } from '../support/servedGame.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const game = serveGame();
const folder = mkdtempSync(join(tmpdir(), 'stormward-saved-'));
const saved = join(folder, 'game.json');
let log: DecisionLog;
let link = '';

afterAll(() => rmSync(folder, { recursive: true }));

async function startFromMenu(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Stormward' }).waitFor();
  await tabTo(page, /^Play$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('The quiet doubling');
  await tabTo(page, /^Clinician/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedName(page)).toMatch(/^Student/);
  await tabTo(page, /^Start$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('The quiet doubling');
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
}

/** Opens a card with its digit; the sheet has put the focus on what can be given. */
async function giveByDigit(page: Page, digit: string, action: RegExp): Promise<void> {
  await page.keyboard.press(digit);
  await page.locator('[role="dialog"]:focus-within').waitFor();
  await tabTo(page, action, 8);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function giveBestKnown(page: Page): Promise<void> {
  await giveByDigit(page, '1', /^Give/);
  await stepHours(page, 23);
  await giveByDigit(page, '3', /^Low dose/);
  await stepHours(page, 6);
  // Without any digit: Tab and Enter reach everything too.
  await tabTo(page, /^Oxygen, Room air/);
  await page.keyboard.press('Enter');
  await page.locator('[role="dialog"]:focus-within').waitFor();
  await tabTo(page, /^Nasal prongs/, 8);
  await page.keyboard.press('Space');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await stepHours(page, 29);
  await giveByDigit(page, '4', /^Give/);
  await stepHours(page, 108);
  await giveByDigit(page, '3', /^Stop dexamethasone/i);
  const further = page.getByRole('button', { name: 'Forward 6 h' });
  for (let steps = 0; steps < 60 && (await further.isEnabled()); steps += 1) await stepHours(page, 6);
}

async function saveByKeyboard(page: Page, name: string): Promise<void> {
  await tabTo(page, /^Save the log$/);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(name);
  await download.saveAs(saved);
}

async function copyByKeyboard(page: Page): Promise<string> {
  await tabTo(page, /^Copy link$/);
  await page.keyboard.press('Enter');
  await page.getByText('The link was copied.').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** To the last moment of a replay with the keys of its slider, and the hash that stands there. */
async function replayedHash(page: Page): Promise<string> {
  const slider = page.getByRole('slider', { name: 'Moment of the replay' });
  await slider.waitFor();
  await page.keyboard.press('k');
  await tabTo(page, /^Moment of the replay$/);
  await page.keyboard.press('End');
  await expect.poll(() => slider.inputValue()).toBe(String(log.endTick));
  const proof = page.locator('.replay-verified');
  await expect.poll(() => proof.textContent()).toContain(log.checkpoints.at(-1)?.hash);
  expect(await proof.textContent()).toContain('Verified, bit for bit');
  expect(await page.locator('.replay-score').textContent()).toBe(`Score ${log.score}`);
  return (await proof.locator('.number').textContent()) ?? '';
}

test('the patient recovers, and the log says what the end screen says', async () => {
  const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
  const { page } = await game.open({ at: '?seed=1', context: clipboard });
  await startFromMenu(page);
  await giveBestKnown(page);
  await page.getByRole('heading', { level: 1, name: 'The patient recovered' }).waitFor();
  const score = (await page.locator('.end-number').textContent()) ?? '';
  await saveByKeyboard(page, `stormward-the-quiet-doubling-${score}.json`);
  link = await copyByKeyboard(page);
  log = JSON.parse(readFileSync(saved, 'utf8')) as DecisionLog;
  expect(log).toMatchObject({ outcome: 'recovered', seed: 1, mode: 'student', score: Number(score) });
  // A patient treated well, whatever numbers the model has today.
  expect(log.score).toBeGreaterThan(50);
  const given = log.commands.map(({ command }) =>
    'treatment' in command ? command.treatment : command.type,
  );
  expect(given).toEqual(['antiviral', 'dexamethasone', 'oxygen', 'tocilizumab', 'dexamethasone']);
  expect(log.pauses.length).toBeGreaterThan(0);
});

test('the command line verifies the saved file with the same outcome and score', async () => {
  const answer = await promisify(execFile)('npm', ['run', '-s', 'cli', '--', 'verify', saved, '--json'], {
    cwd: ROOT,
  });
  const verdict = { file: saved, ok: true, outcome: log.outcome, score: log.score, reason: null, tick: null };
  expect(JSON.parse(answer.stdout)).toEqual({ logs: [verdict] });
});

test('the file, opened from the menu by keyboard, replays to the same state', async () => {
  const { page } = await game.open();
  // Long before the key: the browser has to be told to hand its dialog over, and that takes its time.
  const choosing = page.waitForEvent('filechooser', { timeout: 60_000 });
  await tabTo(page, /^Open a log/);
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(saved);
  expect(await replayedHash(page)).toBe(log.checkpoints.at(-1)?.hash);
});

test('the file, dropped on the page, replays to the same state', async () => {
  const { page } = await game.open();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await dropFile(page, saved);
  expect(await replayedHash(page)).toBe(log.checkpoints.at(-1)?.hash);
});

test('the copied link, opened elsewhere, replays to the same state', async () => {
  expect(link.startsWith(`${game.address()}#log=`)).toBe(true);
  const { page } = await game.open({ at: link.slice(game.address().length) });
  expect(await replayedHash(page)).toBe(log.checkpoints.at(-1)?.hash);
});
