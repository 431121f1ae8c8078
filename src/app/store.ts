import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Level } from '../engine/types.ts';
import type { AppState, Settings } from './types.ts';

export type AppStore = StoreApi<AppState>;

/** The one store of the browser: the last snapshots and what is open. The engine's state lives in the session. */
export function createAppStore(settings: Settings, levels: readonly Level[]): AppStore {
  return createStore<AppState>(() => ({
    page: 'menu',
    modelPlace: { at: '', from: 'menu' },
    chosenLevel: null,
    game: null,
    notice: null,
    caption: '',
    settings,
    sceneAvailable: true,
    levels,
    wishes: { seed: null, mode: null },
    savedLogs: [],
    debriefed: null,
    storageProblem: '',
  }));
}
