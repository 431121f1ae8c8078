/** Real games for the tests of the bedside: the level's own patient, played by the session. */
import { readFileSync } from 'node:fs';
import { createSession } from '../../src/app/session.ts';
import { DEFAULT_SETTINGS } from '../../src/app/settings.ts';
import { type AppStore, createAppStore } from '../../src/app/store.ts';
import type { Actions, GameView } from '../../src/app/types.ts';
import type { Level, Mode } from '../../src/engine/types.ts';

export const LEVEL = JSON.parse(readFileSync('levels/02-the-quiet-doubling.json', 'utf8')) as Level;

export interface TestGame {
  readonly store: AppStore;
  readonly actions: Actions;
  game(): GameView;
}

export function startTestGame(mode: Mode): TestGame {
  const store = createAppStore(DEFAULT_SETTINGS, [LEVEL]);
  const shelf = async () => ({ ok: true, value: [] }) as const;
  const actions = createSession({
    store,
    savedLogs: { list: shelf, keep: shelf, remove: shelf },
    heldGames: { read: () => null, write: () => undefined, clear: () => undefined },
    saveSettings: () => true,
    now: () => 0,
    date: () => '2026-01-01T00:00:00Z',
    later: () => () => undefined,
    newSeed: () => 1,
  });
  actions.startGame(LEVEL, mode, 1);
  return {
    store,
    actions,
    game: () => {
      const { game } = store.getState();
      if (!game) throw new Error('no game');
      return game;
    },
  };
}
