import { levelAddress } from '../support/pagePlay.ts';
import { type OpenEngine, waitFor } from './engine.ts';

/** Text of the game's clock, without the word that stands beside it in a pause. */
const CLOCK = `(/\\d+ ?\\d\\d:\\d\\d/.exec(document.querySelector('.clock')?.textContent ?? '')?.[0] ?? '')`;

/** What the game says over the page when something failed. */
const ALARM = `(document.querySelector('.notice-place[role="alert"]')?.textContent.trim() ?? '')`;

/** The inside view as it is drawn, or told where the browser has no WebGL. */
const PICTURE = `document.querySelector('#picture canvas') ? 'drawn' : document.querySelector('.hero p.quiet') ? 'told' : ''`;

/** Presses the button of that name once it can be pressed. */
async function press(engine: OpenEngine, name: string): Promise<void> {
  const named = `(button) => !button.disabled && button.textContent.trim().startsWith(${JSON.stringify(name)})`;
  const found = `[...document.querySelectorAll('button')].find(${named})`;
  await waitFor(
    engine,
    `((button) => { button?.click(); return button !== undefined; })(${found})`,
    `"${name}"`,
  );
}

/**
 * Opens the built game as a player would: the menu stands, a level starts, its clock moves. The picture may be
 * missing where the browser has no WebGL; the bedside may not. Resolves to what was seen; throws at what was not.
 */
export async function playGame(engine: OpenEngine, address: string): Promise<string> {
  await engine.goTo(address);
  await waitFor(engine, `document.querySelector('h1')?.textContent.trim() === 'Stormward'`, 'the menu');
  await engine.goTo(`${address}${levelAddress()}`);
  await press(engine, 'Start');
  const first = await waitFor(engine, CLOCK, 'the clock');
  await waitFor(engine, `${CLOCK} !== ${JSON.stringify(first)}`, 'a tick');
  const later = await engine.evaluate(CLOCK);
  const alarm = await engine.evaluate(ALARM);
  if (alarm !== '') throw new Error(`the game says: ${String(alarm)}`);
  const drawn = (await waitFor(engine, PICTURE, 'the inside view or its text')) === 'drawn';
  return `clock from ${String(first)} to ${String(later)}, inside view ${drawn ? 'drawn' : 'told in words, for want of WebGL'}`;
}
