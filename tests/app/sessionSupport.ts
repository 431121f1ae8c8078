import { vi } from 'vitest';
import type { Forks } from '../../src/app/branches/types.ts';
import { createHeldGames, type HeldGameStorage } from '../../src/app/heldGame.ts';
import type { SavedLogs } from '../../src/app/savedLogs.ts';
import { createSession } from '../../src/app/session.ts';
import type { SessionHost } from '../../src/app/sessionState.ts';
import { DEFAULT_SETTINGS } from '../../src/app/settings.ts';
import { createAppStore } from '../../src/app/store.ts';
import type { Actions, GameView, SavedLog } from '../../src/app/types.ts';
import type { Level } from '../../src/engine/types.ts';
import { SHORT_LEVEL } from './fixtures.ts';

/** A shelf in memory, or one that refuses everything. */
function shelf(refusing: boolean): SavedLogs {
  const kept: SavedLog[] = [];
  const answer = async () =>
    refusing ? ({ ok: false, problem: 'full' } as const) : ({ ok: true, value: [...kept] } as const);
  return {
    list: answer,
    keep: (log, savedAt) => {
      kept.unshift({ key: kept.length + 1, log, savedAt });
      return answer();
    },
    remove: answer,
  };
}

/** localStorage in memory. */
export function memoryStorage(): HeldGameStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

interface SessionOptions {
  readonly storageRefuses?: boolean;
  /** Where a game waits for the next session; a place of its own when not given. */
  readonly storage?: HeldGameStorage;
  /** Where games that are taken over are hung; nowhere when not given. */
  readonly forks?: Forks;
  /** The level of two days alone when not given. */
  readonly levels?: readonly Level[];
}

/** A session whose clocks the test turns. */
export function createTestSession(options: SessionOptions = {}) {
  const { storage = memoryStorage() } = options;
  const store = createAppStore(DEFAULT_SETTINGS, options.levels ?? [SHORT_LEVEL]);
  const clock = { now: 0 };
  const later = vi.fn<SessionHost['later']>(() => () => undefined);
  const heldGames = createHeldGames(() => {
    if (options.storageRefuses) throw new Error('Storage is refused.');
    return storage;
  });
  const host: SessionHost = {
    store,
    savedLogs: shelf(options.storageRefuses ?? false),
    heldGames,
    ...(options.forks && { forks: options.forks }),
    saveSettings: () => !options.storageRefuses,
    now: () => clock.now,
    date: () => '2026-01-01T00:00:00Z',
    later,
    newSeed: () => 5,
  };
  const actions: Actions = createSession(host);
  const game = (): GameView => {
    const shown = store.getState().game;
    if (!shown) throw new Error('No game is on.');
    return shown;
  };
  return { store, actions, clock, later, game, heldGames };
}

/** One tick of 3 minutes at 1x, in real milliseconds. */
export const TICK_MILLISECONDS = 50;

/** Lets what was promised happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}
