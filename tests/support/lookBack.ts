/** A game that is over in a moment, and the way from there to its debrief by keyboard. */
import type { Page } from 'playwright-core';
import { makeLog } from '../../src/engine/log.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import type { TimedCommand } from '../../src/engine/types.ts';
import type { HeldGame } from '../../src/schema/heldGame.ts';
import { QUIET_DOUBLING } from './levels.ts';
import { tabTo } from './pagePlay.ts';

/** Too late, and not enough: the patient is lost on the third day. */
const PLAYED: readonly TimedCommand[] = [
  { tick: 800, command: { type: 'order', treatment: 'dexamethasone', regimen: 'low' } },
  { tick: 1000, command: { type: 'order', treatment: 'fluids', regimen: 'bag' } },
];

/** A script for a page: an earlier visit left the game right before its end. */
export function leftBeforeTheEnd(): string {
  const { state, recorder } = simulate(QUIET_DOUBLING, {
    mode: 'student',
    seed: 1,
    decide: fromCommands(PLAYED),
  });
  const log = makeLog(QUIET_DOUBLING, state, recorder);
  const { format, model, level, seed, mode, commands, endTick, pauses, speeds } = log;
  const held: HeldGame = { format, model, level, seed, mode, commands, pauses, speeds, tick: endTick - 2 };
  return `localStorage.setItem('stormward.game', ${JSON.stringify(JSON.stringify(held))})`;
}

/** From the menu through the end of that game to its debrief. */
export async function reachDebrief(page: Page): Promise<void> {
  await tabTo(page, /^Go on with your game/);
  await page.keyboard.press('Enter');
  await page.locator('h1:focus').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { level: 1, name: /^The patient died/ }).waitFor();
  await tabTo(page, /^Debrief/);
  await page.keyboard.press('Enter');
  await page.locator('main.debrief h1:focus').waitFor();
}
