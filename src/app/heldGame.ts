/** A game that has not ended outlives the page: its commands are kept, and resumeGame simulates them again. */
import { type HeldGame, parseHeldGame } from '../schema/heldGame.ts';

const KEY = 'stormward.game';

/** The part of localStorage that a held game needs; a browser may refuse each call. */
export interface HeldGameStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The one place for a game that has not ended. Nothing in here throws: without storage a game lives as long as its page. */
export interface HeldGames {
  /** The game of an earlier visit, or null; what cannot be read counts as none. */
  read(): HeldGame | null;
  write(game: HeldGame): void;
  clear(): void;
}

export function createHeldGames(storage: () => HeldGameStorage): HeldGames {
  // What has not changed is not written again, so that a second tab, opened and left, sets back no game of the first.
  let written: string | null = null;
  return {
    read: () =>
      guarded(() => {
        const text = storage().getItem(KEY);
        const parsed = text === null ? null : parseHeldGame(text);
        if (!parsed?.ok) return null;
        written = text;
        return parsed.value;
      }),
    write: (game) =>
      guarded(() => {
        const text = JSON.stringify(game);
        if (text === written) return;
        storage().setItem(KEY, text);
        written = text;
      }),
    clear: () =>
      guarded(() => {
        written = null;
        storage().removeItem(KEY);
      }),
  };
}

/** Private windows refuse every look, and a full storage every change. The game on the screen goes on without. */
function guarded<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
